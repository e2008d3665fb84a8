export interface paths {
  "/auth/api-key/token": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Exchanges an API key for an access token that lives for `expires_in` seconds.
     *
     *     There is no refresh token: exchange the key again before the token expires.
     */
    post: operations["authentication.loginWithApiKey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/leads/upload": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Uploads a batch of leads into a campaign. Agora takes the batch in and processes it later.
     *     A 202 may still hold rejected leads: always read `invalid_count` and `errors`.
     *
     *     Leads that are already in the campaign are skipped, unless `skip_duplicates` is `false`.
     *     Every upload is an import of its own. There is no operation that looks an import up. Send
     *     smaller batches when large ones time out.
     *
     *     If you send a batch again, leave `skip_duplicates` on and wait first: while the first import is
     *     still being processed, duplicates may get through.
     */
    post: operations["leads.upload"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks/{campaign_id}/events": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Lists the webhook event types that an endpoint of the campaign can subscribe to. The list is complete, without pages. `ping`, the test event, is not in it. */
    get: operations["webhooks.listEventTypes"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks/{campaign_id}/endpoints": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Lists the webhook endpoints of the campaign. The list is complete, without pages. Secrets are never part of it. */
    get: operations["webhooks.listEndpoints"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks/{campaign_id}/endpoints/{endpoint_id}/health": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Gets the health of a webhook endpoint: its delivery statistics. Agora advises an alert when `success_rate` falls below 0.95 or `last_delivery_at` is older than expected. */
    get: operations["webhooks.getEndpointHealth"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  "lead.created": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive a created lead
     * @description Sent when a lead is created. Leads of one batch come as a single `leads.bulk_created` instead. To drop duplicates, compare `campaign_id` and `lead_id`.
     */
    post: operations["webhookEvents.leadCreated"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "leads.bulk_created": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive the created leads of a batch
     * @description Sent once for a batch of created leads, in place of a `lead.created` for each of them. To drop duplicates, compare `campaign_id` and `timestamp`.
     */
    post: operations["webhookEvents.leadsBulkCreated"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "lead.status_changed": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive a change of a lead's status
     * @description Sent when the status of a lead changes. To drop duplicates, Agora advises to compare `campaign_id`, `lead_id` and `timestamp`.
     */
    post: operations["webhookEvents.leadStatusChanged"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "lead.converted": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive a converted lead
     * @description Sent when a lead converts. To drop duplicates, Agora advises to compare `campaign_id` and `lead_id`.
     */
    post: operations["webhookEvents.leadConverted"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "call.started": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive the start of a call
     * @description Sent when an outbound call is answered, that is when its status becomes `in-progress`. To drop duplicates, Agora advises to compare `campaign_id`, the call's identifier and `timestamp`.
     */
    post: operations["webhookEvents.callStarted"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "call.completed": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive the end of a call
     * @description Sent when a call ends. To drop duplicates, Agora advises to compare `campaign_id`, the call's identifier and `timestamp`.
     */
    post: operations["webhookEvents.callCompleted"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "form.submitted": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive a submitted form
     * @description Sent when a form is submitted.
     */
    post: operations["webhookEvents.formSubmitted"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  ping: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Receive a test ping
     * @description Sent by the test button of the dashboard, once and without a second attempt. It carries no `timestamp`.
     */
    post: operations["webhookEvents.ping"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    /** @description The API key to exchange. */
    ApiKeyTokenRequest: {
      /** @description The API key. Begins with `agora_live_` in production and `agora_test_` in development. */
      api_key: string;
    };
    /** @description An access token and its lifetime. */
    ApiKeyTokenResponse: {
      /** @description The access token, a JWT. */
      access_token: string;
      /** @description Always the bearer type, spelt `Bearer` or `bearer`. Send `Authorization: Bearer` whatever the spelling. */
      token_type: string;
      /** @description Lifetime of the token in seconds. */
      expires_in: number;
    };
    /** @description A batch of leads for one campaign. */
    LeadUploadRequest: {
      /** @description ID of the campaign, as in the address of its dashboard page. */
      campaign_id: number;
      /** @description The leads, at least one. */
      leads: components["schemas"]["LeadInput"][];
      /**
       * @description With `true` you confirm that you have the legal permission to upload these contacts. Must be `true`: otherwise Agora rejects the upload.
       * @constant
       */
      compliance_acknowledged: true;
      /**
       * @description Label that says where the upload comes from.
       * @default api
       */
      source: string;
      /**
       * @description Tags for every lead of the batch.
       * @default []
       */
      tags: string[];
      /**
       * @description Skip leads that are already in the campaign, without an error for them.
       * @default true
       */
      skip_duplicates: boolean;
      /**
       * @description Version of the disclaimer that you accepted; the API does not serve its text.
       * @default v1.0
       */
      disclaimer_version: string;
    };
    /** @description A lead to upload. Leave out what you do not know instead of sending `null`. Other fields may be sent too. */
    LeadInput: {
      /** @description Phone number, best in E.164 form such as `+15551234567`. */
      phone: string;
      /** @description First name. */
      first_name?: string;
      /** @description Last name. */
      last_name?: string;
      /**
       * Format: email
       * @description Email address.
       */
      email?: string;
      /** @description Company that the lead works for. */
      company?: string;
      /** @description Job title. */
      title?: string;
    } & {
      [key: string]: unknown;
    };
    /** @description Report on an upload. */
    LeadUploadResponse: {
      /** @description State of the upload: `accepted` when the batch was taken in. */
      status: string;
      /** @description ID of the import, an opaque string. */
      import_id: string;
      /** @description Number of leads in the request. */
      received_count: number;
      /** @description Number of leads accepted for processing. Skipped duplicates may or may not count, so do not expect `received_count` to be the sum of the other two. */
      valid_count: number;
      /** @description Number of rejected leads. */
      invalid_count: number;
      /** @description The rejected leads with the reasons. Empty when every lead is valid. */
      errors: components["schemas"]["LeadUploadError"][];
    };
    /** @description The reason why a lead was rejected. */
    LeadUploadError: {
      /** @description Index of the lead in `leads` of the request, from 0. */
      row: number;
      /** @description Name of the field that failed, or `null` when no single field did. */
      field?: string | null;
      /** @description What is wrong, for people to read. */
      message: string;
    };
    /** @description A webhook endpoint, without its secret. */
    WebhookEndpointSummary: {
      /** @description ID of the endpoint. */
      id: number;
      /** @description ID of the campaign that the endpoint belongs to. */
      campaign_id: number;
      /**
       * Format: uri
       * @description Address that events are sent to.
       */
      url: string;
      /** @description Description of the endpoint, or `null`. */
      description?: string | null;
      /** @description Event types that the endpoint receives. */
      subscribed_events: string[];
      /** @description Whether events are sent to the endpoint. */
      is_enabled: boolean;
      /**
       * Format: date-time
       * @description When the endpoint was created.
       */
      created_at: string;
      /** @description Whether the last delivery succeeded, or `null` before the first one. */
      last_delivery_is_successful?: boolean | null;
    };
    /** @description Delivery statistics of a webhook endpoint. */
    WebhookEndpointHealth: {
      /** @description ID of the endpoint. */
      endpoint_id: number;
      /**
       * Format: uri
       * @description Address that events are sent to.
       */
      url: string;
      /** @description Whether events are sent to the endpoint. */
      is_enabled: boolean;
      /** @description Number of recorded delivery attempts. */
      total_deliveries: number;
      /** @description Number of attempts that got a 2xx answer within 10 seconds. */
      successful_deliveries: number;
      /** @description Number of attempts that timed out or got another answer. */
      failed_deliveries: number;
      /**
       * Format: float
       * @description Share of successful attempts, from 0 to 1, or `null` before the first delivery.
       */
      success_rate?: number | null;
      /**
       * Format: date-time
       * @description When the last delivery was attempted, or `null` before the first one.
       */
      last_delivery_at?: string | null;
      /** @description Whether the last delivery succeeded, or `null` before the first one. */
      last_delivery_is_successful?: boolean | null;
      /**
       * Format: float
       * @description Mean round trip of a delivery in milliseconds, or `null` before the first one.
       */
      avg_duration_ms?: number | null;
    };
    /** @description An error. Both fields may be missing. */
    ErrorResponse: {
      /** @description Code of the error, such as `invalid_api_key` or `unauthorized`. New codes may appear. */
      error?: string;
      /** @description What went wrong, for people to read. */
      message?: string;
    };
    /** @description A lead was created. */
    LeadCreatedEvent: {
      /**
       * @description The event type.
       * @constant
       */
      event: "lead.created";
      /** @description ID of the campaign. */
      campaign_id: number;
      /** @description ID of the lead. */
      lead_id: number;
      /** @description ID of the contact behind the lead. */
      contact_id: number;
      /**
       * Format: date-time
       * @description When the event happened.
       */
      timestamp: string;
    };
    /** @description The leads of a batch were created. */
    LeadsBulkCreatedEvent: {
      /**
       * @description The event type.
       * @constant
       */
      event: "leads.bulk_created";
      /** @description ID of the campaign. */
      campaign_id: number;
      /** @description Number of created leads. */
      count: number;
      /** @description The created leads. */
      leads: components["schemas"]["CreatedLead"][];
      /**
       * Format: date-time
       * @description When the event happened.
       */
      timestamp: string;
    };
    /** @description A created lead of a batch. */
    CreatedLead: {
      /** @description ID of the lead. */
      lead_id: number;
      /** @description ID of the contact behind the lead. */
      contact_id: number;
    };
    /** @description The status of a lead changed. The event carries further fields of its own. */
    LeadStatusChangedEvent: {
      /**
       * @description The event type.
       * @constant
       */
      event: "lead.status_changed";
      /** @description ID of the campaign. */
      campaign_id: number;
      /**
       * Format: date-time
       * @description When the event happened.
       */
      timestamp: string;
    } & {
      [key: string]: unknown;
    };
    /** @description A lead converted. The event carries further fields of its own. */
    LeadConvertedEvent: {
      /**
       * @description The event type.
       * @constant
       */
      event: "lead.converted";
      /** @description ID of the campaign. */
      campaign_id: number;
      /**
       * Format: date-time
       * @description When the event happened.
       */
      timestamp: string;
    } & {
      [key: string]: unknown;
    };
    /** @description An outbound call was answered. The event carries further fields of its own. */
    CallStartedEvent: {
      /**
       * @description The event type.
       * @constant
       */
      event: "call.started";
      /** @description ID of the campaign. */
      campaign_id: number;
      /**
       * Format: date-time
       * @description When the event happened.
       */
      timestamp: string;
    } & {
      [key: string]: unknown;
    };
    /** @description A call ended. The event carries further fields of its own. */
    CallCompletedEvent: {
      /**
       * @description The event type.
       * @constant
       */
      event: "call.completed";
      /** @description ID of the campaign. */
      campaign_id: number;
      /**
       * Format: date-time
       * @description When the event happened.
       */
      timestamp: string;
    } & {
      [key: string]: unknown;
    };
    /** @description A form was submitted. The event carries further fields of its own. */
    FormSubmittedEvent: {
      /**
       * @description The event type.
       * @constant
       */
      event: "form.submitted";
      /** @description ID of the campaign. */
      campaign_id: number;
      /**
       * Format: date-time
       * @description When the event happened.
       */
      timestamp: string;
    } & {
      [key: string]: unknown;
    };
    /** @description A test of the endpoint. */
    PingEvent: {
      /**
       * @description The event type.
       * @constant
       */
      event: "ping";
      /** @description Text of the ping. */
      message: string;
      /** @description ID of the endpoint under test. */
      endpoint_id: number;
      /** @description ID of the campaign. */
      campaign_id: number;
    };
  };
  responses: {
    /** @description The access token is missing, invalid or expired. Exchange the API key again, then repeat the request. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The company of the API key has no access to this campaign. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The event was received. Any 2xx status within 10 seconds counts as delivered. */
    Received: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
  };
  parameters: {
    /**
     * @description ID of the campaign, as in the address of its dashboard page.
     * @example 123
     */
    CampaignId: number;
    /**
     * @description `sha256=` and the HMAC-SHA256 of the raw body in hexadecimal, keyed with the endpoint's secret as UTF-8 text.
     * @example sha256=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
     */
    Signature: string;
    /**
     * @description The event type, the same as `event` in the body.
     * @example lead.created
     */
    Event: string;
    /**
     * @description Identifier of this delivery attempt: endpoint ID, attempt number and Unix time in seconds, joined by `-`. A second attempt has another one, so do not use it to drop duplicates.
     * @example 42-1-1718900000
     */
    Delivery: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  "authentication.loginWithApiKey": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The API key to exchange. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["ApiKeyTokenRequest"];
      };
    };
    responses: {
      /** @description The access token and its lifetime. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApiKeyTokenResponse"];
        };
      };
      /** @description The API key is invalid, expired or revoked. Repeating the exchange does not help. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
    };
  };
  "leads.upload": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The leads and the campaign that they belong to. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["LeadUploadRequest"];
      };
    };
    responses: {
      /** @description The batch was accepted, in whole or in part. Rejected leads stand in `errors`. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LeadUploadResponse"];
        };
      };
      /** @description The request is malformed, for example without a valid `campaign_id` or without a required field. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      /** @description The lead data failed validation. The body is the upload report with the reasons in `errors`, or an error with `error` and `message`. Check that `errors` is there before reading it. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json":
            | components["schemas"]["LeadUploadResponse"]
            | components["schemas"]["ErrorResponse"];
        };
      };
    };
  };
  "webhooks.listEventTypes": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description ID of the campaign, as in the address of its dashboard page.
         * @example 123
         */
        campaign_id: components["parameters"]["CampaignId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The event types. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": string[];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
    };
  };
  "webhooks.listEndpoints": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description ID of the campaign, as in the address of its dashboard page.
         * @example 123
         */
        campaign_id: components["parameters"]["CampaignId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The webhook endpoints. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookEndpointSummary"][];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
    };
  };
  "webhooks.getEndpointHealth": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description ID of the campaign, as in the address of its dashboard page.
         * @example 123
         */
        campaign_id: components["parameters"]["CampaignId"];
        /**
         * @description ID of the webhook endpoint.
         * @example 42
         */
        endpoint_id: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The delivery statistics. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookEndpointHealth"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      /** @description The endpoint does not exist or belongs to another campaign. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
    };
  };
  "webhookEvents.leadCreated": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description `sha256=` and the HMAC-SHA256 of the raw body in hexadecimal, keyed with the endpoint's secret as UTF-8 text.
         * @example sha256=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
         */
        "X-Agora-Signature-256": components["parameters"]["Signature"];
        /**
         * @description The event type, the same as `event` in the body.
         * @example lead.created
         */
        "X-Agora-Event": components["parameters"]["Event"];
        /**
         * @description Identifier of this delivery attempt: endpoint ID, attempt number and Unix time in seconds, joined by `-`. A second attempt has another one, so do not use it to drop duplicates.
         * @example 42-1-1718900000
         */
        "X-Agora-Delivery": components["parameters"]["Delivery"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["LeadCreatedEvent"];
      };
    };
    responses: {
      "2XX": components["responses"]["Received"];
    };
  };
  "webhookEvents.leadsBulkCreated": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description `sha256=` and the HMAC-SHA256 of the raw body in hexadecimal, keyed with the endpoint's secret as UTF-8 text.
         * @example sha256=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
         */
        "X-Agora-Signature-256": components["parameters"]["Signature"];
        /**
         * @description The event type, the same as `event` in the body.
         * @example lead.created
         */
        "X-Agora-Event": components["parameters"]["Event"];
        /**
         * @description Identifier of this delivery attempt: endpoint ID, attempt number and Unix time in seconds, joined by `-`. A second attempt has another one, so do not use it to drop duplicates.
         * @example 42-1-1718900000
         */
        "X-Agora-Delivery": components["parameters"]["Delivery"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["LeadsBulkCreatedEvent"];
      };
    };
    responses: {
      "2XX": components["responses"]["Received"];
    };
  };
  "webhookEvents.leadStatusChanged": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description `sha256=` and the HMAC-SHA256 of the raw body in hexadecimal, keyed with the endpoint's secret as UTF-8 text.
         * @example sha256=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
         */
        "X-Agora-Signature-256": components["parameters"]["Signature"];
        /**
         * @description The event type, the same as `event` in the body.
         * @example lead.created
         */
        "X-Agora-Event": components["parameters"]["Event"];
        /**
         * @description Identifier of this delivery attempt: endpoint ID, attempt number and Unix time in seconds, joined by `-`. A second attempt has another one, so do not use it to drop duplicates.
         * @example 42-1-1718900000
         */
        "X-Agora-Delivery": components["parameters"]["Delivery"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["LeadStatusChangedEvent"];
      };
    };
    responses: {
      "2XX": components["responses"]["Received"];
    };
  };
  "webhookEvents.leadConverted": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description `sha256=` and the HMAC-SHA256 of the raw body in hexadecimal, keyed with the endpoint's secret as UTF-8 text.
         * @example sha256=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
         */
        "X-Agora-Signature-256": components["parameters"]["Signature"];
        /**
         * @description The event type, the same as `event` in the body.
         * @example lead.created
         */
        "X-Agora-Event": components["parameters"]["Event"];
        /**
         * @description Identifier of this delivery attempt: endpoint ID, attempt number and Unix time in seconds, joined by `-`. A second attempt has another one, so do not use it to drop duplicates.
         * @example 42-1-1718900000
         */
        "X-Agora-Delivery": components["parameters"]["Delivery"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["LeadConvertedEvent"];
      };
    };
    responses: {
      "2XX": components["responses"]["Received"];
    };
  };
  "webhookEvents.callStarted": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description `sha256=` and the HMAC-SHA256 of the raw body in hexadecimal, keyed with the endpoint's secret as UTF-8 text.
         * @example sha256=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
         */
        "X-Agora-Signature-256": components["parameters"]["Signature"];
        /**
         * @description The event type, the same as `event` in the body.
         * @example lead.created
         */
        "X-Agora-Event": components["parameters"]["Event"];
        /**
         * @description Identifier of this delivery attempt: endpoint ID, attempt number and Unix time in seconds, joined by `-`. A second attempt has another one, so do not use it to drop duplicates.
         * @example 42-1-1718900000
         */
        "X-Agora-Delivery": components["parameters"]["Delivery"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CallStartedEvent"];
      };
    };
    responses: {
      "2XX": components["responses"]["Received"];
    };
  };
  "webhookEvents.callCompleted": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description `sha256=` and the HMAC-SHA256 of the raw body in hexadecimal, keyed with the endpoint's secret as UTF-8 text.
         * @example sha256=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
         */
        "X-Agora-Signature-256": components["parameters"]["Signature"];
        /**
         * @description The event type, the same as `event` in the body.
         * @example lead.created
         */
        "X-Agora-Event": components["parameters"]["Event"];
        /**
         * @description Identifier of this delivery attempt: endpoint ID, attempt number and Unix time in seconds, joined by `-`. A second attempt has another one, so do not use it to drop duplicates.
         * @example 42-1-1718900000
         */
        "X-Agora-Delivery": components["parameters"]["Delivery"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CallCompletedEvent"];
      };
    };
    responses: {
      "2XX": components["responses"]["Received"];
    };
  };
  "webhookEvents.formSubmitted": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description `sha256=` and the HMAC-SHA256 of the raw body in hexadecimal, keyed with the endpoint's secret as UTF-8 text.
         * @example sha256=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
         */
        "X-Agora-Signature-256": components["parameters"]["Signature"];
        /**
         * @description The event type, the same as `event` in the body.
         * @example lead.created
         */
        "X-Agora-Event": components["parameters"]["Event"];
        /**
         * @description Identifier of this delivery attempt: endpoint ID, attempt number and Unix time in seconds, joined by `-`. A second attempt has another one, so do not use it to drop duplicates.
         * @example 42-1-1718900000
         */
        "X-Agora-Delivery": components["parameters"]["Delivery"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["FormSubmittedEvent"];
      };
    };
    responses: {
      "2XX": components["responses"]["Received"];
    };
  };
  "webhookEvents.ping": {
    parameters: {
      query?: never;
      header: {
        /**
         * @description `sha256=` and the HMAC-SHA256 of the raw body in hexadecimal, keyed with the endpoint's secret as UTF-8 text.
         * @example sha256=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
         */
        "X-Agora-Signature-256": components["parameters"]["Signature"];
        /**
         * @description The event type, the same as `event` in the body.
         * @example lead.created
         */
        "X-Agora-Event": components["parameters"]["Event"];
        /**
         * @description Identifier of this delivery attempt: endpoint ID, attempt number and Unix time in seconds, joined by `-`. A second attempt has another one, so do not use it to drop duplicates.
         * @example 42-1-1718900000
         */
        "X-Agora-Delivery": components["parameters"]["Delivery"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The event. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["PingEvent"];
      };
    };
    responses: {
      "2XX": components["responses"]["Received"];
    };
  };
}
