import { type BulkOptions, type BulkRows, type BulkRun, bulkRun } from "@trunkline/runtime/bulk";
import {
  type APIPromise,
  APIResource,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";
import type { Acknowledgement, VoiceSettings } from "../types.js";

const operations = {
  scheduleAction: {
    id: "linkedin.scheduleAction",
    method: "POST",
    path: "/linkedin/scheduleLinkedInAction",
    body: "body",
  },
  uploadProspects: {
    id: "linkedin.uploadProspects",
    method: "POST",
    path: "/linkedin/upload-prospects",
    body: "fields",
    bulk: { rows: "/prospects", answer: { accepted: ["/uploaded_count"] } },
  },
} satisfies Operations;

/** Actions on LinkedIn and the upload of prospects for them. */
export class Linkedin extends APIResource {
  /**
   * Schedules one action on the user's LinkedIn account, which runs after a delay. The answer has the delay,
   * but neither a job id nor a result: find the job with `users.listJobs`.
   *
   * Messages and connection requests reach real people in the user's name. Each call schedules another
   * action, and no operation cancels one. If the answer is lost, check `users.listJobs` before you call
   * again.
   *
   * LinkedIn must be connected (`users.connectLinkedin`).
   *
   * `POST /linkedin/scheduleLinkedInAction`, scope `linkedin:schedule`
   *
   * @throws {BadRequestError} 400: LinkedIn is not connected, the address of the profile has the wrong form,
   * or a field is missing.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {RateLimitError} 429: The limit of LinkedIn actions, such as 100 a day, or a general rate limit
   * is reached.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const acknowledgement = await client.linkedin.scheduleAction({ body: { actionType: "getLinkedInMessages" } });
   * ```
   */
  scheduleAction(
    params: LinkedinScheduleActionParams,
    options?: RequestOptions,
  ): APIPromise<Acknowledgement> {
    return this._call(operations.scheduleAction, params, options);
  }

  /**
   * Uploads many prospects at once, and adds them to a campaign if one is named. An answer can be a partial
   * success: check `skipped_count` and `errors` too.
   *
   * `POST /linkedin/upload-prospects`, scope `linkedin:upload`
   *
   * @throws {BadRequestError} 400: A field of the body is missing or invalid.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const prospects = await client.linkedin.uploadProspects({
   *   prospects: [{ name: "Ada Example", linkedin_url: "https://linkedin.com/in/ada-example" }],
   * });
   * ```
   */
  uploadProspects(
    params: LinkedinUploadProspectsParams,
    options?: RequestOptions,
  ): APIPromise<UploadProspectsResult> {
    return this._call(operations.uploadProspects, params, options);
  }

  /**
   * The same as `uploadProspects` for any number of rows, 500 in a request unless `options.chunk` says
   * otherwise: the API does not state a limit. Await it for the counts, or iterate over it for the fate of
   * each row.
   *
   * The API counts rows and does not name them: if it did not take all rows of a request, they are
   * `undetermined`. If a request got no answer and is not safe to send again, its rows are `unknown`, unless
   * `options.repeatable` says that they may be done twice.
   *
   * `POST /linkedin/upload-prospects`, scope `linkedin:upload`
   *
   * @param rows - The rows: a list, or anything else that can be iterated over.
   * @throws {BulkError} The run ended before all rows were sent; its `summary` says what became of them.
   * @example
   * ```ts
   * const { accepted, rejected } = await client.linkedin.uploadAllProspects([
   *   { name: "Ada Example", linkedin_url: "https://linkedin.com/in/ada-example" },
   * ]);
   * ```
   */
  uploadAllProspects(
    rows: BulkRows<ProspectUpload>,
    params?: LinkedinUploadAllProspectsParams,
    options?: BulkOptions,
  ): BulkRun<ProspectUpload> {
    return bulkRun(this, operations.uploadProspects, rows, params, options);
  }
}

/** Opens a conversation by its thread id. The answer to the call does not contain its messages. */
export interface AccessConversationByThreadIdAction {
  /** The action. */
  actionType: "accessConversationByThreadId";
  /** Id of the thread. */
  threadId: string;
}

/** Fetches the connection requests that were accepted. The answer to the call does not contain them. */
export interface GetAcceptedConnectionsAction {
  /** The action. */
  actionType: "getAcceptedConnections";
}

/** Fetches the messages of the LinkedIn inbox. The answer to the call does not contain them. */
export interface GetLinkedInMessagesAction {
  /** The action. */
  actionType: "getLinkedInMessages";
}

/** Fetches the messages of the conversation with one person. The answer to the call does not contain them. */
export interface GetSpecificConversationMessagesAction {
  /** The action. */
  actionType: "getSpecificConversationMessages";
  /** Name of the person. */
  participantName: string;
}

/** Something to do on LinkedIn. `actionType` says what, and so which other fields are needed. */
export type LinkedInAction =
  | SendConnectionRequestAction
  | GetAcceptedConnectionsAction
  | SendMessageToFirstAction
  | SendFirstMessageAction
  | SendVoiceMessageAction
  | GetLinkedInMessagesAction
  | GetSpecificConversationMessagesAction
  | AccessConversationByThreadIdAction;

/** A prospect to upload. */
export interface ProspectUpload {
  /** Full name. */
  name: string;
  /** Address of the LinkedIn profile. */
  linkedin_url: string;
  /** Email address. */
  email?: string | undefined;
  /** Company that the prospect works for. */
  company?: string | undefined;
  /** Job title. */
  title?: string | undefined;
  /** Notes in free text. */
  notes?: string | undefined;
}

/** Asks a person to connect. */
export interface SendConnectionRequestAction {
  /** The action. */
  actionType: "sendConnectionRequest";
  /** Profile of the person, as in `https://linkedin.com/in/<name>`. */
  profileUrl: string;
  /** A note to send with the request. */
  message?: string | undefined;
}

/** Sends the first message to a person. */
export interface SendFirstMessageAction {
  /** The action. */
  actionType: "sendFirstMessage";
  /** Profile of the person, as in `https://linkedin.com/in/<name>`. */
  profileUrl: string;
  /** The message. */
  message: string;
}

/** Sends a message to a person to whom you are connected (first degree). */
export interface SendMessageToFirstAction {
  /** The action. */
  actionType: "sendMessageToFirst";
  /** Profile of the person, as in `https://linkedin.com/in/<name>`. */
  profileUrl: string;
  /** The message. */
  message: string;
}

/** Sends a voice message, said by a cloned voice. */
export interface SendVoiceMessageAction {
  /** The action. */
  actionType: "sendVoiceMessage";
  /** Profile of the person, as in `https://linkedin.com/in/<name>`. */
  profileUrl: string;
  /** The message as text. What the voice says is `voiceSettings.voiceText`. */
  message: string;
  /** What a cloned voice says in a voice message, and how. */
  voiceSettings: VoiceMessageSettings;
}

/** Prospects to upload. */
export interface UploadProspectsRequest {
  /** The prospects. */
  prospects: ProspectUpload[];
  /** Campaign to add them to. */
  campaign_id?: string | undefined;
  /** Labels for all of them. */
  tags?: string[] | undefined;
}

/** What became of uploaded prospects. */
export interface UploadProspectsResult {
  /** Prospects that were taken. */
  uploaded_count: number;
  /** Prospects that were left out. */
  skipped_count: number;
  /** Why prospects were left out, for people. */
  errors: string[];
  /** Ids of the prospects that were accepted. */
  prospect_ids: string[];
}

/** What a cloned voice says in a voice message, and how. */
export interface VoiceMessageSettings {
  /** Id of the voice clone. */
  voiceId: string;
  /** The text to say, of 1 to 500 characters. */
  voiceText: string;
  /** How a cloned voice sounds. */
  voiceParams?: VoiceSettings | undefined;
}

/** Params of `linkedin.scheduleAction`. */
export interface LinkedinScheduleActionParams {
  /** The action. */
  body: LinkedInAction;
}

/** Params of `linkedin.uploadProspects`. */
export interface LinkedinUploadProspectsParams extends UploadProspectsRequest {}

/** Params of `linkedin.uploadAllProspects`: those of `linkedin.uploadProspects` without `prospects`. */
export interface LinkedinUploadAllProspectsParams {
  /** Campaign to add them to. */
  campaign_id?: string | undefined;
  /** Labels for all of them. */
  tags?: string[] | undefined;
}
