import {
  type APIPromise,
  APIResource,
  type IdempotentRequestOptions,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";

const operations = {
  list: {
    id: "marketingResources.list",
    method: "GET",
    path: "/programs/{programId}/marketing-resources",
    query: ["kind", "status", "search", "limit", "offset"],
  },
  createSocialPost: {
    id: "marketingResources.createSocialPost",
    method: "POST",
    path: "/programs/{programId}/marketing-resources/social-posts",
    body: "fields",
    keyed: true,
  },
  updateSocialPost: {
    id: "marketingResources.updateSocialPost",
    method: "PATCH",
    path: "/marketing-resources/social-posts/{resourceId}",
    body: "fields",
  },
  createSocialPostMediaUploadSession: {
    id: "marketingResources.createSocialPostMediaUploadSession",
    method: "POST",
    path: "/marketing-resources/social-posts/{resourceId}/media/upload-sessions",
    body: "fields",
    keyed: true,
  },
  completeSocialPostMediaUpload: {
    id: "marketingResources.completeSocialPostMediaUpload",
    method: "POST",
    path: "/marketing-resources/social-posts/{resourceId}/media/complete",
    body: "fields",
    keyed: true,
  },
  reorderSocialPostMedia: {
    id: "marketingResources.reorderSocialPostMedia",
    method: "POST",
    path: "/marketing-resources/social-posts/{resourceId}/media/reorder",
    body: "fields",
    keyed: true,
  },
  updateSocialPostMedia: {
    id: "marketingResources.updateSocialPostMedia",
    method: "PATCH",
    path: "/marketing-resources/social-posts/{resourceId}/media/{mediaId}",
    body: "fields",
  },
  removeSocialPostMedia: {
    id: "marketingResources.removeSocialPostMedia",
    method: "DELETE",
    path: "/marketing-resources/social-posts/{resourceId}/media/{mediaId}",
    body: "fields",
  },
  replaceSocialPostMedia: {
    id: "marketingResources.replaceSocialPostMedia",
    method: "POST",
    path: "/marketing-resources/social-posts/{resourceId}/media/{mediaId}/replace",
    body: "fields",
    keyed: true,
  },
  publish: {
    id: "marketingResources.publish",
    method: "POST",
    path: "/marketing-resources/{resourceId}/publish",
    body: "fields",
    keyed: true,
  },
  unpublish: {
    id: "marketingResources.unpublish",
    method: "POST",
    path: "/marketing-resources/{resourceId}/unpublish",
    body: "fields",
    keyed: true,
  },
  archive: {
    id: "marketingResources.archive",
    method: "POST",
    path: "/marketing-resources/{resourceId}/archive",
    body: "fields",
    keyed: true,
  },
  notifyAffiliates: {
    id: "marketingResources.notifyAffiliates",
    method: "POST",
    path: "/marketing-resources/{resourceId}/notify",
    body: "fields",
    keyed: true,
  },
  createDownloadUrl: {
    id: "marketingResources.createDownloadUrl",
    method: "POST",
    path: "/marketing-resources/download-url",
    body: "fields",
    keyed: true,
  },
  listForAffiliate: {
    id: "marketingResources.listForAffiliate",
    method: "GET",
    path: "/me/programs/{programId}/marketing-resources",
    query: ["kind", "search", "limit", "offset"],
  },
  getForAffiliate: {
    id: "marketingResources.getForAffiliate",
    method: "GET",
    path: "/me/marketing-resources/{resourceId}",
    query: ["program_id"],
  },
  createAffiliateDownloadUrl: {
    id: "marketingResources.createAffiliateDownloadUrl",
    method: "POST",
    path: "/me/marketing-resources/download-url",
    body: "fields",
  },
  renderSocialPost: {
    id: "marketingResources.renderSocialPost",
    method: "POST",
    path: "/me/marketing-resources/social-posts/{resourceId}/render",
    body: "fields",
  },
} satisfies Operations;

/**
 * Posts, files, texts and links that affiliates may use, as the merchant edits them and as the affiliate sees
 * them. Bodies and some answers are in snake_case here.
 *
 * At most 50 MB for a file and for a picture of a post, 200 MB for a video, 500 MB and ten media items for a
 * post, and 100 items for a collection. Accepted formats: PNG, JPEG, WebP, GIF, MP4, QuickTime, WebM and PDF.
 */
export class MarketingResources extends APIResource {
  /**
   * Lists the marketing resources of a program as the merchant sees them, including drafts. `limit` and
   * `offset` choose a part of the list. The answer does not say how many resources there are.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /programs/{programId}/marketing-resources`
   *
   * @param programId - Id of the program.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const resources = await client.marketingResources.list("bcf9d535-9520-439f-bb68-e7a02a8f5cea");
   * ```
   */
  list(
    programId: string,
    params?: MarketingResourcesListParams,
    options?: RequestOptions,
  ): APIPromise<MarketingResource[]> {
    return this._call(operations.list, params, options, programId);
  }

  /**
   * Creates a social post that affiliates can share, with their own link in it. Its text may contain
   * `{{affiliate_link}}`, `{{affiliate_code}}` and `{{program_name}}`.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /programs/{programId}/marketing-resources/social-posts`. Sent again after a failure only with an
   * `options.idempotencyKey`.
   *
   * @param programId - Id of the program.
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const resource = await client.marketingResources.createSocialPost("bcf9d535-9520-439f-bb68-e7a02a8f5cea", {
   *   title: "Short post",
   *   body: "Use {{affiliate_code}} at the checkout.",
   *   platforms: ["generic"],
   * });
   * ```
   */
  createSocialPost(
    programId: string,
    params: MarketingResourcesCreateSocialPostParams,
    options?: IdempotentRequestOptions,
  ): APIPromise<MarketingResource> {
    return this._call(operations.createSocialPost, params, options, programId);
  }

  /**
   * Updates the given fields of a social post. The program is named in the body.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `PATCH /marketing-resources/social-posts/{resourceId}`
   *
   * @param resourceId - Id of the marketing resource.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const resource = await client.marketingResources.updateSocialPost("a0ed2a83-c9de-4e6a-913d-69b18f23dba0", {
   *   program_id: "bcf9d535-9520-439f-bb68-e7a02a8f5cea",
   *   title: "Launch week post, second version",
   * });
   * ```
   */
  updateSocialPost(
    resourceId: string,
    params: MarketingResourcesUpdateSocialPostParams,
    options?: RequestOptions,
  ): APIPromise<MarketingResource> {
    return this._call(operations.updateSocialPost, params, options, resourceId);
  }

  /**
   * Starts a media upload: gives a URL for a picture or video of a post. Upload the file to `signed_url`,
   * then call `completeSocialPostMediaUpload`.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /marketing-resources/social-posts/{resourceId}/media/upload-sessions`. Sent again after a failure
   * only with an `options.idempotencyKey`.
   *
   * @param resourceId - Id of the marketing resource.
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const session = await client.marketingResources.createSocialPostMediaUploadSession("a0ed2a83-c9de-4e6a-913d-69b18f23dba0", {
   *   program_id: "bcf9d535-9520-439f-bb68-e7a02a8f5cea",
   *   file_name: "dashboard.png",
   *   mime_type: "image/png",
   *   file_size_bytes: 482133,
   * });
   * ```
   */
  createSocialPostMediaUploadSession(
    resourceId: string,
    params: MarketingResourcesCreateSocialPostMediaUploadSessionParams,
    options?: IdempotentRequestOptions,
  ): APIPromise<UploadSession> {
    return this._call(operations.createSocialPostMediaUploadSession, params, options, resourceId);
  }

  /**
   * Completes a media upload: attaches the uploaded file to the post. Give the path and the token of the
   * upload session.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /marketing-resources/social-posts/{resourceId}/media/complete`. Sent again after a failure only
   * with an `options.idempotencyKey`.
   *
   * @param resourceId - Id of the marketing resource.
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const resource = await client.marketingResources.completeSocialPostMediaUpload("a0ed2a83-c9de-4e6a-913d-69b18f23dba0", {
   *   program_id: "bcf9d535-9520-439f-bb68-e7a02a8f5cea",
   *   upload_path: "bcf9d535-9520-439f-bb68-e7a02a8f5cea/dashboard.png",
   *   upload_token: "upl_8Gk2Vd0cZs",
   *   file_name: "dashboard.png",
   * });
   * ```
   */
  completeSocialPostMediaUpload(
    resourceId: string,
    params: MarketingResourcesCompleteSocialPostMediaUploadParams,
    options?: IdempotentRequestOptions,
  ): APIPromise<MarketingResource> {
    return this._call(operations.completeSocialPostMediaUpload, params, options, resourceId);
  }

  /**
   * Reorders the media of a post.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /marketing-resources/social-posts/{resourceId}/media/reorder`. Sent again after a failure only with
   * an `options.idempotencyKey`.
   *
   * @param resourceId - Id of the marketing resource.
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const resources = await client.marketingResources.reorderSocialPostMedia("a0ed2a83-c9de-4e6a-913d-69b18f23dba0", {
   *   program_id: "bcf9d535-9520-439f-bb68-e7a02a8f5cea",
   *   media_ids: [
   *     "d3e04a10-e05a-4939-990d-868efe4fbb40",
   *     "ed539a43-52ce-40e9-9af4-8f773605ed74",
   *     "f881f01e-a026-4621-ba32-45efd2a0df17",
   *   ],
   * });
   * ```
   */
  reorderSocialPostMedia(
    resourceId: string,
    params: MarketingResourcesReorderSocialPostMediaParams,
    options?: IdempotentRequestOptions,
  ): APIPromise<MarketingResource[]> {
    return this._call(operations.reorderSocialPostMedia, params, options, resourceId);
  }

  /**
   * Updates a media item: the description of a picture or video.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `PATCH /marketing-resources/social-posts/{resourceId}/media/{mediaId}`
   *
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const resource = await client.marketingResources.updateSocialPostMedia({
   *   resourceId: "a0ed2a83-c9de-4e6a-913d-69b18f23dba0",
   *   mediaId: "f881f01e-a026-4621-ba32-45efd2a0df17",
   *   program_id: "bcf9d535-9520-439f-bb68-e7a02a8f5cea",
   *   alt_text: "A dashboard with three charts",
   * });
   * ```
   */
  updateSocialPostMedia(
    params: MarketingResourcesUpdateSocialPostMediaParams,
    options?: RequestOptions,
  ): APIPromise<MarketingResource> {
    return this._call(operations.updateSocialPostMedia, params, options);
  }

  /**
   * Removes a media item, a picture or a video, from a post. This DELETE has a body: it names the program.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `DELETE /marketing-resources/social-posts/{resourceId}/media/{mediaId}`
   *
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * await client.marketingResources.removeSocialPostMedia({
   *   resourceId: "a0ed2a83-c9de-4e6a-913d-69b18f23dba0",
   *   mediaId: "f881f01e-a026-4621-ba32-45efd2a0df17",
   *   program_id: "bcf9d535-9520-439f-bb68-e7a02a8f5cea",
   * });
   * ```
   */
  removeSocialPostMedia(
    params: MarketingResourcesRemoveSocialPostMediaParams,
    options?: RequestOptions,
  ): APIPromise<RemovedMedia> {
    return this._call(operations.removeSocialPostMedia, params, options);
  }

  /**
   * Replaces a media item of a post by an uploaded file.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /marketing-resources/social-posts/{resourceId}/media/{mediaId}/replace`. Sent again after a failure
   * only with an `options.idempotencyKey`.
   *
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const resource = await client.marketingResources.replaceSocialPostMedia({
   *   resourceId: "a0ed2a83-c9de-4e6a-913d-69b18f23dba0",
   *   mediaId: "f881f01e-a026-4621-ba32-45efd2a0df17",
   *   program_id: "bcf9d535-9520-439f-bb68-e7a02a8f5cea",
   *   upload_path: "bcf9d535-9520-439f-bb68-e7a02a8f5cea/dashboard-dark.png",
   *   upload_token: "upl_8Gk2Vd0cZs",
   *   file_name: "dashboard-dark.png",
   * });
   * ```
   */
  replaceSocialPostMedia(
    params: MarketingResourcesReplaceSocialPostMediaParams,
    options?: IdempotentRequestOptions,
  ): APIPromise<MarketingResource> {
    return this._call(operations.replaceSocialPostMedia, params, options);
  }

  /**
   * Publishes a resource, and notifies affiliates if you ask for it. `notification` says what became of that.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /marketing-resources/{resourceId}/publish`. Sent again after a failure only with an
   * `options.idempotencyKey`.
   *
   * @param resourceId - Id of the marketing resource.
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const publish = await client.marketingResources.publish("a0ed2a83-c9de-4e6a-913d-69b18f23dba0", {
   *   program_id: "bcf9d535-9520-439f-bb68-e7a02a8f5cea",
   * });
   * ```
   */
  publish(
    resourceId: string,
    params: MarketingResourcesPublishParams,
    options?: IdempotentRequestOptions,
  ): APIPromise<PublishResult> {
    return this._call(operations.publish, params, options, resourceId);
  }

  /**
   * Unpublishes a resource: hides it from affiliates.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /marketing-resources/{resourceId}/unpublish`. Sent again after a failure only with an
   * `options.idempotencyKey`.
   *
   * @param resourceId - Id of the marketing resource.
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const resource = await client.marketingResources.unpublish("a0ed2a83-c9de-4e6a-913d-69b18f23dba0", {
   *   program_id: "bcf9d535-9520-439f-bb68-e7a02a8f5cea",
   * });
   * ```
   */
  unpublish(
    resourceId: string,
    params: MarketingResourcesUnpublishParams,
    options?: IdempotentRequestOptions,
  ): APIPromise<MarketingResource> {
    return this._call(operations.unpublish, params, options, resourceId);
  }

  /**
   * Archives a resource: `list` finds it with the status `archived`.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /marketing-resources/{resourceId}/archive`. Sent again after a failure only with an
   * `options.idempotencyKey`.
   *
   * @param resourceId - Id of the marketing resource.
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const resource = await client.marketingResources.archive("a0ed2a83-c9de-4e6a-913d-69b18f23dba0", {
   *   program_id: "bcf9d535-9520-439f-bb68-e7a02a8f5cea",
   * });
   * ```
   */
  archive(
    resourceId: string,
    params: MarketingResourcesArchiveParams,
    options?: IdempotentRequestOptions,
  ): APIPromise<MarketingResource> {
    return this._call(operations.archive, params, options, resourceId);
  }

  /**
   * Sends the affiliates of the program a notification of a resource.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /marketing-resources/{resourceId}/notify`. Sent again after a failure only with an
   * `options.idempotencyKey`.
   *
   * @param resourceId - Id of the marketing resource.
   * @throws {NotFoundError} 404.
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const notification = await client.marketingResources.notifyAffiliates("a0ed2a83-c9de-4e6a-913d-69b18f23dba0", {
   *   program_id: "bcf9d535-9520-439f-bb68-e7a02a8f5cea",
   * });
   * ```
   */
  notifyAffiliates(
    resourceId: string,
    params: MarketingResourcesNotifyAffiliatesParams,
    options?: IdempotentRequestOptions,
  ): APIPromise<ResourceNotification> {
    return this._call(operations.notifyAffiliates, params, options, resourceId);
  }

  /**
   * Gets a download URL for a file, a media item or a bundle. It is signed, and works for a limited time.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /marketing-resources/download-url`. Sent again after a failure only with an
   * `options.idempotencyKey`.
   *
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const url = await client.marketingResources.createDownloadUrl({
   *   program_id: "bcf9d535-9520-439f-bb68-e7a02a8f5cea",
   *   resource_id: "ef72cf86-c159-4c80-a123-17fdd2f50f48",
   *   file: true,
   * });
   * ```
   */
  createDownloadUrl(
    params: MarketingResourcesCreateDownloadUrlParams,
    options?: IdempotentRequestOptions,
  ): APIPromise<DownloadUrl> {
    return this._call(operations.createDownloadUrl, params, options);
  }

  /**
   * Lists the published marketing resources of a program as an affiliate sees them. `limit` and `offset`
   * choose a part of the list. The answer does not say how many resources there are.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `GET /me/programs/{programId}/marketing-resources`
   *
   * @param programId - Id of the program.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const resources = await client.marketingResources.listForAffiliate("bcf9d535-9520-439f-bb68-e7a02a8f5cea");
   * ```
   */
  listForAffiliate(
    programId: string,
    params?: MarketingResourcesListForAffiliateParams,
    options?: RequestOptions,
  ): APIPromise<MarketingResource[]> {
    return this._call(operations.listForAffiliate, params, options, programId);
  }

  /**
   * Gets a published marketing resource as an affiliate. The program must be named in the query.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `GET /me/marketing-resources/{resourceId}`
   *
   * @param resourceId - Id of the marketing resource.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const resource = await client.marketingResources.getForAffiliate("a0ed2a83-c9de-4e6a-913d-69b18f23dba0", {
   *   program_id: "bcf9d535-9520-439f-bb68-e7a02a8f5cea",
   * });
   * ```
   */
  getForAffiliate(
    resourceId: string,
    params: MarketingResourcesGetForAffiliateParams,
    options?: RequestOptions,
  ): APIPromise<MarketingResource> {
    return this._call(operations.getForAffiliate, params, options, resourceId);
  }

  /**
   * Gets a download URL as an affiliate, for a file, a media item or a bundle. It is signed, and works for a
   * limited time.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `POST /me/marketing-resources/download-url`
   *
   * @example
   * ```ts
   * const url = await client.marketingResources.createAffiliateDownloadUrl({
   *   program_id: "bcf9d535-9520-439f-bb68-e7a02a8f5cea",
   *   resource_id: "ef72cf86-c159-4c80-a123-17fdd2f50f48",
   *   file: true,
   * });
   * ```
   */
  createAffiliateDownloadUrl(
    params: MarketingResourcesCreateAffiliateDownloadUrlParams,
    options?: RequestOptions,
  ): APIPromise<DownloadUrl> {
    return this._call(operations.createAffiliateDownloadUrl, params, options);
  }

  /**
   * Renders a social post: its text with the affiliate's own link and code filled in, and the advertising
   * notice that goes with it. Nothing is stored.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `POST /me/marketing-resources/social-posts/{resourceId}/render`
   *
   * @param resourceId - Id of the marketing resource.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const post = await client.marketingResources.renderSocialPost("a0ed2a83-c9de-4e6a-913d-69b18f23dba0", {
   *   program_id: "bcf9d535-9520-439f-bb68-e7a02a8f5cea",
   * });
   * ```
   */
  renderSocialPost(
    resourceId: string,
    params: MarketingResourcesRenderSocialPostParams,
    options?: RequestOptions,
  ): APIPromise<RenderedSocialPost> {
    return this._call(operations.renderSocialPost, params, options, resourceId);
  }
}

/** An upload that is finished. */
export interface CompleteMediaUpload {
  /** Id of the program that the post belongs to. */
  program_id: string;
  /** Path from the upload session. */
  upload_path: string;
  /** Token from the upload session. */
  upload_token: string;
  /** Name of the file. */
  file_name: string;
  /** Description for people who do not see the picture. */
  alt_text?: string | null | undefined;
  /** Place among the media of the post. */
  sort_order?: number | undefined;
}

/** A post for affiliates to share. */
export interface CreateSocialPost {
  /** Title in the library. */
  title: string;
  /**
   * Text of the post. `{{affiliate_link}}`, `{{affiliate_code}}` and `{{program_name}}` are filled in for
   * each affiliate.
   */
  body: string;
  /** Networks that the post is written for. */
  platforms: SocialPlatform[];
  /** What the post is for. */
  description?: string | null | undefined;
  /** Hints on how to use it. */
  instructions?: string | null | undefined;
  /** Id of the collection that the post belongs to. */
  collection_id?: string | null | undefined;
  /** Id of the folder that the post lies in. */
  folder_id?: string | null | undefined;
  /** Whether affiliates see it at once. */
  status?: "draft" | "published" | undefined;
}

/**
 * What is to be downloaded: one media item, the file of a resource, or a bundle. Give one of these, and the
 * program.
 */
export interface DownloadTarget {
  /** Id of the program. */
  program_id: string;
  /** Id of one media item of a post. */
  media_id?: string | undefined;
  /** Id of a resource. */
  resource_id?: string | undefined;
  /** Id of a collection. */
  collection_id?: string | undefined;
  /** All media of a post (`social_post_media`), or all files of a collection (`collection_files`). */
  bundle?: "social_post_media" | "collection_files" | undefined;
  /** True to get the file of the resource. */
  file?: true | undefined;
}

/** A URL for the download of a file. It works for a limited time. */
export interface DownloadUrl {
  /** URL of the file. */
  url: string;
  /** When the URL stops working. RFC 3339 date and time. */
  expires_at?: string | undefined;
  /** What the URL leads to. It can have any shape. */
  target?: unknown;
}

/** A file, a post, a text or a link that affiliates may use. Fields beyond these may be present. */
export interface MarketingResource {
  /** Id of the resource. */
  id: string;
  /** Title of the resource. */
  title?: string | undefined;
  /** What it is: `file`, `social_post`, `swipe_copy` or `external_link`. New kinds may appear. */
  kind?: string | undefined;
  [key: string]: unknown;
}

/** Part of the library that an affiliate looks at. */
export type MarketingResourceKind = "all" | "collections" | "files" | "social_posts" | "swipe_copy" | "links";

/** Whether affiliates see a resource. */
export type MarketingResourceStatus = "published" | "draft" | "archived";

/** Part of the library that a merchant looks at: the parts of an affiliate, and the drafts. */
export type MerchantMarketingResourceKind =
  | "all"
  | "collections"
  | "files"
  | "social_posts"
  | "swipe_copy"
  | "links"
  | "drafts";

/** The program that a resource belongs to. */
export interface ProgramReference {
  /** Id of the program. */
  program_id: string;
}

/** What became of the notification of affiliates. */
export interface PublishNotification {
  /** Whether it was asked for. */
  requested: boolean;
  /** Whether it was accepted. */
  accepted?: boolean | undefined;
  /** Why it was not accepted, for programs. */
  error_code?: string | null | undefined;
  /** Why it was not accepted, for people. */
  message?: string | null | undefined;
}

/** How a resource is to be published. */
export interface PublishResource {
  /** Id of the program that the resource belongs to. */
  program_id: string;
  /** Whether affiliates are notified of it. */
  notify_affiliates?: boolean | undefined;
}

/** A published resource, and what became of the notification of affiliates. */
export interface PublishResult {
  /** A file, a post, a text or a link that affiliates may use. Fields beyond these may be present. */
  resource: MarketingResource;
  /** What became of the notification of affiliates. */
  notification: PublishNotification;
}

/** Confirmation that a media item was removed. */
export interface RemovedMedia {
  /** Whether the media item was removed. */
  removed: boolean;
  /** Id of the media item. */
  media_id: string;
}

/** The link with which a post is rendered. */
export interface RenderSocialPost {
  /** Id of the program. */
  program_id: string;
  /** Id of the affiliate's link to be used. */
  affiliate_link_id?: string | undefined;
}

/** A post with the affiliate's own link and code filled in. Fields beyond these may be present. */
export interface RenderedSocialPost {
  /** Text, ready to be posted. */
  body?: string | undefined;
  /** Advertising notice that goes with it. */
  disclosure?: string | undefined;
  [key: string]: unknown;
}

/** New order of a post's media. */
export interface ReorderMedia {
  /** Id of the program that the post belongs to. */
  program_id: string;
  /** Ids of the media, in the order wanted. */
  media_ids: string[];
}

/** Answer to the request to notify affiliates. Its fields are not fixed. */
export interface ResourceNotification {
  [key: string]: unknown;
}

/** Network that a post is written for; `generic` fits any. */
export type SocialPlatform = "x" | "linkedin" | "instagram" | "tiktok" | "facebook" | "threads" | "generic";

/** A picture or video that is to be uploaded. */
export interface StartMediaUpload {
  /** Id of the program that the post belongs to. */
  program_id: string;
  /** Name of the file. */
  file_name: string;
  /**
   * Media type of the file, such as `image/png`. Accepted formats: PNG, JPEG, WebP, GIF, MP4, QuickTime, WebM
   * and PDF.
   */
  mime_type: string;
  /**
   * Size of the file in bytes. At most 50 MB for a picture and 200 MB for a video, and 500 MB and ten media
   * items for the whole post.
   */
  file_size_bytes: number;
}

/** Changes of a media item. */
export interface UpdateMedia {
  /** Id of the program that the post belongs to. */
  program_id: string;
  /** Description for people who do not see the picture. Null removes it. */
  alt_text?: string | null | undefined;
}

/** Changes of a post. What is left out stays as it is. */
export interface UpdateSocialPost {
  /** Id of the program that the post belongs to. */
  program_id: string;
  /** Title in the library. */
  title?: string | undefined;
  /**
   * Text of the post. `{{affiliate_link}}`, `{{affiliate_code}}` and `{{program_name}}` are filled in for
   * each affiliate.
   */
  body?: string | undefined;
  /** Networks that the post is written for. */
  platforms?: SocialPlatform[] | undefined;
  /** What the post is for. */
  description?: string | null | undefined;
  /** Hints on how to use it. */
  instructions?: string | null | undefined;
  /** Id of the collection that the post belongs to. */
  collection_id?: string | null | undefined;
  /** Id of the folder that the post lies in. */
  folder_id?: string | null | undefined;
}

/** URL, path and token for the upload of a file. */
export interface UploadSession {
  /** Storage bucket for the file. */
  bucket: string;
  /** Path of the file in the bucket. Give it when you complete the upload. */
  upload_path: string;
  /** Token of this upload. Give it when you complete the upload. */
  upload_token: string;
  /** URL that the file is uploaded to. */
  signed_url: string;
  /** Seconds until the URL stops working. */
  expires_in_seconds: number;
}

/** Params of `marketingResources.list`. */
export interface MarketingResourcesListParams {
  /** Only this part of the library. */
  kind?: MerchantMarketingResourceKind | undefined;
  /** Only resources of this status. */
  status?: MarketingResourceStatus | undefined;
  /**
   * Text to look for.
   * @example "launch"
   */
  search?: string | undefined;
  /** How many resources to return at most. */
  limit?: number | undefined;
  /** How many resources to skip. The answer does not say how many there are. */
  offset?: number | undefined;
}

/** Params of `marketingResources.createSocialPost`. */
export interface MarketingResourcesCreateSocialPostParams extends CreateSocialPost {}

/** Params of `marketingResources.updateSocialPost`. */
export interface MarketingResourcesUpdateSocialPostParams extends UpdateSocialPost {}

/** Params of `marketingResources.createSocialPostMediaUploadSession`. */
export interface MarketingResourcesCreateSocialPostMediaUploadSessionParams extends StartMediaUpload {}

/** Params of `marketingResources.completeSocialPostMediaUpload`. */
export interface MarketingResourcesCompleteSocialPostMediaUploadParams extends CompleteMediaUpload {}

/** Params of `marketingResources.reorderSocialPostMedia`. */
export interface MarketingResourcesReorderSocialPostMediaParams extends ReorderMedia {}

/** Params of `marketingResources.updateSocialPostMedia`. */
export interface MarketingResourcesUpdateSocialPostMediaParams extends UpdateMedia {
  /**
   * Id of the marketing resource.
   * @example "a0ed2a83-c9de-4e6a-913d-69b18f23dba0"
   */
  resourceId: string;
  /**
   * Id of the media item.
   * @example "f881f01e-a026-4621-ba32-45efd2a0df17"
   */
  mediaId: string;
}

/** Params of `marketingResources.removeSocialPostMedia`. */
export interface MarketingResourcesRemoveSocialPostMediaParams extends ProgramReference {
  /**
   * Id of the marketing resource.
   * @example "a0ed2a83-c9de-4e6a-913d-69b18f23dba0"
   */
  resourceId: string;
  /**
   * Id of the media item.
   * @example "f881f01e-a026-4621-ba32-45efd2a0df17"
   */
  mediaId: string;
}

/** Params of `marketingResources.replaceSocialPostMedia`. */
export interface MarketingResourcesReplaceSocialPostMediaParams extends CompleteMediaUpload {
  /**
   * Id of the marketing resource.
   * @example "a0ed2a83-c9de-4e6a-913d-69b18f23dba0"
   */
  resourceId: string;
  /**
   * Id of the media item.
   * @example "f881f01e-a026-4621-ba32-45efd2a0df17"
   */
  mediaId: string;
}

/** Params of `marketingResources.publish`. */
export interface MarketingResourcesPublishParams extends PublishResource {}

/** Params of `marketingResources.unpublish`. */
export interface MarketingResourcesUnpublishParams extends ProgramReference {}

/** Params of `marketingResources.archive`. */
export interface MarketingResourcesArchiveParams extends ProgramReference {}

/** Params of `marketingResources.notifyAffiliates`. */
export interface MarketingResourcesNotifyAffiliatesParams extends ProgramReference {}

/** Params of `marketingResources.createDownloadUrl`. */
export interface MarketingResourcesCreateDownloadUrlParams extends DownloadTarget {}

/** Params of `marketingResources.listForAffiliate`. */
export interface MarketingResourcesListForAffiliateParams {
  /** Only this part of the library. */
  kind?: MarketingResourceKind | undefined;
  /**
   * Text to look for.
   * @example "logo"
   */
  search?: string | undefined;
  /** How many resources to return at most. */
  limit?: number | undefined;
  /** How many resources to skip. The answer does not say how many there are. */
  offset?: number | undefined;
}

/** Params of `marketingResources.getForAffiliate`. */
export interface MarketingResourcesGetForAffiliateParams {
  /**
   * The program that the resource belongs to.
   * @example "bcf9d535-9520-439f-bb68-e7a02a8f5cea"
   */
  program_id: string;
}

/** Params of `marketingResources.createAffiliateDownloadUrl`. */
export interface MarketingResourcesCreateAffiliateDownloadUrlParams extends DownloadTarget {}

/** Params of `marketingResources.renderSocialPost`. */
export interface MarketingResourcesRenderSocialPostParams extends RenderSocialPost {}
