import {
  APIConnectionError,
  AuthenticationError,
  BadRequestError,
  type Buena,
  BuenaError,
  ConflictError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  UnprocessableEntityError,
} from "@trunkline/buena";

/** One class for each status, where the SDK has one exception with a number. `BuenaError` is any answer that failed. */
export async function handleStatuses(client: Buena, id: string): Promise<void> {
  try {
    await client.leads.update(id, { email: "lead@example.com" });
    console.log("Changed.");
  } catch (error) {
    console.log(adviceFor(error));
  }
}

function adviceFor(error: unknown): string {
  if (error instanceof BadRequestError || error instanceof UnprocessableEntityError)
    return `Mend the fields ${JSON.stringify(error.details)}.`;
  if (error instanceof AuthenticationError) return "Look at the key.";
  if (error instanceof PermissionDeniedError) return `Give the key what it lacks: ${error.message}`;
  if (error instanceof NotFoundError) return "The lead is gone.";
  if (error instanceof ConflictError) return "Another lead has this email.";
  if (error instanceof RateLimitError) return `Come back in ${error.retryAfter} seconds.`;
  if (error instanceof InternalServerError) return `Buena failed with ${error.status}, try later.`;
  if (error instanceof BuenaError) return `${error.code}: ${error.message}`;
  if (error instanceof APIConnectionError) return "No answer came.";
  throw error; // a fault of the program
}
