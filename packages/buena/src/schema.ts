export interface paths {
  "/health": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Checks the state of the API: whether the API and the services behind it work. Needs a key, but no permission.
     *
     *     The answer has the state of the services, or the user and the key of the request, or neither.
     */
    get: operations["health.check"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/keys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Lists all API keys in one answer. Where an answer has the field `key`, treat it as a secret. */
    get: operations["apiKeys.list"];
    put?: never;
    /**
     * @description Creates an API key. The answer contains the secret, which is never shown again.
     *
     *     A key cannot be given permissions that the calling key lacks. Set when it expires: with
     *     `expiresInDays` if answers are in camelCase, else with `expires_at`. Without them, a key
     *     expires after 365 days if answers are in camelCase; else the answer says when it expires.
     */
    post: operations["apiKeys.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/keys/{keyId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the API key (not the key itself).
         * @example key_abc123
         */
        keyId: components["parameters"]["KeyId"];
      };
      cookie?: never;
    };
    get?: never;
    /** @description Changes the name, description, permissions or expiry of an API key. The secret stays. */
    put: operations["apiKeys.update"];
    post?: never;
    /** @description Deletes an API key. Requests with it are refused from then on. */
    delete: operations["apiKeys.delete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/keys/{keyId}/regenerate": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the API key (not the key itself).
         * @example key_abc123
         */
        keyId: components["parameters"]["KeyId"];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Replaces the secret of an API key. Id, name and permissions stay. The answer contains the secret, which is never shown again: if the answer is lost, so is the secret. Expect the old secret to be refused at once, and give the new one to everybody who uses the key. */
    post: operations["apiKeys.regenerate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/keys/{keyId}/stats": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the API key (not the key itself).
         * @example key_abc123
         */
        keyId: components["parameters"]["KeyId"];
      };
      cookie?: never;
    };
    /** @description Gets the use of an API key in a period, by endpoint and by day. */
    get: operations["apiKeys.stats"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/leads": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * @description Lists leads page by page. Filters are combined: a lead must match all of them.
     *
     *     `offset`, `sort` and `order` are for answers in snake_case; `page`, `sortBy`, `sortOrder`,
     *     `source`, `title` and the filters by time are for answers in camelCase. A request without
     *     `offset` and `page` gets the first page. With answers in the other spelling, the API may
     *     ignore a parameter.
     */
    get: operations["leads.list"];
    put?: never;
    /**
     * @description Creates a lead. Two leads cannot have the same email.
     *
     *     Give the first and the last name as `first_name` and `last_name`, or as `firstName` and
     *     `lastName`, and the other fields in the same spelling.
     */
    post: operations["leads.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/leads/{leadId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the lead.
         * @example lead_abc123
         */
        leadId: components["parameters"]["LeadId"];
      };
      cookie?: never;
    };
    /** @description Gets one lead. */
    get: operations["leads.get"];
    /** @description Changes the given fields of a lead; the others stay. `tags` replaces the whole list, and `email` must not belong to another lead. */
    put: operations["leads.update"];
    post?: never;
    /** @description Deletes a lead for good. The API names `leads:write` in one place and `leads:delete` in another; a key with both works under either. */
    delete: operations["leads.delete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/enrich": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Finds out more about people and their companies. It costs Buena credits: `data.creditsUsed`
     *     says how many, `data.remainingCredits` how many are left. Another call may cost credits again.
     *
     *     Identify a person by `email`, or by `linkedinUrl`, or by `firstName`, `lastName` and `company`
     *     together. An answer can be a partial success: check `data.failed` too.
     */
    post: operations["leads.enrich"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/prospecting/search": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Searches for prospects: people, by their company, their role and the technologies that the company uses, page by page. Each request may cost credits; `data.creditsUsed` says how many. A walk over all pages sends one request per page until you stop it, so set `limit` and `maxPages`. */
    post: operations["prospecting.search"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/linkedin/scheduleLinkedInAction": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * @description Schedules one action on the user's LinkedIn account, which runs after a delay. The answer has
     *     the delay, but neither a job id nor a result: find the job with `users.listJobs`.
     *
     *     Messages and connection requests reach real people in the user's name. Each call schedules
     *     another action, and no operation cancels one. If the answer is lost, check `users.listJobs`
     *     before you call again.
     *
     *     LinkedIn must be connected (`users.connectLinkedin`).
     */
    post: operations["linkedin.scheduleAction"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/linkedin/upload-prospects": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Uploads many prospects at once, and adds them to a campaign if one is named. An answer can be a partial success: check `skipped_count` and `errors` too. */
    post: operations["linkedin.uploadProspects"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/campaigns/{campaignId}/csv": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Exports the prospects of a campaign with their status and their responses, as CSV text with a header row. Tags are joined by `;`. */
    get: operations["campaigns.exportCsv"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/users/integrations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Lists the integrations: which other services the user has connected. Needs a user key. */
    get: operations["users.listIntegrations"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/users/integrations/linkedin": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Starts to connect the user's LinkedIn account. Open `data.authUrl` in the user's browser; the account is connected once the user agrees there. Needs a user key. */
    post: operations["users.connectLinkedin"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/users/linkedin": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Gets the state of the user's LinkedIn account, and how much of the day's limit is used. If no account is connected, the answer says so and names `setupUrl`; that is not an error. Needs a user key. */
    get: operations["users.getLinkedin"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/users/jobs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Lists the background jobs of the user, such as LinkedIn actions and enrichments, in one answer with a summary. Needs a user key. */
    get: operations["users.listJobs"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/voice-clones": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Lists the user's voice clones page by page. */
    get: operations["voiceClones.list"];
    put?: never;
    /** @description Creates a voice clone from 1 to 10 recordings in WAV, MP3, M4A or FLAC, each of 50 MB at most. Training begins after the answer. A user has 5 voice clones at most, unless the plan allows more. */
    post: operations["voiceClones.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/voice-clones/preview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Generates a preview of a voice: the cloned voice says a text, and the answer is the audio as MP3. */
    post: operations["voiceClones.generatePreview"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/voice-clones/{voiceId}": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the voice clone.
         * @example voice_abc123
         */
        voiceId: components["parameters"]["VoiceId"];
      };
      cookie?: never;
    };
    get?: never;
    /** @description Changes the given fields of a voice clone; the others stay. */
    put: operations["voiceClones.update"];
    post?: never;
    /** @description Deletes a voice clone for good. One that a campaign uses cannot be deleted. */
    delete: operations["voiceClones.delete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  lead_status_changed: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The status of a lead has changed
     * @description Buena sends this event to your endpoint.
     */
    post: operations["webhooks.leadStatusChanged"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    /** @description Opens a conversation by its thread id. The answer to the call does not contain its messages. */
    AccessConversationByThreadIdAction: {
      /**
       * @description The action. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      actionType: "accessConversationByThreadId";
      /** @description Id of the thread. */
      threadId: string;
    };
    /** @description A confirmation without further data. */
    Acknowledgement: {
      /** @description Whether the request was accepted. */
      success: boolean;
      /** @description What was done, for people. */
      message: string;
    };
    /** @description An API key. */
    ApiKey: {
      /** @description Id of the key. */
      id: string;
      /** @description Name that was given to the key. */
      name: string;
      /** @description First eight characters of the secret, then `...`. In camelCase answers `prefix`, without the dots. */
      key_preview?: string;
      /** @description First eight characters of the secret. In snake_case answers `key_preview`. */
      prefix?: string;
      /** @description The key, perhaps in full: treat it as a secret. Only in answers that have neither `key_preview` nor `prefix`. */
      key?: string;
      /** @description What the key may do. */
      permissions: components["schemas"]["Permission"][];
      /**
       * Format: date-time
       * @description When the key was last used. Missing or null if it was never used. In camelCase answers `lastUsed`.
       */
      last_used?: string | null;
      /**
       * Format: date-time
       * @description When the key was last used. Missing or null if it was never used. In snake_case answers `last_used`.
       */
      lastUsed?: string | null;
      /** @description Whether the key is active. In camelCase answers `isActive`. */
      is_active?: boolean;
      /** @description Whether the key is active. In snake_case answers `is_active`. */
      isActive?: boolean;
      /**
       * Format: date-time
       * @description When the key was created. In camelCase answers `createdAt`.
       */
      created_at?: string;
      /**
       * Format: date-time
       * @description When the key was created. In snake_case answers `created_at`.
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @description When the key stops working. Missing or null if it never does. In camelCase answers `expiresAt`.
       */
      expires_at?: string | null;
      /**
       * Format: date-time
       * @description When the key stops working. Missing or null if it never does. In snake_case answers `expires_at`.
       */
      expiresAt?: string | null;
      /** @description Requests that were made with the key. Only in camelCase answers. */
      usageCount?: number;
    };
    /** @description Requests of one API key on one day. */
    ApiKeyDailyUsage: {
      /** @description The day, as in `2025-01-15`. */
      date: string;
      /** @description Requests of that day. */
      requests: number;
      /** @description Requests that succeeded. */
      successful: number;
      /** @description Requests that failed. */
      failed: number;
    };
    /** @description How much an API key was used in a period. */
    ApiKeyStats: {
      /** @description Id of the key. */
      key_id: string;
      /**
       * @description The period that was asked for.
       * @enum {string}
       */
      period: "24h" | "7d" | "30d" | "90d";
      /** @description Requests in the period. */
      total_requests: number;
      /** @description Requests that succeeded. */
      successful_requests: number;
      /** @description Requests that failed. */
      failed_requests: number;
      /** @description Requests in the period, by path. */
      usage_by_endpoint: {
        [key: string]: number;
      };
      /** @description Requests day by day. */
      daily_usage: components["schemas"]["ApiKeyDailyUsage"][];
    };
    /** @description Conditions for the company of a prospect. */
    CompanyFilter: {
      /** @description Name of the company. */
      name?: string;
      /** @description Industries to search in. */
      industry?: string[];
      /** @description Ranges of employees, such as `10-50`, `100-500` or `500+`. */
      size?: string[];
      /** @description Places to search in. */
      location?: string[];
      revenue?: components["schemas"]["RevenueRange"];
    };
    /** @description What was found out about the company of an enriched lead. */
    CompanyInfo: {
      /** @description Name of the company. */
      name?: string;
      /** @description Address of its website. */
      website?: string;
      /** @description Its industry. */
      industry?: string;
      /** @description Its range of employees, such as `100-500`. */
      size?: string;
      /** @description What it does. */
      description?: string;
      /** @description Year in which it was founded. */
      founded?: string;
      /** @description Where its head office is. */
      headquarters?: string;
    };
    /** @description How to connect a LinkedIn account. */
    ConnectLinkedInRequest: {
      /** @description Where the browser goes once LinkedIn is connected. */
      returnUrl?: string;
      /** @description LinkedIn scopes to ask for. */
      scopes?: string[];
    };
    /** @description A new API key. */
    CreateApiKeyRequest: {
      /** @description Name to know the key by. */
      name: string;
      /** @description What the key may do: no more than the calling key may do. */
      permissions: components["schemas"]["Permission"][];
      /**
       * Format: date-time
       * @description When the key stops working. For snake_case answers.
       */
      expires_at?: string;
      /** @description Days after which the key stops working, 1 to 365; 0 is never. 365 when left out. For camelCase answers. */
      expiresInDays?: number;
      /** @description What the key is for. */
      description?: string;
    };
    /** @description A new API key with its secret, which is shown only once. */
    CreatedApiKey: {
      /** @description Id of the key. */
      id: string;
      /** @description Name that was given to the key. */
      name: string;
      /** @description The secret. Store it now: it is never shown again. */
      key: string;
      /** @description First eight characters of the secret, then `...`. In camelCase answers `prefix`, without the dots. */
      key_preview?: string;
      /** @description First eight characters of the secret. In snake_case answers `key_preview`. */
      prefix?: string;
      /** @description What the key may do. */
      permissions: components["schemas"]["Permission"][];
      /** @description Whether the key is active; true for a new one. In camelCase answers `isActive`. */
      is_active?: boolean;
      /** @description Whether the key is active; true for a new one. In snake_case answers `is_active`. */
      isActive?: boolean;
      /**
       * Format: date-time
       * @description When the key was created. In camelCase answers `createdAt`.
       */
      created_at?: string;
      /**
       * Format: date-time
       * @description When the key was created. In snake_case answers `created_at`.
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @description When the key stops working. Missing or null if it never does. In camelCase answers `expiresAt`.
       */
      expires_at?: string | null;
      /**
       * Format: date-time
       * @description When the key stops working. Missing or null if it never does. In snake_case answers `expires_at`.
       */
      expiresAt?: string | null;
      /** @description Requests that were made with the key. Only in camelCase answers. */
      usageCount?: number;
    };
    /** @description A new voice clone. */
    CreatedVoiceClone: {
      /** @description Id of the voice clone. */
      voiceId: string;
      /** @description Name of the voice clone. */
      name: string;
      /** @description What the voice is for. */
      description: string;
      /** @description Number of audio files that were accepted. */
      sampleCount: number;
      /**
       * Format: date-time
       * @description When the voice clone was made.
       */
      createdAt: string;
    };
    /** @description A new lead. Give its name as `first_name` and `last_name`, or as `firstName` and `lastName`. */
    CreateLeadRequest: {
      /** @description First name. Needed, unless `firstName` is given. */
      first_name?: string;
      /** @description Last name. Needed beside `first_name`. */
      last_name?: string;
      /** @description First name, if answers are in camelCase. */
      firstName?: string;
      /** @description Last name, if answers are in camelCase. Needed beside `firstName`. */
      lastName?: string;
      /**
       * Format: email
       * @description Email address. No other lead may have it.
       */
      email: string;
      /** @description Company that the lead works for. */
      company?: string;
      /** @description Phone number. */
      phone?: string;
      /** @description Address of the LinkedIn profile, as in `https://linkedin.com/in/<name>`. */
      linkedin_url?: string;
      /** @description Address of the LinkedIn profile, if answers are in camelCase. */
      linkedinUrl?: string;
      /** @description Job title. If answers are in camelCase or have fewer fields, use `title`. */
      job_title?: string;
      /** @description Job title, if answers are in camelCase or have fewer fields. */
      title?: string;
      /** @description Where the lead is. */
      location?: string;
      /** @description Notes in free text. */
      notes?: string;
      /** @description Labels of your choice. */
      tags?: string[];
      /** @description Fields of your own, with any values. */
      custom_fields?: {
        [key: string]: unknown;
      };
      /** @description Fields of your own, if answers are in camelCase. */
      customFields?: {
        [key: string]: unknown;
      };
      /** @description Where the lead came from: `linkedin`, `website`, `referral`, `import` or `api`. For camelCase answers. */
      source?: string;
      /** @description Industry of the lead's company. For camelCase answers. */
      industry?: string;
    };
    /** @description A new voice clone with recordings of the voice. */
    CreateVoiceCloneRequest: {
      /** @description Name of the voice clone. */
      name: string;
      /** @description What the voice is for. */
      description?: string;
      /** @description 1 to 10 recordings in WAV, MP3, M4A or FLAC, each of 50 MB at most. */
      files: string[];
      settings?: components["schemas"]["VoiceSettings"];
    };
    /** @description Confirms that a lead is deleted. */
    DeletedLead: {
      /** @description Whether the lead is deleted. */
      success: boolean;
      /** @description What was done, for people. */
      message: string;
      /** @description Id of the deleted lead. */
      deleted_id?: string;
    };
    /** @description Confirms that a voice clone is deleted. */
    DeletedVoiceClone: {
      /** @description Whether the voice clone is deleted. */
      success: boolean;
      /** @description What was done, for people. */
      message: string;
      /** @description Id of the deleted voice clone. */
      deleted_id: string;
    };
    /** @description What was found out about a person. What was not found may be missing. */
    EnrichedData: {
      /** @description First name. */
      firstName?: string;
      /** @description Last name. */
      lastName?: string;
      /** @description Email address. */
      email?: string;
      /** @description Other email addresses. */
      alternativeEmails?: string[];
      /** @description Phone number. */
      phone?: string;
      /** @description Address of the LinkedIn profile. */
      linkedinUrl?: string;
      /** @description Company that the person works for. */
      company?: string;
      /** @description Job title. */
      title?: string;
      /** @description Where the person is. */
      location?: string;
      /** @description Experience, in words. */
      experience?: string;
      /** @description Skills. */
      skills?: string[];
      /** @description A short biography. */
      bio?: string;
      companyInfo?: components["schemas"]["CompanyInfo"];
      socialProfiles?: components["schemas"]["SocialProfiles"];
    };
    /** @description A person for whom something was found. */
    EnrichedLead: {
      input: components["schemas"]["EnrichmentInput"];
      enrichedData: components["schemas"]["EnrichedData"];
      /** @description Confidence of the match, from 0 to 1. */
      confidence: number;
      /** @description Where the data comes from. */
      sources: string[];
    };
    /** @description People to find out more about. */
    EnrichLeadsRequest: {
      /** @description The people, for example 50 in a request. */
      leads: components["schemas"]["EnrichmentInput"][];
      enrichmentOptions?: components["schemas"]["EnrichmentOptions"];
    };
    /** @description A person for whom nothing was found. */
    EnrichmentFailure: {
      input: components["schemas"]["EnrichmentInput"];
      /** @description Why nothing was found. */
      reason: string;
    };
    /** @description A person, identified by `email`, or by `linkedinUrl`, or by `firstName`, `lastName` and `company` together. */
    EnrichmentInput: {
      /** @description Email address. */
      email?: string;
      /** @description Address of the LinkedIn profile. */
      linkedinUrl?: string;
      /** @description First name. Needs `lastName` and `company` beside it. */
      firstName?: string;
      /** @description Last name. Needs `firstName` and `company` beside it. */
      lastName?: string;
      /** @description Company that the person works for. Needs `firstName` and `lastName` beside it. */
      company?: string;
    };
    /** @description What to look for. */
    EnrichmentOptions: {
      /**
       * @description Look for facts about the person.
       * @default true
       */
      includePersonalInfo: boolean;
      /**
       * @description Look for facts about the company.
       * @default true
       */
      includeCompanyInfo: boolean;
      /**
       * @description Look for profiles on other networks.
       * @default false
       */
      includeSocialProfiles: boolean;
      /**
       * @description Look for email addresses and phone numbers.
       * @default true
       */
      includeContactInfo: boolean;
    };
    /** @description Results of an enrichment, and its cost in credits. */
    EnrichmentResult: {
      /** @description People for whom something was found. */
      enriched: components["schemas"]["EnrichedLead"][];
      /** @description People for whom nothing was found. */
      failed: components["schemas"]["EnrichmentFailure"][];
      /** @description Credits that this request cost. */
      creditsUsed: number;
      /** @description Credits that are left. */
      remainingCredits: number;
    };
    /**
     * @description Code of an error, made for programs.
     * @enum {string}
     */
    ErrorCode:
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
      | "SERVICE_UNAVAILABLE";
    /** @description Details of an error. Which fields it has depends on the error's code. */
    ErrorDetails: {
      /** @description `VALIDATION_ERROR`: what is wrong, by field of the body. */
      fields?: {
        [key: string]: unknown;
      };
      /** @description `VALIDATION_ERROR`: what is wrong, by query parameter. */
      invalidParams?: {
        [key: string]: unknown;
      };
      /** @description `VALIDATION_ERROR`: permissions that do not exist. */
      invalidPermissions?: string[];
      /** @description `VALIDATION_ERROR`: permissions that exist. */
      validPermissions?: string[];
      /** @description `VALIDATION_ERROR`: what is wrong, by element of a list in the body. */
      errors?: components["schemas"]["ItemError"][];
      /** @description `INVALID_LINKEDIN_URL`: the address that was sent. */
      providedUrl?: string;
      /** @description `INVALID_LINKEDIN_URL`: what an address must look like. */
      expectedFormat?: string;
      /** @description `LINKEDIN_NOT_CONNECTED`: what to do. */
      action?: string;
      /** @description `LINKEDIN_NOT_CONNECTED`: where to connect LinkedIn. */
      dashboardUrl?: string;
      /** @description `LINKEDIN_ALREADY_CONNECTED`: the profile that is connected. */
      profileUrl?: string;
      /** @description `LINKEDIN_ALREADY_CONNECTED`: since when it is connected. */
      connectedAt?: string;
      /** @description `INVALID_FILE_FORMAT`: formats that are accepted. */
      supported_formats?: string[];
      /** @description `INVALID_FILE_FORMAT` and `FILE_TOO_LARGE`: the files that were not accepted. With `FILE_TOO_LARGE` each has a name and a size. */
      rejected_files?: (components["schemas"]["RejectedFile"] | string)[];
      /** @description `FILE_TOO_LARGE`: maximum size of a file in MB. */
      max_size_mb?: number;
      /** @description `ENRICHMENT_CREDITS_EXHAUSTED`: credits that are left. */
      remaining?: number;
      /** @description `ENRICHMENT_CREDITS_EXHAUSTED`: credits that the request needs. */
      required?: number;
      /** @description `ENRICHMENT_CREDITS_EXHAUSTED`: where to buy credits. */
      upgradeUrl?: string;
      /** @description `NOT_FOUND`: kind of the thing that was not found. */
      resource?: string;
      /** @description `NOT_FOUND`: the id that was asked for. */
      id?: string;
      /** @description `VOICE_CLONE_NOT_FOUND`: the id that was asked for. */
      voice_id?: string;
      /** @description `DUPLICATE_RESOURCE`: field whose value is used already. */
      field?: string;
      /** @description `DUPLICATE_RESOURCE`: the value that is taken. */
      value?: string;
      /** @description `DUPLICATE_RESOURCE`: id of the thing that has it. */
      existingId?: string;
      /** @description `VOICE_CLONE_IN_USE`: campaigns that use the voice, a number or a list. */
      active_campaigns?: unknown;
      /** @description `VOICE_CLONE_IN_USE`: when the voice was last used. */
      last_used?: string;
      /** @description `PERMISSION_DENIED`, when a key is made: what the calling key may do. */
      yourPermissions?: string[];
      /** @description `PERMISSION_DENIED`, when a key is made: what the new key was to be allowed. */
      requestedPermissions?: string[];
      /** @description `RATE_LIMIT_EXCEEDED`, enrichment: the limit, in words. */
      limit?: string;
      /** @description `RATE_LIMIT_EXCEEDED`, LinkedIn: actions that are allowed in a day. */
      dailyLimit?: number;
      /** @description `RATE_LIMIT_EXCEEDED`, LinkedIn: actions of today. */
      used?: number;
      /** @description `RATE_LIMIT_EXCEEDED`, enrichment and LinkedIn: when the limit is reset. */
      resetTime?: string;
      /** @description `VOICE_CLONE_LIMIT_EXCEEDED`: voice clones that you have. */
      current_count?: number;
      /** @description `VOICE_CLONE_LIMIT_EXCEEDED`: voice clones that you may have. */
      max_allowed?: number;
      /** @description `VOICE_CLONE_LIMIT_EXCEEDED`: where to raise the limit. */
      upgrade_url?: string;
    };
    /** @description The body of most errors. */
    ErrorResponse: {
      /**
       * @description Marks the answer as an error.
       * @constant
       */
      error: true;
      code: components["schemas"]["ErrorCode"];
      /** @description What happened, for people. */
      message: string;
      /** @description Version of the API, `2.0`. */
      version: string;
      /**
       * Format: date-time
       * @description When the error happened.
       */
      timestamp?: string;
      details?: components["schemas"]["ErrorDetails"];
      /** @description Seconds to wait before the next attempt. Comes with 429. */
      retryAfter?: number;
      rateLimitInfo?: components["schemas"]["RateLimitInfo"];
      permissionHelp?: components["schemas"]["PermissionHelp"];
    };
    /** @description The text that a cloned voice says. */
    GenerateVoicePreviewRequest: {
      /** @description Id of the voice clone. */
      voiceId: string;
      /** @description The text to say, of 1 to 500 characters. */
      text: string;
    };
    /** @description Fetches the connection requests that were accepted. The answer to the call does not contain them. */
    GetAcceptedConnectionsAction: {
      /**
       * @description The action. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      actionType: "getAcceptedConnections";
    };
    /** @description Fetches the messages of the LinkedIn inbox. The answer to the call does not contain them. */
    GetLinkedInMessagesAction: {
      /**
       * @description The action. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      actionType: "getLinkedInMessages";
    };
    /** @description Fetches the messages of the conversation with one person. The answer to the call does not contain them. */
    GetSpecificConversationMessagesAction: {
      /**
       * @description The action. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      actionType: "getSpecificConversationMessages";
      /** @description Name of the person. */
      participantName: string;
    };
    /** @description The key that asked. */
    HealthApiKey: {
      /** @description Name that was given to the key. */
      name: string;
      /** @description What the key may do. */
      permissions: components["schemas"]["Permission"][];
      /** @description Requests that were made with the key. */
      usageCount: number;
    };
    /** @description State of the API, and of the services behind it or of the key of the request. */
    HealthStatus: {
      /**
       * @description Overall state of the API.
       * @enum {string}
       */
      status: "healthy" | "degraded" | "down" | "maintenance" | "ok";
      /**
       * Format: date-time
       * @description When the state was taken.
       */
      timestamp: string;
      /** @description Version of the API. Some answers leave it out. */
      version?: string;
      services?: components["schemas"]["ServiceStatuses"];
      /** @description Time that the check took, in milliseconds. Comes with `services`. */
      response_time?: number;
      /** @description Whom the key stands for, such as `user`. Only in camelCase answers. */
      authentication?: string;
      user?: components["schemas"]["HealthUser"];
      apiKey?: components["schemas"]["HealthApiKey"];
    };
    /** @description The user who asked. */
    HealthUser: {
      /** @description Id of the user. */
      id: string;
      /** @description Email address of the user. */
      email: string;
      /** @description Plan of the user, such as `Premium` or `Basic`. */
      role: string;
    };
    /** @description Connections of the user to other services. */
    Integrations: {
      linkedin: components["schemas"]["LinkedInConnection"];
      webhooks: components["schemas"]["WebhookIntegration"];
      summary: components["schemas"]["IntegrationSummary"];
    };
    /** @description How many integrations are set up. */
    IntegrationSummary: {
      /** @description Number of integrations that exist. */
      total: number;
      /** @description Number of integrations that are connected. */
      connected: number;
      /** @description Share of the integrations that are connected, in percent. */
      completionPercentage: number;
    };
    /** @description What is wrong with one element of a list. */
    ItemError: {
      /** @description Place of the element, counted from 0. */
      index: number;
      /** @description What is wrong with it. */
      message: string;
    };
    /** @description A task that runs in the background. */
    Job: {
      /** @description Id of the job. */
      id: string;
      /** @description Kind of the job, such as `linkedin_action` or `data_enrichment`. */
      type: string;
      /** @description State of the job, such as `pending`, `running`, `completed` or `failed`. */
      status: string;
      /**
       * Format: date-time
       * @description When the job was made.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When the job ended; null until then.
       */
      completedAt: string | null;
      /** @description What the job is doing, for people. */
      message: string;
      /** @description Progress of the job, in percent. */
      progress: number;
      /** @description Further facts, which depend on the kind of the job. */
      metadata: {
        [key: string]: unknown;
      };
    };
    /** @description Jobs of the user with a summary. */
    JobList: {
      /** @description The jobs. */
      jobs: components["schemas"]["Job"][];
      statistics: components["schemas"]["JobStatistics"];
    };
    /** @description How many jobs are in which state. */
    JobStatistics: {
      /** @description All jobs. */
      total: number;
      /** @description Jobs that wait. */
      pending: number;
      /** @description Jobs that run. */
      running: number;
      /** @description Jobs that succeeded. */
      completed: number;
      /** @description Jobs that failed. */
      failed: number;
      /** @description Share of the jobs that succeeded. */
      successRate: number;
    };
    /** @description A person that you want to reach. */
    Lead: {
      /** @description Id of the lead. */
      id: string;
      /** @description First name. In camelCase answers `firstName`. */
      first_name?: string;
      /** @description First name. In snake_case answers `first_name`. */
      firstName?: string;
      /** @description Last name. In camelCase answers `lastName`. */
      last_name?: string;
      /** @description Last name. In snake_case answers `last_name`. */
      lastName?: string;
      /** @description Email address. No other lead has it. */
      email: string;
      /** @description Company that the lead works for. */
      company?: string | null;
      /** @description Phone number. */
      phone?: string | null;
      /** @description Address of the LinkedIn profile. In camelCase answers `linkedinUrl`. */
      linkedin_url?: string | null;
      /** @description Address of the LinkedIn profile. In snake_case answers `linkedin_url`. */
      linkedinUrl?: string | null;
      /** @description Job title. In other answers `title`. */
      job_title?: string | null;
      /** @description Job title. In most snake_case answers `job_title`. */
      title?: string | null;
      /** @description Where the lead is. */
      location?: string | null;
      /** @description Notes in free text. */
      notes?: string | null;
      /** @description Labels of your choice. */
      tags?: string[] | null;
      /** @description Fields of your own, with any values. In camelCase answers `customFields`. */
      custom_fields?: {
        [key: string]: unknown;
      } | null;
      /** @description Fields of your own, with any values. In snake_case answers `custom_fields`. */
      customFields?: {
        [key: string]: unknown;
      } | null;
      status: components["schemas"]["LeadStatus"];
      /**
       * @description Where the lead came from. Only in camelCase answers.
       * @enum {string|null}
       */
      source?: "linkedin" | "website" | "referral" | "import" | "api" | null;
      /** @description Industry of the lead's company. Only in camelCase answers. */
      industry?: string | null;
      /**
       * Format: date-time
       * @description When the lead was last contacted. Only in camelCase answers.
       */
      lastContactedAt?: string | null;
      /**
       * Format: date-time
       * @description When the lead was created. In camelCase answers `createdAt`.
       */
      created_at?: string;
      /**
       * Format: date-time
       * @description When the lead was created. In snake_case answers `created_at`.
       */
      createdAt?: string;
      /**
       * Format: date-time
       * @description When the lead was last changed. In camelCase answers `updatedAt`.
       */
      updated_at?: string;
      /**
       * Format: date-time
       * @description When the lead was last changed. In snake_case answers `updated_at`.
       */
      updatedAt?: string;
    };
    /** @description The leads of a page and the position of the page, in a camelCase answer. */
    LeadList: {
      /** @description The leads of this page. */
      leads: components["schemas"]["Lead"][];
      pagination: components["schemas"]["LeadPagination"];
    };
    /** @description Position of a page in its list. */
    LeadPagination: {
      /** @description Number of this page, from 1. */
      page: number;
      /** @description Maximum number of leads on a page. */
      limit: number;
      /** @description Number of all leads that match. */
      total: number;
      /** @description Number of all pages. */
      pages: number;
      /** @description Whether there is a page after this one. */
      hasNextPage: boolean;
      /** @description Whether there is a page before this one. */
      hasPrevPage: boolean;
    };
    /**
     * @description State of your contact with a lead.
     * @enum {string}
     */
    LeadStatus:
      | "active"
      | "inactive"
      | "contacted"
      | "new"
      | "replied"
      | "responded"
      | "qualified"
      | "unqualified"
      | "converted"
      | "cold";
    /** @description A change of a lead's status. */
    LeadStatusChange: {
      /** @description Id of the lead. */
      lead_id: string;
      /** @description Status before the change. */
      old_status: string;
      /** @description Status after the change. */
      new_status: string;
    };
    /** @description An event: the status of a lead has changed. */
    LeadStatusChangedEvent: {
      /**
       * @description Name of the event.
       * @constant
       */
      event: "lead_status_changed";
      /**
       * Format: date-time
       * @description When the status changed.
       */
      timestamp: string;
      data: components["schemas"]["LeadStatusChange"];
    };
    /** @description Something to do on LinkedIn. `actionType` says what, and so which other fields are needed. */
    LinkedInAction:
      | components["schemas"]["SendConnectionRequestAction"]
      | components["schemas"]["GetAcceptedConnectionsAction"]
      | components["schemas"]["SendMessageToFirstAction"]
      | components["schemas"]["SendFirstMessageAction"]
      | components["schemas"]["SendVoiceMessageAction"]
      | components["schemas"]["GetLinkedInMessagesAction"]
      | components["schemas"]["GetSpecificConversationMessagesAction"]
      | components["schemas"]["AccessConversationByThreadIdAction"];
    /** @description Where the user goes to connect LinkedIn. */
    LinkedInAuthorization: {
      /**
       * Format: uri
       * @description Address to open in the user's browser.
       */
      authUrl: string;
      /** @description Value that is sent back with the user, so that you can match the answer with this request. */
      state: string;
      /**
       * Format: date-time
       * @description Until when the address works.
       */
      expiresAt: string;
    };
    /** @description The LinkedIn account, as the list of integrations shows it. */
    LinkedInConnection: {
      /** @description Whether an account is connected. */
      connected: boolean;
      /** @description Address of the profile. */
      profileUrl?: string;
      /** @description Name on the profile. */
      name?: string;
      /** @description Number of connections. */
      connectionCount?: number;
      /** @description Where to connect an account. Given when none is connected. */
      setupUrl?: string;
    };
    /** @description The LinkedIn account with today's use. */
    LinkedInIntegration: {
      /** @description Whether an account is connected. */
      connected: boolean;
      /** @description Address of the profile. */
      profileUrl?: string;
      /** @description Name on the profile. */
      name?: string;
      /** @description Number of connections. */
      connectionCount?: number;
      /** @description Actions that were done today. */
      actionsToday?: number;
      /** @description Actions that are allowed in a day. */
      dailyLimit?: number;
      /**
       * Format: date-time
       * @description When the last action was done.
       */
      lastActivity?: string;
      /** @description Where to connect an account. Given when none is connected. */
      setupUrl?: string;
    };
    /** @description State of the user's LinkedIn account. */
    LinkedInStatus: {
      linkedInIntegration: components["schemas"]["LinkedInIntegration"];
      /** @description Whether actions go through a proxy. */
      hasProxy: boolean;
      /** @description Time zone of the user, such as `Europe/Berlin`. */
      timezone: string;
    };
    /** @description What an API key may do, as `resource:action`. `*` is everything, which a global key may do. */
    Permission:
      | (
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
        )
      | string;
    /** @description The permission that is missing. Comes with 403. */
    PermissionHelp: {
      /** @description Permission that the operation needs. */
      required: string;
      /** @description Permissions that the key has. */
      available: string[];
      /** @description Page that explains permissions. */
      documentation: string;
    };
    /** @description Conditions for the prospect. */
    PersonFilter: {
      /** @description Job titles to search for. */
      title?: string[];
      /** @description Levels of seniority to search for. */
      seniority?: string[];
      /** @description Departments to search in. */
      department?: string[];
      /** @description Places to search in. */
      location?: string[];
    };
    /** @description A person that a search found. Any field but `id` may be missing. */
    Prospect: {
      /** @description Id of the prospect. */
      id: string;
      /** @description First name. */
      firstName?: string;
      /** @description Last name. */
      lastName?: string;
      /** @description Email address. */
      email?: string;
      /** @description Address of the LinkedIn profile. */
      linkedinUrl?: string;
      /** @description Job title. */
      title?: string;
      /** @description Company that the prospect works for. */
      company?: string;
      /** @description Industry of the company. */
      industry?: string;
      /** @description Where the prospect is. */
      location?: string;
      /** @description Range of employees of the company, such as `100-500`. */
      companySize?: string;
      /** @description Technologies that the company uses. */
      technologies?: string[];
      /** @description How sure the match is. */
      confidence?: number;
    };
    /** @description What to search for. Filters of all three kinds may be combined. */
    ProspectFilters: {
      company?: components["schemas"]["CompanyFilter"];
      person?: components["schemas"]["PersonFilter"];
      technology?: components["schemas"]["TechnologyFilter"];
    };
    /** @description One page of the results of a search, and its cost in credits. */
    ProspectSearchResult: {
      /** @description The prospects of this part. */
      prospects: components["schemas"]["Prospect"][];
      /** @description Number of all prospects that match. */
      total: number;
      /** @description Credits that this request cost. */
      creditsUsed: number;
      /** @description Credits that are left. */
      remainingCredits: number;
    };
    /** @description A prospect to upload. */
    ProspectUpload: {
      /** @description Full name. */
      name: string;
      /** @description Address of the LinkedIn profile. */
      linkedin_url: string;
      /** @description Email address. */
      email?: string;
      /** @description Company that the prospect works for. */
      company?: string;
      /** @description Job title. */
      title?: string;
      /** @description Notes in free text. */
      notes?: string;
    };
    /** @description The rate limit that was reached. Comes with 429 of the general limit. */
    RateLimitInfo: {
      /** @description Requests that the key may send in the window. */
      limit: number;
      /** @description Requests left in the window. */
      remaining: number;
      /**
       * Format: int64
       * @description When the window ends, in Unix seconds.
       */
      reset: number;
      /**
       * @description Length of the window.
       * @enum {string}
       */
      window: "minute" | "hour" | "day";
    };
    /** @description An API key with its new secret, which is shown only once. */
    RegeneratedApiKey: {
      /** @description Id of the key. */
      id: string;
      /** @description The new secret, in place of the old one. */
      key: string;
      /** @description Name that was given to the key. */
      name: string;
      /**
       * Format: date-time
       * @description When the key was created.
       */
      created_at: string;
      /**
       * Format: date-time
       * @description When the key was last used; null if it was not.
       */
      last_used_at: string | null;
    };
    /** @description A file that was not taken. */
    RejectedFile: {
      /** @description Name of the file. */
      filename: string;
      /** @description Its size in MB. */
      size_mb?: number;
    };
    /** @description A range of revenue. */
    RevenueRange: {
      /** @description Least revenue. */
      min?: number;
      /** @description Maximum revenue; null for no limit. */
      max?: number | null;
    };
    /** @description The body with which `/users` routes refuse a global key. */
    RouteErrorResponse: {
      /** @description What is wrong, for people. */
      error: string;
      /** @description Route that a global key can use in its place. */
      availableRoute: string;
    };
    /** @description A search for prospects. */
    SearchProspectsRequest: {
      filters: components["schemas"]["ProspectFilters"];
      /**
       * @description Maximum number of prospects in an answer.
       * @default 25
       */
      limit: number;
      /**
       * @description Number of prospects to skip.
       * @default 0
       */
      offset: number;
    };
    /** @description Asks a person to connect. */
    SendConnectionRequestAction: {
      /**
       * @description The action. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      actionType: "sendConnectionRequest";
      /**
       * Format: uri
       * @description Profile of the person, as in `https://linkedin.com/in/<name>`.
       */
      profileUrl: string;
      /** @description A note to send with the request. */
      message?: string;
    };
    /** @description Sends the first message to a person. */
    SendFirstMessageAction: {
      /**
       * @description The action. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      actionType: "sendFirstMessage";
      /**
       * Format: uri
       * @description Profile of the person, as in `https://linkedin.com/in/<name>`.
       */
      profileUrl: string;
      /** @description The message. */
      message: string;
    };
    /** @description Sends a message to a person to whom you are connected (first degree). */
    SendMessageToFirstAction: {
      /**
       * @description The action. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      actionType: "sendMessageToFirst";
      /**
       * Format: uri
       * @description Profile of the person, as in `https://linkedin.com/in/<name>`.
       */
      profileUrl: string;
      /** @description The message. */
      message: string;
    };
    /** @description Sends a voice message, said by a cloned voice. */
    SendVoiceMessageAction: {
      /**
       * @description The action. (enum property replaced by openapi-typescript)
       * @enum {string}
       */
      actionType: "sendVoiceMessage";
      /**
       * Format: uri
       * @description Profile of the person, as in `https://linkedin.com/in/<name>`.
       */
      profileUrl: string;
      /** @description The message as text. What the voice says is `voiceSettings.voiceText`. */
      message: string;
      voiceSettings: components["schemas"]["VoiceMessageSettings"];
    };
    /**
     * @description State of one service.
     * @enum {string}
     */
    ServiceStatus: "healthy" | "degraded" | "down";
    /** @description State of the services behind the API. */
    ServiceStatuses: {
      /** @description State of the database. */
      database: components["schemas"]["ServiceStatus"];
      /** @description State of the cache. */
      redis: components["schemas"]["ServiceStatus"];
      /** @description State of the API itself. */
      api: components["schemas"]["ServiceStatus"];
    };
    /** @description Profiles on other networks. Given when `includeSocialProfiles` was set. */
    SocialProfiles: {
      /** @description Profile on Twitter. */
      twitter?: string;
      /** @description Profile on GitHub. */
      github?: string;
      /** @description Profile on Facebook. */
      facebook?: string;
    };
    /** @description Technologies that the company of a prospect must use or must not use. */
    TechnologyFilter: {
      /** @description Technologies that it must use. */
      using?: string[];
      /** @description Technologies that it must not use. */
      notUsing?: string[];
    };
    /** @description Changes of an API key. What is left out stays as it is. */
    UpdateApiKeyRequest: {
      /** @description Name to know the key by. */
      name?: string;
      /** @description What the key is for. */
      description?: string;
      /** @description What the key may do from now on. */
      permissions?: components["schemas"]["Permission"][];
      /**
       * Format: date-time
       * @description When the key stops working.
       */
      expiresAt?: string;
    };
    /** @description An API key after a change. */
    UpdatedApiKey: {
      /** @description Id of the key. */
      id: string;
      /** @description What the key is for. */
      description: string;
      /** @description What the key may do. */
      permissions: components["schemas"]["Permission"][];
      /**
       * Format: date-time
       * @description When the key was created.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When the key was last changed.
       */
      updatedAt: string;
      /**
       * Format: date-time
       * @description When the key was last used; null if it was not.
       */
      lastUsed: string | null;
      /**
       * Format: date-time
       * @description When the key stops working; null if it never does.
       */
      expiresAt: string | null;
    };
    /** @description A voice clone after a change. */
    UpdatedVoiceClone: {
      /** @description Name of the voice clone. */
      name: string;
      /** @description What the voice is for. */
      description: string;
      /** @description Whether the voice may be used. */
      isActive: boolean;
      /**
       * Format: date-time
       * @description When the voice clone was last changed.
       */
      updatedAt: string;
      /** @description Id of the voice clone. */
      id?: string;
      /** @description State of the training, such as `ready`. */
      status?: string;
      settings?: components["schemas"]["VoiceSettings"];
      /**
       * Format: date-time
       * @description When the voice clone was made.
       */
      created_at?: string;
      /**
       * Format: date-time
       * @description When the voice clone was last changed.
       */
      updated_at?: string;
    };
    /** @description Changes of a lead. What is left out stays as it is. */
    UpdateLeadRequest: {
      /** @description First name. */
      first_name?: string;
      /** @description Last name. */
      last_name?: string;
      /** @description First name, if answers are in camelCase. */
      firstName?: string;
      /** @description Last name, if answers are in camelCase. */
      lastName?: string;
      /**
       * Format: email
       * @description Email address. No other lead may have it.
       */
      email?: string;
      /** @description Company that the lead works for. */
      company?: string;
      /** @description Phone number. */
      phone?: string;
      /** @description Address of the LinkedIn profile, as in `https://linkedin.com/in/<name>`. */
      linkedin_url?: string;
      /** @description Job title. If answers are in camelCase or have fewer fields, use `title`. */
      job_title?: string;
      /** @description Job title, if answers are in camelCase or have fewer fields. */
      title?: string;
      /** @description Where the lead is. */
      location?: string;
      /** @description Notes in free text. */
      notes?: string;
      /** @description Labels of your choice. They replace all labels that the lead has. */
      tags?: string[];
      /** @description Fields of your own, with any values. */
      custom_fields?: {
        [key: string]: unknown;
      };
      /** @description Fields of your own, if answers are in camelCase. */
      customFields?: {
        [key: string]: unknown;
      };
      status?: components["schemas"]["LeadStatus"];
    };
    /** @description Changes of a voice clone. What is left out stays as it is. */
    UpdateVoiceCloneRequest: {
      /** @description Name of the voice clone. */
      name?: string;
      /** @description What the voice is for. */
      description?: string;
      /** @description Whether the voice may be used. */
      isActive?: boolean;
      settings?: components["schemas"]["VoiceSettings"];
    };
    /** @description Prospects to upload. */
    UploadProspectsRequest: {
      /** @description The prospects. */
      prospects: components["schemas"]["ProspectUpload"][];
      /** @description Campaign to add them to. */
      campaign_id?: string;
      /** @description Labels for all of them. */
      tags?: string[];
    };
    /** @description What became of uploaded prospects. */
    UploadProspectsResult: {
      /** @description Prospects that were taken. */
      uploaded_count: number;
      /** @description Prospects that were left out. */
      skipped_count: number;
      /** @description Why prospects were left out, for people. */
      errors: string[];
      /** @description Ids of the prospects that were accepted. */
      prospect_ids: string[];
    };
    /** @description A cloned voice. */
    VoiceClone: {
      /** @description Id of the voice clone. */
      voiceId: string;
      /** @description Name of the voice clone. */
      name: string;
      /** @description What the voice is for. */
      description: string;
      /** @description Whether the voice may be used. */
      isActive: boolean;
      /** @description Number of audio files that the voice was made from. */
      sampleCount: number;
      /**
       * Format: date-time
       * @description When the voice clone was made.
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When the voice clone was last changed.
       */
      updatedAt: string;
      /** @description Labels of the voice, by name. */
      labels: {
        [key: string]: unknown;
      };
    };
    /** @description The body of some errors of the voice clone operations. It has no code. */
    VoiceCloneErrorResponse: {
      /**
       * @description Marks the answer as an error.
       * @constant
       */
      success: false;
      /** @description What happened, for people. */
      error: string;
      /** @description More about it. */
      details?: string;
    };
    /** @description One page of voice clones. */
    VoiceCloneList: {
      /** @description The voice clones of this page. */
      voiceClones: components["schemas"]["VoiceClone"][];
      /** @description Number of all voice clones that match. */
      total: number;
    };
    /** @description What a cloned voice says in a voice message, and how. */
    VoiceMessageSettings: {
      /** @description Id of the voice clone. */
      voiceId: string;
      /** @description The text to say, of 1 to 500 characters. */
      voiceText: string;
      voiceParams?: components["schemas"]["VoiceSettings"];
    };
    /** @description How a cloned voice sounds. */
    VoiceSettings: {
      /**
       * @description How even the voice is, from 0 to 1.
       * @default 0.5
       */
      stability: number;
      /**
       * @description How close the voice stays to the recordings, from 0 to 1.
       * @default 0.75
       */
      clarity: number;
      /**
       * @description Whether to increase the similarity to the speaker.
       * @default true
       */
      use_speaker_boost: boolean;
    };
    /** @description The user's webhooks. */
    WebhookIntegration: {
      /** @description Whether a webhook is set up. */
      configured: boolean;
      /** @description Addresses to which events are sent. */
      endpoints: string[];
      /**
       * @description State of the webhooks.
       * @enum {string}
       */
      status: "active" | "error" | "testing";
    };
  };
  responses: {
    /** @description A field of the body is missing or invalid. `details.fields` says which. */
    InvalidBody: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description A query parameter is invalid. `details.invalidParams` says which. */
    InvalidQuery: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The API key is missing, unknown or expired. */
    Unauthorized: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The key lacks a permission. `permissionHelp` names it. */
    PermissionDenied: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description No API key has this id. */
    ApiKeyNotFound: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description No lead has this id. */
    LeadNotFound: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description Another lead has this email. `details.existingId` is that lead's id. */
    DuplicateLead: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The email, the phone number or the LinkedIn URL has the wrong form. */
    UnprocessableLead: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a day per key. */
    RateLimited: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
        "Retry-After": components["headers"]["RetryAfter"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description Buena failed. The request may have taken effect. */
    InternalServerError: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description A server behind the API gave no usable answer. */
    BadGateway: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The API is down for the moment. */
    ServiceUnavailable: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The key is a global one, and this route needs a user key (`availableRoute` says what to call in its place), or the request is invalid. */
    GlobalKeyRefused: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
        [name: string]: unknown;
      };
      content: {
        "application/json":
          | components["schemas"]["RouteErrorResponse"]
          | components["schemas"]["ErrorResponse"];
      };
    };
    /** @description No voice clone has this id. */
    VoiceCloneNotFound: {
      headers: {
        "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
        "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
        "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
        "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
        [name: string]: unknown;
      };
      content: {
        "application/json":
          | components["schemas"]["VoiceCloneErrorResponse"]
          | components["schemas"]["ErrorResponse"];
      };
    };
  };
  parameters: {
    /**
     * @description Id of the API key (not the key itself).
     * @example key_abc123
     */
    KeyId: string;
    /**
     * @description Id of the lead.
     * @example lead_abc123
     */
    LeadId: string;
    /**
     * @description Id of the voice clone.
     * @example voice_abc123
     */
    VoiceId: string;
  };
  requestBodies: never;
  headers: {
    /**
     * @description Requests that the key may send in the window.
     * @example 60
     */
    RateLimitLimit: number;
    /**
     * @description Requests left in the window.
     * @example 42
     */
    RateLimitRemaining: number;
    /**
     * @description When the window ends, in Unix seconds.
     * @example 1736937060
     */
    RateLimitReset: number;
    /**
     * @description Length of the window that the other rate limit headers speak of.
     * @example minute
     */
    RateLimitWindow: "minute" | "hour" | "day";
    /**
     * @description Seconds to wait before the next attempt.
     * @example 30
     */
    RetryAfter: number;
    /**
     * @description Marks the audio as an attachment and names a file for it.
     * @example attachment; filename="voice-preview.mp3"
     */
    ContentDisposition: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  "health.check": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The state of the API. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["HealthStatus"];
        };
      };
      401: components["responses"]["Unauthorized"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "apiKeys.list": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All API keys. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json":
            | {
                /** @description Whether the request succeeded. Only in camelCase answers. */
                success?: boolean;
                /** @description The keys. */
                data: components["schemas"]["ApiKey"][];
                /** @description Number of keys. Only in snake_case answers. */
                total?: number;
              }
            | components["schemas"]["ApiKey"][];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "apiKeys.create": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The new key. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateApiKeyRequest"];
      };
    };
    responses: {
      /** @description The new key with its secret. */
      201: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json":
            | components["schemas"]["CreatedApiKey"]
            | {
                /** @description Whether it was done. */
                success: boolean;
                data: components["schemas"]["CreatedApiKey"];
                /** @description What was done, for people. */
                message?: string;
              };
        };
      };
      /** @description The name is missing, or a permission does not exist. */
      400: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      /** @description The calling key may not create keys, or lacks a permission that the new key should get. */
      403: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
      /** @description A field has the wrong form. `details.fields` says which. */
      422: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
      /** @description Too many keys were made, or a general rate limit is reached. */
      429: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          "Retry-After": components["headers"]["RetryAfter"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "apiKeys.update": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the API key (not the key itself).
         * @example key_abc123
         */
        keyId: components["parameters"]["KeyId"];
      };
      cookie?: never;
    };
    /** @description What to change. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpdateApiKeyRequest"];
      };
    };
    responses: {
      /** @description The key after the change. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description Whether the change was made. */
            success: boolean;
            data: components["schemas"]["UpdatedApiKey"];
          };
        };
      };
      400: components["responses"]["InvalidBody"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      404: components["responses"]["ApiKeyNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "apiKeys.delete": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the API key (not the key itself).
         * @example key_abc123
         */
        keyId: components["parameters"]["KeyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key is deleted. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Acknowledgement"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      404: components["responses"]["ApiKeyNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "apiKeys.regenerate": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the API key (not the key itself).
         * @example key_abc123
         */
        keyId: components["parameters"]["KeyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key with its new secret. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RegeneratedApiKey"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      404: components["responses"]["ApiKeyNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "apiKeys.stats": {
    parameters: {
      query?: {
        /**
         * @description Period to look back on.
         * @example 7d
         */
        period?: "24h" | "7d" | "30d" | "90d";
        /**
         * @description Interval to count the use by. `daily_usage` of the answer counts by day.
         * @example day
         */
        granularity?: "hour" | "day" | "week";
      };
      header?: never;
      path: {
        /**
         * @description Id of the API key (not the key itself).
         * @example key_abc123
         */
        keyId: components["parameters"]["KeyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The use of the key. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApiKeyStats"];
        };
      };
      400: components["responses"]["InvalidQuery"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      404: components["responses"]["ApiKeyNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "leads.list": {
    parameters: {
      query?: {
        /**
         * @description Maximum number of leads on a page.
         * @example 50
         */
        limit?: number;
        /**
         * @description Number of leads to skip.
         * @example 0
         */
        offset?: number;
        /**
         * @description Field to sort by.
         * @example created_at
         */
        sort?: "created_at" | "updated_at" | "first_name" | "last_name";
        /**
         * @description Direction in which to sort.
         * @example desc
         */
        order?: "asc" | "desc";
        /**
         * @description Text that the name or the email must contain; where answers are in camelCase also the company or the title, with two characters at least.
         * @example example
         */
        search?: string;
        /**
         * @description Company that a lead must work for.
         * @example Example Works
         */
        company?: string;
        /**
         * @description Status that a lead must have.
         * @example active
         */
        status?: "active" | "inactive" | "contacted" | "new" | "replied" | "converted" | "cold";
        /**
         * @description Number of the page, from 1. For camelCase answers.
         * @example 1
         */
        page?: number;
        /**
         * @description Field to sort by. For camelCase answers.
         * @example createdAt
         */
        sortBy?: "createdAt" | "updatedAt" | "firstName" | "lastName" | "company" | "lastContactedAt";
        /**
         * @description Direction in which to sort. For camelCase answers.
         * @example desc
         */
        sortOrder?: "asc" | "desc";
        /**
         * @description Where a lead must have come from. For camelCase answers.
         * @example linkedin
         */
        source?: "linkedin" | "website" | "referral" | "import" | "api";
        /**
         * @description Text that the job title must contain. For camelCase answers.
         * @example operations
         */
        title?: string;
        /**
         * @description Time after which a lead must have been created. For camelCase answers.
         * @example 2025-01-01T00:00:00Z
         */
        createdAfter?: string;
        /**
         * @description Time before which a lead must have been created. For camelCase answers.
         * @example 2025-02-01T00:00:00Z
         */
        createdBefore?: string;
        /**
         * @description Time after which a lead must last have been contacted. For camelCase answers.
         * @example 2025-01-10T00:00:00Z
         */
        lastContactedAfter?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of leads. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /**
             * @description The leads of this page; in camelCase answers together with the position of the
             *     page. Missing if they are in `leads`.
             */
            data?: components["schemas"]["Lead"][] | components["schemas"]["LeadList"];
            /** @description The leads of this page, in snake_case answers without `data`. */
            leads?: components["schemas"]["Lead"][];
            /** @description Number of all leads that match. Only in snake_case answers. */
            total?: number;
            /** @description Maximum number of leads on this page. Only in snake_case answers. */
            limit?: number;
            /** @description Number of leads that were skipped. Only in snake_case answers. */
            offset?: number;
            /** @description Whether the request succeeded. Only in camelCase answers. */
            success?: boolean;
          };
        };
      };
      400: components["responses"]["InvalidQuery"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "leads.create": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The new lead. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["CreateLeadRequest"];
      };
    };
    responses: {
      /** @description The new lead. */
      201: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json":
            | components["schemas"]["Lead"]
            | {
                /** @description Whether it was done. */
                success: boolean;
                data: components["schemas"]["Lead"];
              };
        };
      };
      400: components["responses"]["InvalidBody"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      409: components["responses"]["DuplicateLead"];
      422: components["responses"]["UnprocessableLead"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "leads.get": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the lead.
         * @example lead_abc123
         */
        leadId: components["parameters"]["LeadId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The lead. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json":
            | components["schemas"]["Lead"]
            | {
                /** @description Whether it was done. */
                success: boolean;
                data: components["schemas"]["Lead"];
              };
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      404: components["responses"]["LeadNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "leads.update": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the lead.
         * @example lead_abc123
         */
        leadId: components["parameters"]["LeadId"];
      };
      cookie?: never;
    };
    /** @description What to change. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpdateLeadRequest"];
      };
    };
    responses: {
      /** @description The lead after the change. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json":
            | components["schemas"]["Lead"]
            | {
                /** @description Whether it was done. */
                success: boolean;
                data: components["schemas"]["Lead"];
              };
        };
      };
      400: components["responses"]["InvalidBody"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      404: components["responses"]["LeadNotFound"];
      409: components["responses"]["DuplicateLead"];
      422: components["responses"]["UnprocessableLead"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "leads.delete": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the lead.
         * @example lead_abc123
         */
        leadId: components["parameters"]["LeadId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The lead is deleted. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DeletedLead"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      404: components["responses"]["LeadNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "leads.enrich": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The people, and what to look for. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["EnrichLeadsRequest"];
      };
    };
    responses: {
      /** @description Results of the enrichment. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description Whether the enrichment was done. */
            success: boolean;
            data: components["schemas"]["EnrichmentResult"];
          };
        };
      };
      /** @description An element of `leads` does not identify a person. `details.errors` says which. */
      400: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      /** @description Too few credits are left for this request. */
      402: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
      403: components["responses"]["PermissionDenied"];
      /** @description The limit of enrichments, such as 100 an hour, or a general rate limit is reached. */
      429: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          "Retry-After": components["headers"]["RetryAfter"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "prospecting.search": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description What to search for. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["SearchProspectsRequest"];
      };
    };
    responses: {
      /** @description One page of prospects. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description Whether the search was done. */
            success: boolean;
            data: components["schemas"]["ProspectSearchResult"];
          };
        };
      };
      400: components["responses"]["InvalidBody"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "linkedin.scheduleAction": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The action. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["LinkedInAction"];
      };
    };
    responses: {
      /** @description The action is scheduled. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Acknowledgement"];
        };
      };
      /** @description LinkedIn is not connected, the address of the profile has the wrong form, or a field is missing. */
      400: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      /** @description The limit of LinkedIn actions, such as 100 a day, or a general rate limit is reached. */
      429: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          "Retry-After": components["headers"]["RetryAfter"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "linkedin.uploadProspects": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The prospects. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UploadProspectsRequest"];
      };
    };
    responses: {
      /** @description What became of the prospects. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["UploadProspectsResult"];
        };
      };
      400: components["responses"]["InvalidBody"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "campaigns.exportCsv": {
    parameters: {
      query?: {
        /**
         * @description Whether to include the text of responses.
         * @example true
         */
        include_responses?: boolean;
        /**
         * @description Start of the time to export.
         * @example 2025-01-01T00:00:00Z
         */
        date_from?: string;
        /**
         * @description End of the time to export.
         * @example 2025-01-31T23:59:59Z
         */
        date_to?: string;
        /**
         * @description Which prospects to export.
         * @example responded
         */
        status?: "all" | "contacted" | "responded" | "converted";
      };
      header?: never;
      path: {
        /**
         * @description Id of the campaign.
         * @example campaign_abc123
         */
        campaignId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The campaign as CSV. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "text/csv": string;
        };
      };
      400: components["responses"]["InvalidQuery"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      /** @description No campaign has this id. */
      404: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorResponse"];
        };
      };
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "users.listIntegrations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The integrations. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description Whether the request succeeded. */
            success: boolean;
            /** @description Id of the user to whom the key belongs. */
            userId: string;
            data: components["schemas"]["Integrations"];
          };
        };
      };
      400: components["responses"]["GlobalKeyRefused"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "users.connectLinkedin": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description How to connect. */
    requestBody?: {
      content: {
        "application/json": components["schemas"]["ConnectLinkedInRequest"];
      };
    };
    responses: {
      /** @description Where the user goes next. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description Whether the request succeeded. */
            success: boolean;
            /** @description Id of the user to whom the key belongs. */
            userId: string;
            data: components["schemas"]["LinkedInAuthorization"];
          };
        };
      };
      /** @description LinkedIn is connected already, or the key is a global one (`availableRoute` says what to call in its place). */
      400: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json":
            | components["schemas"]["ErrorResponse"]
            | components["schemas"]["RouteErrorResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "users.getLinkedin": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The state of the LinkedIn account. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description Whether the request succeeded. */
            success: boolean;
            /** @description Id of the user to whom the key belongs. */
            userId: string;
            data: components["schemas"]["LinkedInStatus"];
          };
        };
      };
      400: components["responses"]["GlobalKeyRefused"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "users.listJobs": {
    parameters: {
      query?: {
        /**
         * @description Start of the time to list, in Unix seconds.
         * @example 1735689600
         */
        startDate?: number;
        /**
         * @description End of the time to list, in Unix seconds.
         * @example 1736937000
         */
        endDate?: number;
        /**
         * @description State that a job must have, such as `pending`, `running`, `completed` or `failed`.
         * @example completed
         */
        status?: string;
        /**
         * @description Kind of job, such as `linkedin_action` or `data_enrichment`.
         * @example linkedin_action
         */
        type?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The jobs. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description Whether the request succeeded. */
            success: boolean;
            /** @description Id of the user to whom the key belongs. */
            userId: string;
            data: components["schemas"]["JobList"];
          };
        };
      };
      400: components["responses"]["GlobalKeyRefused"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "voiceClones.list": {
    parameters: {
      query?: {
        /**
         * @description State of the training that a voice clone must have.
         * @example ready
         */
        status?: "processing" | "ready" | "failed";
        /**
         * @description Maximum number of voice clones on a page.
         * @example 50
         */
        limit?: number;
        /**
         * @description Number of voice clones to skip.
         * @example 0
         */
        offset?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of voice clones. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description Whether the request succeeded. */
            success: boolean;
            data: components["schemas"]["VoiceCloneList"];
          };
        };
      };
      400: components["responses"]["InvalidQuery"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "voiceClones.create": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The new voice clone with its recordings. */
    requestBody: {
      content: {
        "multipart/form-data": components["schemas"]["CreateVoiceCloneRequest"];
      };
    };
    responses: {
      /** @description The new voice clone. */
      201: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description Whether the voice clone was made. */
            success: boolean;
            data: components["schemas"]["CreatedVoiceClone"];
            /** @description What was done, for people. */
            message: string;
          };
        };
      };
      /** @description A field is missing, or a file has a format that is not accepted. */
      400: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json":
            | components["schemas"]["VoiceCloneErrorResponse"]
            | components["schemas"]["ErrorResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      /** @description A file is larger than 50 MB. */
      413: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json":
            | components["schemas"]["VoiceCloneErrorResponse"]
            | components["schemas"]["ErrorResponse"];
        };
      };
      /** @description You have 5 voice clones, or a general rate limit is reached. */
      429: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          "Retry-After": components["headers"]["RetryAfter"];
          [name: string]: unknown;
        };
        content: {
          "application/json":
            | components["schemas"]["VoiceCloneErrorResponse"]
            | components["schemas"]["ErrorResponse"];
        };
      };
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "voiceClones.generatePreview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The voice and the text. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["GenerateVoicePreviewRequest"];
      };
    };
    responses: {
      /** @description The audio as MP3. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          "Content-Disposition": components["headers"]["ContentDisposition"];
          [name: string]: unknown;
        };
        content: {
          "audio/mpeg": string;
        };
      };
      /** @description A field is missing, the text is too long, or the voice is not trained yet. */
      400: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json":
            | components["schemas"]["VoiceCloneErrorResponse"]
            | components["schemas"]["ErrorResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      404: components["responses"]["VoiceCloneNotFound"];
      429: components["responses"]["RateLimited"];
      /** @description The audio could not be made. */
      500: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json":
            | components["schemas"]["VoiceCloneErrorResponse"]
            | components["schemas"]["ErrorResponse"];
        };
      };
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "voiceClones.update": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the voice clone.
         * @example voice_abc123
         */
        voiceId: components["parameters"]["VoiceId"];
      };
      cookie?: never;
    };
    /** @description What to change. */
    requestBody: {
      content: {
        "application/json": components["schemas"]["UpdateVoiceCloneRequest"];
      };
    };
    responses: {
      /** @description The voice clone after the change. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @description Whether the change was made. */
            success: boolean;
            /** @description What was done, for people. */
            message: string;
            data: components["schemas"]["UpdatedVoiceClone"];
          };
        };
      };
      400: components["responses"]["InvalidBody"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      404: components["responses"]["VoiceCloneNotFound"];
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "voiceClones.delete": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Id of the voice clone.
         * @example voice_abc123
         */
        voiceId: components["parameters"]["VoiceId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The voice clone is deleted. */
      200: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DeletedVoiceClone"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["PermissionDenied"];
      404: components["responses"]["VoiceCloneNotFound"];
      /** @description A campaign uses the voice clone. */
      409: {
        headers: {
          "X-RateLimit-Limit": components["headers"]["RateLimitLimit"];
          "X-RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
          "X-RateLimit-Reset": components["headers"]["RateLimitReset"];
          "X-RateLimit-Window": components["headers"]["RateLimitWindow"];
          [name: string]: unknown;
        };
        content: {
          "application/json":
            | components["schemas"]["VoiceCloneErrorResponse"]
            | components["schemas"]["ErrorResponse"];
        };
      };
      429: components["responses"]["RateLimited"];
      500: components["responses"]["InternalServerError"];
      502: components["responses"]["BadGateway"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  "webhooks.leadStatusChanged": {
    parameters: {
      query?: never;
      header?: never;
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
      /** @description You took the event. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
