/** Report on an upload. */
export interface LeadUploadResponse {
  /** State of the upload: `accepted` when the batch was taken in. */
  status: string;
  /** ID of the import, an opaque string. */
  import_id: string;
  /** Number of leads in the request. */
  received_count: number;
  /**
   * Number of leads accepted for processing. Skipped duplicates may or may not count, so do not expect
   * `received_count` to be the sum of the other two.
   */
  valid_count: number;
  /** Number of rejected leads. */
  invalid_count: number;
  /** The rejected leads with the reasons. Empty when every lead is valid. */
  errors: LeadUploadError[];
}

/** The reason why a lead was rejected. */
export interface LeadUploadError {
  /** Index of the lead in `leads` of the request, from 0. */
  row: number;
  /** Name of the field that failed, or `null` when no single field did. */
  field?: string | null | undefined;
  /** What is wrong, for people to read. */
  message: string;
}

/** An error. Both fields may be missing. */
export interface ErrorResponse {
  /** Code of the error, such as `invalid_api_key` or `unauthorized`. New codes may appear. */
  error?: string | undefined;
  /** What went wrong, for people to read. */
  message?: string | undefined;
}

/** A lead was created. */
export interface LeadCreatedEvent {
  /** The event type. */
  event: "lead.created";
  /** ID of the campaign. */
  campaign_id: number;
  /** ID of the lead. */
  lead_id: number;
  /** ID of the contact behind the lead. */
  contact_id: number;
  /** When the event happened. RFC 3339 date and time. */
  timestamp: string;
}

/** The leads of a batch were created. */
export interface LeadsBulkCreatedEvent {
  /** The event type. */
  event: "leads.bulk_created";
  /** ID of the campaign. */
  campaign_id: number;
  /** Number of created leads. */
  count: number;
  /** The created leads. */
  leads: CreatedLead[];
  /** When the event happened. RFC 3339 date and time. */
  timestamp: string;
}

/** A created lead of a batch. */
export interface CreatedLead {
  /** ID of the lead. */
  lead_id: number;
  /** ID of the contact behind the lead. */
  contact_id: number;
}

/** The status of a lead changed. The event carries further fields of its own. */
export interface LeadStatusChangedEvent {
  /** The event type. */
  event: "lead.status_changed";
  /** ID of the campaign. */
  campaign_id: number;
  /** When the event happened. RFC 3339 date and time. */
  timestamp: string;
  [key: string]: unknown;
}

/** A lead converted. The event carries further fields of its own. */
export interface LeadConvertedEvent {
  /** The event type. */
  event: "lead.converted";
  /** ID of the campaign. */
  campaign_id: number;
  /** When the event happened. RFC 3339 date and time. */
  timestamp: string;
  [key: string]: unknown;
}

/** An outbound call was answered. The event carries further fields of its own. */
export interface CallStartedEvent {
  /** The event type. */
  event: "call.started";
  /** ID of the campaign. */
  campaign_id: number;
  /** When the event happened. RFC 3339 date and time. */
  timestamp: string;
  [key: string]: unknown;
}

/** A call ended. The event carries further fields of its own. */
export interface CallCompletedEvent {
  /** The event type. */
  event: "call.completed";
  /** ID of the campaign. */
  campaign_id: number;
  /** When the event happened. RFC 3339 date and time. */
  timestamp: string;
  [key: string]: unknown;
}

/** A form was submitted. The event carries further fields of its own. */
export interface FormSubmittedEvent {
  /** The event type. */
  event: "form.submitted";
  /** ID of the campaign. */
  campaign_id: number;
  /** When the event happened. RFC 3339 date and time. */
  timestamp: string;
  [key: string]: unknown;
}

/** A test of the endpoint. */
export interface PingEvent {
  /** The event type. */
  event: "ping";
  /** Text of the ping. */
  message: string;
  /** ID of the endpoint under test. */
  endpoint_id: number;
  /** ID of the campaign. */
  campaign_id: number;
}

/** What the API sends to your endpoint: the type of the body of each event. */
export interface AgoraWebhooks {
  /**
   * Sent when a lead is created. Leads of one batch come as a single `leads.bulk_created` instead. To drop
   * duplicates, compare `campaign_id` and `lead_id`.
   */
  "lead.created": LeadCreatedEvent;
  /**
   * Sent once for a batch of created leads, in place of a `lead.created` for each of them. To drop
   * duplicates, compare `campaign_id` and `timestamp`.
   */
  "leads.bulk_created": LeadsBulkCreatedEvent;
  /**
   * Sent when the status of a lead changes. To drop duplicates, Agora advises to compare `campaign_id`,
   * `lead_id` and `timestamp`.
   */
  "lead.status_changed": LeadStatusChangedEvent;
  /** Sent when a lead converts. To drop duplicates, Agora advises to compare `campaign_id` and `lead_id`. */
  "lead.converted": LeadConvertedEvent;
  /**
   * Sent when an outbound call is answered, that is when its status becomes `in-progress`. To drop
   * duplicates, Agora advises to compare `campaign_id`, the call's identifier and `timestamp`.
   */
  "call.started": CallStartedEvent;
  /**
   * Sent when a call ends. To drop duplicates, Agora advises to compare `campaign_id`, the call's identifier
   * and `timestamp`.
   */
  "call.completed": CallCompletedEvent;
  /** Sent when a form is submitted. */
  "form.submitted": FormSubmittedEvent;
  /**
   * Sent by the test button of the dashboard, once and without a second attempt. It carries no `timestamp`.
   */
  ping: PingEvent;
}

/**
 * The events that a verified delivery can hold, by `event`. The API may send further ones, which this version
 * does not know.
 */
export type AgoraWebhookEvent =
  | LeadCreatedEvent
  | LeadsBulkCreatedEvent
  | LeadStatusChangedEvent
  | LeadConvertedEvent
  | CallStartedEvent
  | CallCompletedEvent
  | FormSubmittedEvent
  | PingEvent;
