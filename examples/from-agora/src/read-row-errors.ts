import { type Agora, isAPIError } from "@trunkline/agora";

/** Rejected leads stand in the answer of an upload that succeeded, and in the error of one where none was valid. */
export async function readRowErrors(client: Agora, campaign: number): Promise<void> {
  try {
    const { errors } = await client.leads.upload({
      campaign_id: campaign,
      leads: [{ phone: "5551234" }],
      compliance_acknowledged: true,
    });
    for (const { row, message } of errors) console.log(`Row ${row} of an accepted upload: ${message}`);
  } catch (error) {
    if (!isAPIError(error, "leads.upload", 422)) throw error;
    const { body } = error; // Agora's pages do not agree on its form
    if (!("errors" in body)) console.log(`No rows are told: ${error.message}`);
    else
      for (const { row, message } of body.errors) console.log(`Row ${row} of a refused upload: ${message}`);
  }
}
