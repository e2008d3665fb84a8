import { type Buena, ConflictError, UnprocessableEntityError } from "@trunkline/buena";

/** Buena has no request that creates several leads, so that each row has an answer of its own. */
export async function createMany(client: Buena, emails: readonly string[]): Promise<void> {
  for (const [row, email] of emails.entries()) {
    try {
      const { id } = await client.leads.create({ first_name: "Test", last_name: `Lead ${row}`, email });
      console.log(`Row ${row}: created ${id}.`);
    } catch (error) {
      if (error instanceof ConflictError) console.log(`Row ${row}: is there already.`);
      else if (error instanceof UnprocessableEntityError)
        console.log(`Row ${row}: ${JSON.stringify(error.details)}`);
      else throw error; // not about this row: the network, the key, a limit
    }
  }
}
