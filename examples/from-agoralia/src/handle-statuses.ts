import {
  type Agoralia,
  AgoraliaError,
  APIConnectionError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  UnprocessableEntityError,
} from "@trunkline/agoralia";

/** One class for each status, thrown, where plain HTTP gives a response to look at. */
export async function handleStatuses(client: Agoralia, campaign: number): Promise<void> {
  try {
    await client.leads.upsert({
      campaign_id: campaign,
      items: [{ external_id: "crm-1", phone: "+393401234567" }],
    });
    console.log("Uploaded.");
  } catch (error) {
    console.log(adviceFor(error));
  }
}

function adviceFor(error: unknown): string {
  if (error instanceof BadRequestError) return `The request is malformed: ${error.message}`;
  if (error instanceof AuthenticationError) return "Look at the key.";
  if (error instanceof PermissionDeniedError) return `Give the key the scope: ${error.message}`;
  if (error instanceof NotFoundError) return "There is no such campaign.";
  if (error instanceof ConflictError) return "The idempotency key was used for another body.";
  if (error instanceof UnprocessableEntityError) return "Mend the leads.";
  if (error instanceof RateLimitError) return "Too many requests, also after waiting.";
  if (error instanceof InternalServerError) return `Agoralia failed with ${error.status}, try later.`;
  if (error instanceof AgoraliaError) return `Not documented: ${error.message}`;
  if (error instanceof APIConnectionError) return "No answer came.";
  throw error; // a fault of the program
}
