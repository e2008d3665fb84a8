import {
  type Agora,
  AgoraError,
  APIConnectionError,
  AuthenticationError,
  BadRequestError,
  InternalServerError,
  PermissionDeniedError,
  UnprocessableEntityError,
} from "@trunkline/agora";

/** One class for each status, where the SDK has one exception with a number. `AgoraError` is any answer that failed. */
export async function handleStatuses(client: Agora, campaign: number): Promise<void> {
  try {
    await client.leads.upload({
      campaign_id: campaign,
      leads: [{ phone: "+15551234567" }],
      compliance_acknowledged: true,
    });
    console.log("Uploaded.");
  } catch (error) {
    console.log(adviceFor(error));
  }
}

function adviceFor(error: unknown): string {
  if (error instanceof BadRequestError) return `The request is malformed: ${error.message}`;
  // A token that ran out is no error: the key was traded again before you see this.
  if (error instanceof AuthenticationError) return "Look at the key: it is wrong, revoked or too old.";
  if (error instanceof PermissionDeniedError) return "Your company has no access to this campaign.";
  if (error instanceof UnprocessableEntityError) return "Mend the leads.";
  if (error instanceof InternalServerError)
    return `Agora failed with ${error.status}; leads may have arrived.`;
  if (error instanceof AgoraError) return `Not documented: ${error.message}`;
  if (error instanceof APIConnectionError) return "No answer came; leads may have arrived.";
  throw error; // a fault of the program
}
