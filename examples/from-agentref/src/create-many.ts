import { type AgentRef, ConflictError, ValidationError } from "@trunkline/agentref";

/** AgentRef has no request that creates several invites, so that each row has an answer of its own. */
export async function createMany(
  client: AgentRef,
  program: string,
  emails: readonly string[],
): Promise<void> {
  for (const [row, email] of emails.entries()) {
    try {
      const idempotencyKey = `invite-${program}-${email}`; // the same in every run of the program
      await client.programs.createInvite(program, { email, expiresInDays: 30 }, { idempotencyKey });
      console.log(`Row ${row}: invited.`);
    } catch (error) {
      if (error instanceof ValidationError) console.log(`Row ${row}: ${error.message}`);
      else if (error instanceof ConflictError) console.log(`Row ${row}: ${error.code}`);
      else throw error; // not about this row: the network, the key, a limit
    }
  }
}
