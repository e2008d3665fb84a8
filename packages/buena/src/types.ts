/** A confirmation without further data. */
export interface Acknowledgement {
  /** Whether the request was accepted. */
  success: boolean;
  /** What was done, for people. */
  message: string;
}

/** Code of an error, made for programs. */
export type ErrorCode =
  | "VALIDATION_ERROR"
  | "INVALID_LINKEDIN_URL"
  | "LINKEDIN_NOT_CONNECTED"
  | "LINKEDIN_ALREADY_CONNECTED"
  | "INVALID_FILE_FORMAT"
  | "VOICE_CLONE_NOT_READY"
  | "TEXT_TOO_LONG"
  | "UNAUTHORIZED"
  | "ENRICHMENT_CREDITS_EXHAUSTED"
  | "PERMISSION_DENIED"
  | "NOT_FOUND"
  | "VOICE_CLONE_NOT_FOUND"
  | "DUPLICATE_RESOURCE"
  | "VOICE_CLONE_IN_USE"
  | "FILE_TOO_LARGE"
  | "RATE_LIMIT_EXCEEDED"
  | "VOICE_CLONE_LIMIT_EXCEEDED"
  | "INTERNAL_SERVER_ERROR"
  | "SERVICE_UNAVAILABLE"
  | (string & {});

/** Details of an error. Which fields it has depends on the error's code. */
export interface ErrorDetails {
  /** `VALIDATION_ERROR`: what is wrong, by field of the body. */
  fields?: Record<string, unknown> | undefined;
  /** `VALIDATION_ERROR`: what is wrong, by query parameter. */
  invalidParams?: Record<string, unknown> | undefined;
  /** `VALIDATION_ERROR`: permissions that do not exist. */
  invalidPermissions?: string[] | undefined;
  /** `VALIDATION_ERROR`: permissions that exist. */
  validPermissions?: string[] | undefined;
  /** `VALIDATION_ERROR`: what is wrong, by element of a list in the body. */
  errors?: ItemError[] | undefined;
  /** `INVALID_LINKEDIN_URL`: the address that was sent. */
  providedUrl?: string | undefined;
  /** `INVALID_LINKEDIN_URL`: what an address must look like. */
  expectedFormat?: string | undefined;
  /** `LINKEDIN_NOT_CONNECTED`: what to do. */
  action?: string | undefined;
  /** `LINKEDIN_NOT_CONNECTED`: where to connect LinkedIn. */
  dashboardUrl?: string | undefined;
  /** `LINKEDIN_ALREADY_CONNECTED`: the profile that is connected. */
  profileUrl?: string | undefined;
  /** `LINKEDIN_ALREADY_CONNECTED`: since when it is connected. */
  connectedAt?: string | undefined;
  /** `INVALID_FILE_FORMAT`: formats that are accepted. */
  supported_formats?: string[] | undefined;
  /**
   * `INVALID_FILE_FORMAT` and `FILE_TOO_LARGE`: the files that were not accepted. With `FILE_TOO_LARGE` each
   * has a name and a size.
   */
  rejected_files?: (RejectedFile | string)[] | undefined;
  /** `FILE_TOO_LARGE`: maximum size of a file in MB. */
  max_size_mb?: number | undefined;
  /** `ENRICHMENT_CREDITS_EXHAUSTED`: credits that are left. */
  remaining?: number | undefined;
  /** `ENRICHMENT_CREDITS_EXHAUSTED`: credits that the request needs. */
  required?: number | undefined;
  /** `ENRICHMENT_CREDITS_EXHAUSTED`: where to buy credits. */
  upgradeUrl?: string | undefined;
  /** `NOT_FOUND`: kind of the thing that was not found. */
  resource?: string | undefined;
  /** `NOT_FOUND`: the id that was asked for. */
  id?: string | undefined;
  /** `VOICE_CLONE_NOT_FOUND`: the id that was asked for. */
  voice_id?: string | undefined;
  /** `DUPLICATE_RESOURCE`: field whose value is used already. */
  field?: string | undefined;
  /** `DUPLICATE_RESOURCE`: the value that is taken. */
  value?: string | undefined;
  /** `DUPLICATE_RESOURCE`: id of the thing that has it. */
  existingId?: string | undefined;
  /** `VOICE_CLONE_IN_USE`: campaigns that use the voice, a number or a list. */
  active_campaigns?: unknown;
  /** `VOICE_CLONE_IN_USE`: when the voice was last used. */
  last_used?: string | undefined;
  /** `PERMISSION_DENIED`, when a key is made: what the calling key may do. */
  yourPermissions?: string[] | undefined;
  /** `PERMISSION_DENIED`, when a key is made: what the new key was to be allowed. */
  requestedPermissions?: string[] | undefined;
  /** `RATE_LIMIT_EXCEEDED`, enrichment: the limit, in words. */
  limit?: string | undefined;
  /** `RATE_LIMIT_EXCEEDED`, LinkedIn: actions that are allowed in a day. */
  dailyLimit?: number | undefined;
  /** `RATE_LIMIT_EXCEEDED`, LinkedIn: actions of today. */
  used?: number | undefined;
  /** `RATE_LIMIT_EXCEEDED`, enrichment and LinkedIn: when the limit is reset. */
  resetTime?: string | undefined;
  /** `VOICE_CLONE_LIMIT_EXCEEDED`: voice clones that you have. */
  current_count?: number | undefined;
  /** `VOICE_CLONE_LIMIT_EXCEEDED`: voice clones that you may have. */
  max_allowed?: number | undefined;
  /** `VOICE_CLONE_LIMIT_EXCEEDED`: where to raise the limit. */
  upgrade_url?: string | undefined;
}

/** The body of most errors. */
export interface ErrorResponse {
  /** Marks the answer as an error. */
  error: true;
  /** Code of an error, made for programs. */
  code: ErrorCode;
  /** What happened, for people. */
  message: string;
  /** Version of the API, `2.0`. */
  version: string;
  /** When the error happened. RFC 3339 date and time. */
  timestamp?: string | undefined;
  /** Details of an error. Which fields it has depends on the error's code. */
  details?: ErrorDetails | undefined;
  /** Seconds to wait before the next attempt. Comes with 429. */
  retryAfter?: number | undefined;
  /** The rate limit that was reached. Comes with 429 of the general limit. */
  rateLimitInfo?: RateLimitInfo | undefined;
  /** The permission that is missing. Comes with 403. */
  permissionHelp?: PermissionHelp | undefined;
}

/** What is wrong with one element of a list. */
export interface ItemError {
  /** Place of the element, counted from 0. */
  index: number;
  /** What is wrong with it. */
  message: string;
}

/** A change of a lead's status. */
export interface LeadStatusChange {
  /** Id of the lead. */
  lead_id: string;
  /** Status before the change. */
  old_status: string;
  /** Status after the change. */
  new_status: string;
}

/** An event: the status of a lead has changed. */
export interface LeadStatusChangedEvent {
  /** Name of the event. */
  event: "lead_status_changed";
  /** When the status changed. RFC 3339 date and time. */
  timestamp: string;
  /** A change of a lead's status. */
  data: LeadStatusChange;
}

/** What an API key may do, as `resource:action`. `*` is everything, which a global key may do. */
export type Permission =
  | "leads:read"
  | "leads:write"
  | "leads:delete"
  | "leads:enrich"
  | "prospecting:search"
  | "campaigns:manage"
  | "linkedin:read"
  | "linkedin:schedule"
  | "linkedin:upload"
  | "linkedin:voice"
  | "voice:create"
  | "voice:read"
  | "voice:update"
  | "voice:delete"
  | "voice:preview"
  | "users:read"
  | "users:write"
  | "jobs:read"
  | "jobs:update"
  | "api_keys:read"
  | "api_keys:write"
  | "keys:create"
  | "keys:read"
  | "keys:manage"
  | "webhooks:read"
  | "webhooks:write"
  | "admin"
  | "*"
  | (string & {});

/** The permission that is missing. Comes with 403. */
export interface PermissionHelp {
  /** Permission that the operation needs. */
  required: string;
  /** Permissions that the key has. */
  available: string[];
  /** Page that explains permissions. */
  documentation: string;
}

/** The rate limit that was reached. Comes with 429 of the general limit. */
export interface RateLimitInfo {
  /** Requests that the key may send in the window. */
  limit: number;
  /** Requests left in the window. */
  remaining: number;
  /** When the window ends, in Unix seconds. */
  reset: number;
  /** Length of the window. */
  window: "minute" | "hour" | "day" | (string & {});
}

/** A file that was not taken. */
export interface RejectedFile {
  /** Name of the file. */
  filename: string;
  /** Its size in MB. */
  size_mb?: number | undefined;
}

/** The body with which `/users` routes refuse a global key. */
export interface RouteErrorResponse {
  /** What is wrong, for people. */
  error: string;
  /** Route that a global key can use in its place. */
  availableRoute: string;
}

/** The body of some errors of the voice clone operations. It has no code. */
export interface VoiceCloneErrorResponse {
  /** Marks the answer as an error. */
  success: false;
  /** What happened, for people. */
  error: string;
  /** More about it. */
  details?: string | undefined;
}

/** How a cloned voice sounds. */
export interface VoiceSettings {
  /**
   * How even the voice is, from 0 to 1.
   * @default 0.5
   */
  stability?: number | undefined;
  /**
   * How close the voice stays to the recordings, from 0 to 1.
   * @default 0.75
   */
  clarity?: number | undefined;
  /**
   * Whether to increase the similarity to the speaker.
   * @default true
   */
  use_speaker_boost?: boolean | undefined;
}

/** What the API sends to your endpoint: the type of the body of each event. */
export interface BuenaWebhooks {
  /** Buena sends this event to your endpoint. */
  lead_status_changed: LeadStatusChangedEvent;
}
