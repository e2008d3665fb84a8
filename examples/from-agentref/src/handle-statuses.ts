import {
  type AgentRef,
  AgentRefError,
  APIConnectionError,
  AuthError,
  ConflictError,
  ForbiddenError,
  NotFoundError,
  RateLimitError,
  ServerError,
  ValidationError,
} from "@trunkline/agentref";

/** The classes have the names that AgentRef gave them. 422 is a `ValidationError` too. */
export async function handleStatuses(client: AgentRef, program: string): Promise<void> {
  try {
    await client.programs.createInvite(program, { email: "guest@example.com" });
    console.log("Invited.");
  } catch (error) {
    console.log(adviceFor(error));
  }
}

function adviceFor(error: unknown): string {
  if (error instanceof ValidationError) return `${error.status} ${error.code}: mend the fields.`;
  if (error instanceof AuthError) return "Look at the key.";
  if (error instanceof ForbiddenError) return `This key may not do that: ${error.code}`;
  if (error instanceof NotFoundError) return `No such program (${error.requestId}).`;
  if (error instanceof ConflictError) return `It clashes: ${error.code}`;
  if (error instanceof RateLimitError) return `Come back in ${error.retryAfter ?? 60} seconds.`;
  if (error instanceof ServerError) return `AgentRef failed with ${error.status}, try later.`;
  if (error instanceof AgentRefError) return `Not documented: ${error.message}`;
  if (error instanceof APIConnectionError) return "No answer came.";
  throw error; // a fault of the program
}
