import { AgentRef, ServerError } from "@trunkline/agentref";

/** As in AgentRef's own clients: what reads is repeated, and of the rest POSTs with a key of yours. */
export async function setRetries(baseURL: string, program: string): Promise<void> {
  const client = new AgentRef({
    baseURL,
    maxRetries: 4, // 2 unless given; 0 for none
    retry: { baseDelay: 60, maxDelay: 250 }, // milliseconds
    hooks: { retry: ({ operation, attempt }) => console.log(`${operation}: attempt ${attempt} failed.`) },
  });
  const invite = { email: "guest@example.com" };
  await client.programs.createInvite(program, invite, { idempotencyKey: "invite-guest" });
  console.log("Invited with a key.");
  try {
    await client.programs.createInvite(program, invite);
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    console.log(`Without a key: gave up after ${error.attempts} attempt.`);
  }
}
