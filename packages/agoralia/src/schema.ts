export interface paths {
  "/me": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Gives the workspace of the API key, its plan and rate limits, and the scopes of the key. */
    get: operations["me.get"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/agents": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Lists the agents of the workspace, page by page. */
    get: operations["agents.list"];
    put?: never;
    /**
     * @description Creates an agent.
     *
     *     Voice temperature, interruption sensitivity, webhooks and knowledge bases are set in the web
     *     app only.
     */
    post: operations["agents.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/campaigns": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Lists the campaigns of the workspace, page by page. */
    get: operations["campaigns.list"];
    put?: never;
    /**
     * @description Creates a campaign in draft. `campaigns.start` proposes its start.
     *
     *     Quiet hours, call limits, budgets and knowledge bases are set in the web app only.
     */
    post: operations["campaigns.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/campaigns/{campaign_id}/start": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Proposes the start of the campaign. If `requires_confirmation` is `true`, the proposal
     *     still has to be confirmed; the API cannot do that or look a proposal up, so look in the web
     *     app. If it is `false`, assume that the campaign starts and calls people.
     *
     *     It has no idempotency key and is not sent again once it may have arrived. If the answer is lost,
     *     a proposal may be open; calling again may open a second one.
     */
    post: operations["campaigns.start"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/campaigns/{campaign_id}/results": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Gets the results of the campaign in one answer, without pages, with their columns. */
    get: operations["campaigns.results"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/leads:upsert": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Creates or updates leads of a campaign: those whose `external_id` is known are updated, the
     *     others are created.
     *
     *     The answer only counts: it does not tell which leads failed. If `failed` is above zero, correct
     *     the leads and call again. Leads that fail for good will fail again.
     *
     *     Leads added to a campaign that runs may be called.
     */
    post: operations["leads.upsert"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/calls": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Lists the calls of the workspace, or of one campaign, page by page. */
    get: operations["calls.list"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description The workspace of the API key, and the key's scopes. */
    Me: {
      /** @description ID of the workspace, its tenant ID. */
      tenant_id: number;
      /** @description Name of the workspace. */
      workspace_name: string;
      /** @description Plan of the workspace, such as `pro`. */
      plan: string;
      rate_limits: components["schemas"]["RateLimits"];
      /** @description Scopes of the API key. */
      api_key_scopes: string[];
    };
    /** @description How many requests the workspace may send. */
    RateLimits: {
      /** @description Requests a minute. */
      rpm: number;
      /** @description Requests a day. */
      rpd: number;
    };
    /** @description An AI voice agent. */
    Agent: {
      /** @description ID of the agent. */
      id: number;
      /** @description Name of the agent. */
      name: string;
      /** @description Language code, such as `it-IT`, or `null` when none is set. */
      lang: string | null;
      /**
       * @description Voice engine that runs the agent.
       * @enum {string}
       */
      voice_engine: "vapi" | "retell";
    };
    /** @description An agent to create. */
    AgentCreateRequest: {
      /** @description Name of the agent. */
      name: string;
      /** @description Language code, such as `en-US` or `it-IT`. */
      lang?: string;
      /**
       * @description Voice engine that runs the agent.
       * @default vapi
       * @enum {string}
       */
      voice_engine: "vapi" | "retell";
      /** @description ID of the voice. */
      voice_id?: string;
      /**
       * @description Name of the language model.
       * @default gpt-4o-mini
       */
      model: string;
      /** @description Tools that the language model may use, each an object. */
      general_tools?: {
        [key: string]: unknown;
      }[];
      /** @description Data to extract after a call, each piece an object. */
      post_call_analysis_data?: {
        [key: string]: unknown;
      }[];
    };
    /** @description A phone campaign. */
    Campaign: {
      /** @description ID of the campaign. */
      id: number;
      /** @description Name of the campaign. */
      name: string;
      /** @description State of the campaign, such as `active`. New campaigns are `draft`. */
      status: string;
    };
    /** @description A campaign to create. */
    CampaignCreateRequest: {
      /** @description Name of the campaign. */
      name: string;
      /**
       * @description What the campaign is for.
       * @enum {string}
       */
      purpose: "quote_request" | "cold_calling" | "appointment" | "qualification" | "inbound";
      /** @description ID of the agent that makes the calls. */
      agent_ref_id: number;
      /** @description What to extract from each call, in a form like JSON Schema. May be empty. */
      extraction_schema: {
        [key: string]: unknown;
      };
      /** @description Keys of the columns that the results show. May be empty. */
      display_columns: string[];
      /** @description ID of the phone number to call from, as shown in the web app. */
      from_number_id?: number;
      /**
       * @description How the language of the calls is chosen.
       * @default auto
       * @enum {string}
       */
      call_language_mode: "auto" | "fixed";
      /**
       * @description Language of the results, `same_as_call` or a BCP 47 tag such as `en-GB`.
       * @default same_as_call
       */
      output_language: string;
      schedule?: components["schemas"]["CampaignSchedule"];
    };
    /** @description Dates between which the campaign is planned. It does not set calling hours. */
    CampaignSchedule: {
      /** @description Time zone, such as `Europe/Rome`. */
      timezone?: string;
      /**
       * Format: date-time
       * @description Start of the campaign, in ISO 8601.
       */
      start_date?: string;
      /**
       * Format: date-time
       * @description End of the campaign, in ISO 8601.
       */
      end_date?: string;
    };
    /** @description A proposal to start a campaign. */
    CampaignStartProposal: {
      /** @description ID of the proposal. */
      proposal_id: string;
      /** @description Whether the proposal still has to be confirmed. When `false`, take it that the campaign starts. */
      requires_confirmation: boolean;
    };
    /** @description The result table of a campaign. */
    CampaignResults: {
      /** @description The columns. */
      display_columns: components["schemas"]["CampaignResultColumn"][];
      /** @description The rows. */
      rows: components["schemas"]["CampaignResultRow"][];
    };
    /** @description A column of the result table. */
    CampaignResultColumn: {
      /** @description Key of the column in each row. */
      name: string;
      /** @description Title of the column. */
      label: string;
    };
    /** @description A row of the result table. Its keys are the `name`s of the columns; values are any JSON. */
    CampaignResultRow: {
      [key: string]: unknown;
    };
    /** @description Leads to create or update in a campaign. */
    LeadUpsertRequest: {
      /** @description ID of the campaign. */
      campaign_id: number;
      /** @description The leads. */
      items: components["schemas"]["LeadItem"][];
    };
    /** @description A lead to create or update. */
    LeadItem: {
      /** @description Your ID of the lead. A lead with a known ID is updated, any other is created. */
      external_id: string;
      /** @description Phone number, best in E.164 form such as `+393401234567`. */
      phone: string;
      /** @description Name of the lead. */
      name?: string;
      /** @description Anything else about the lead, such as `company` or `email`. */
      data?: {
        [key: string]: unknown;
      };
    };
    /** @description How many leads were created and updated, and how many failed. */
    LeadUpsertResponse: {
      /** @description Number of new leads. */
      created: number;
      /** @description Number of updated leads. */
      updated: number;
      /** @description Number of leads that failed. The answer does not tell which. */
      failed: number;
    };
    /** @description A call. */
    Call: {
      /** @description ID of the call. */
      id: number;
      /** @description State of the call, such as `completed`. */
      status: string;
      /** @description Phone number that was called. */
      to_number: string;
      /** @description Language that was detected in the call, such as `it-IT`, or `null` while unknown. */
      detected_language: string | null;
    };
    /** @description An error. */
    ErrorResponse: {
      /** @description What went wrong, for people to read. */
      detail: string;
    };
    /** @description An error that lists what is wrong in the request. */
    ValidationErrorResponse: {
      /** @description What is wrong, one entry for each fault. */
      detail: components["schemas"]["ValidationErrorDetail"][];
    };
    /** @description A fault in the request. */
    ValidationErrorDetail: {
      /** @description Path to the fault, such as `body` and the name of a field. */
      loc: (string | number)[];
      /** @description What is wrong, for people to read. */
      msg: string;
      /** @description Kind of the fault. */
      type: string;
    };
  };
  responses: {
    /** @description The request or one of its parameters has a wrong format. */
    BadRequest: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The API key is missing, invalid, revoked or expired. */
    Unauthorized: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The API key lacks the scope of this operation. `detail` names the scope. */
    Forbidden: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The campaign, or another resource that the request refers to, does not exist. */
    NotFound: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The idempotency key was used before with another body. Use a new key. */
    IdempotencyConflict: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The request failed validation. `detail` lists what is wrong and where. */
    ValidationFailed: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ValidationErrorResponse"];
      };
    };
    /** @description A rate limit was exceeded. Wait until `X-RateLimit-Reset`. */
    TooManyRequests: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        /**
         * @description Requests that are left in this minute, here none.
         * @example 0
         */
        "X-RateLimit-Remaining"?: number;
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description Agoralia failed. Try again later. */
    InternalServerError: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description Agoralia is not available. Try again later. */
    ServiceUnavailable: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
  };
  parameters: {
    /**
     * @description ID of the campaign.
     * @example 1
     */
    CampaignId: number;
    /**
     * @description Number of items on a page.
     * @example 50
     */
    Limit: number;
    /**
     * @description Any unique string, best a UUID. For 24 hours a repeat with the same key and the same body gets the first answer again; another body under the same key is a 409.
     * @example 6f1c2a2e-7d0b-4a52-9a54-2f6f0f9d3c11
     */
    IdempotencyKey: string;
  };
  requestBodies: never;
  headers: {
    /**
     * @description Requests a minute that one IP address may send.
     * @example 100
     */
    RateLimitLimit: number;
    /**
     * @description Requests that are left in this minute.
     * @example 45
     */
    RateLimitRemaining: number;
    /**
     * @description When the limit is free again, in Unix seconds. Always 60 seconds after the answer.
     * @example 1640995200
     */
    RateLimitReset: number;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  "me.get": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The workspace and the key's scopes. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Me"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["ValidationFailed"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "agents.list": {
    parameters: {
      query?: {
        /**
         * @description Number of items on a page.
         * @example 50
         */
        limit?: components["parameters"]["Limit"];
        /**
         * @description The `next_cursor` of the page before, an agent ID. Leave it out for the first page.
         * @example 2
         */
        cursor?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of agents. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The agents of this page. */
            items: components["schemas"]["Agent"][];
            /** @description Cursor of the next page, or `null` on the last one. */
            next_cursor: number | null;
          };
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["ValidationFailed"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "agents.create": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Any unique string, best a UUID. For 24 hours a repeat with the same key and the same body gets the first answer again; another body under the same key is a 409.
         * @example 6f1c2a2e-7d0b-4a52-9a54-2f6f0f9d3c11
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The agent to create. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["AgentCreateRequest"];
      };
    };
    responses: {
      /** @description The created agent, as the answer 201 gives it. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Agent"];
        };
      };
      /** @description The created agent. */
      201: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Agent"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      409: components["responses"]["IdempotencyConflict"];
      422: components["responses"]["ValidationFailed"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "campaigns.list": {
    parameters: {
      query?: {
        /**
         * @description Number of items on a page.
         * @example 50
         */
        limit?: components["parameters"]["Limit"];
        /**
         * @description The `next_cursor` of the page before, a campaign ID. Leave it out for the first page.
         * @example 2
         */
        cursor?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of campaigns. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The campaigns of this page. */
            items: components["schemas"]["Campaign"][];
            /** @description Cursor of the next page, or `null` on the last one. */
            next_cursor: number | null;
          };
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["ValidationFailed"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "campaigns.create": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Any unique string, best a UUID. For 24 hours a repeat with the same key and the same body gets the first answer again; another body under the same key is a 409.
         * @example 6f1c2a2e-7d0b-4a52-9a54-2f6f0f9d3c11
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The campaign to create. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CampaignCreateRequest"];
      };
    };
    responses: {
      /** @description The created campaign. */
      201: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Campaign"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      /** @description The agent or the phone number does not exist. */
      404: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
      409: components["responses"]["IdempotencyConflict"];
      422: components["responses"]["ValidationFailed"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "campaigns.start": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description ID of the campaign.
         * @example 1
         */
        campaign_id: components["parameters"]["CampaignId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The proposal. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CampaignStartProposal"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["ValidationFailed"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "campaigns.results": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description ID of the campaign.
         * @example 1
         */
        campaign_id: components["parameters"]["CampaignId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The result table. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CampaignResults"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["ValidationFailed"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "leads.upsert": {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Any unique string, best a UUID. For 24 hours a repeat with the same key and the same body gets the first answer again; another body under the same key is a 409.
         * @example 6f1c2a2e-7d0b-4a52-9a54-2f6f0f9d3c11
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
      };
      path?: never;
      cookie?: never;
    };
    /** @description The leads and the campaign that they belong to. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["LeadUpsertRequest"];
      };
    };
    responses: {
      /** @description How many leads were created and updated, and how many failed. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LeadUpsertResponse"];
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["IdempotencyConflict"];
      422: components["responses"]["ValidationFailed"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "calls.list": {
    parameters: {
      query?: {
        /**
         * @description Only calls of this campaign.
         * @example 1
         */
        campaign_id?: number;
        /**
         * @description Number of items on a page.
         * @example 50
         */
        limit?: components["parameters"]["Limit"];
        /**
         * @description The `next_cursor` of the page before, a call ID. Leave it out for the first page.
         * @example 99
         */
        cursor?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of calls. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description The calls of this page. */
            items: components["schemas"]["Call"][];
            /** @description Cursor of the next page, or `null` on the last one. */
            next_cursor: number | null;
          };
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["ValidationFailed"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
}
