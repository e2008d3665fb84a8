import {
  type APIPromise,
  APIResource,
  multipart,
  type NoParams,
  type Operations,
  offsetPages,
  type Page,
  type PagePromise,
  type RequestOptions,
  type Uploadable,
} from "@trunkline/runtime/client";
import type { VoiceSettings } from "../types.js";

const operations = {
  list: {
    id: "voiceClones.list",
    method: "GET",
    path: "/voice-clones",
    query: ["status", "limit", "offset"],
    page: offsetPages({ items: "/data/voiceClones", offset: "offset", total: "/data/total" }),
  },
  create: {
    id: "voiceClones.create",
    method: "POST",
    path: "/voice-clones",
    body: multipart({ types: { settings: "application/json" }, files: ["files"], required: ["files"] }),
  },
  generatePreview: {
    id: "voiceClones.generatePreview",
    method: "POST",
    path: "/voice-clones/preview",
    body: "fields",
    response: "binary",
    accept: "audio/mpeg",
  },
  update: {
    id: "voiceClones.update",
    method: "PUT",
    path: "/voice-clones/{voiceId}",
    body: "fields",
    bodyRequired: true,
  },
  delete: { id: "voiceClones.delete", method: "DELETE", path: "/voice-clones/{voiceId}" },
} satisfies Operations;

/** Cloned voices for voice messages. */
export class VoiceClones extends APIResource {
  /**
   * Lists the user's voice clones page by page.
   *
   * `GET /voice-clones`, scope `voice:read`. Await it for the first page, or iterate over it for the items of
   * all pages.
   *
   * @throws {BadRequestError} 400: A query parameter is invalid.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * for await (const clone of client.voiceClones.list()) {
   *   console.log(clone);
   * }
   * ```
   */
  list(
    params?: VoiceClonesListParams,
    options?: RequestOptions,
  ): PagePromise<VoiceClonesListPage, VoiceClone> {
    return this._page(operations.list, params, options);
  }

  /**
   * Creates a voice clone from 1 to 10 recordings in WAV, MP3, M4A or FLAC, each of 50 MB at most. Training
   * begins after the answer. A user has 5 voice clones at most, unless the plan allows more.
   *
   * `POST /voice-clones`, scope `voice:create`
   *
   * @throws {BadRequestError} 400: A field is missing, or a file has a format that is not accepted.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {BuenaError} 413: A file is larger than 50 MB.
   * @throws {RateLimitError} 429: You have 5 voice clones, or a general rate limit is reached.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * import { openAsBlob } from "node:fs";
   *
   * const result = await client.voiceClones.create({
   *   name: "Ada, calm",
   *   files: [await openAsBlob("file")],
   * });
   * ```
   */
  create(params: VoiceClonesCreateParams, options?: RequestOptions): APIPromise<VoiceClonesCreateResponse> {
    return this._call(operations.create, params, options);
  }

  /**
   * Generates a preview of a voice: the cloned voice says a text, and the answer is the audio as MP3.
   *
   * `POST /voice-clones/preview`, scope `voice:preview`. Returns the `Response` with its body unread.
   *
   * @throws {BadRequestError} 400: A field is missing, the text is too long, or the voice is not trained yet.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {NotFoundError} 404: No voice clone has this id.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: The audio could not be made. 502: A server behind the API gave no
   * usable answer. 503: The API is down for the moment.
   * @example
   * ```ts
   * const response = await client.voiceClones.generatePreview({
   *   voiceId: "voice_abc123",
   *   text: "Hello Ada, it was good to meet you at the fair.",
   * });
   * ```
   */
  generatePreview(params: VoiceClonesGeneratePreviewParams, options?: RequestOptions): APIPromise<Response> {
    return this._call(operations.generatePreview, params, options);
  }

  /**
   * Changes the given fields of a voice clone; the others stay.
   *
   * `PUT /voice-clones/{voiceId}`, scope `voice:update`
   *
   * @param voiceId - Id of the voice clone.
   * @throws {BadRequestError} 400: A field of the body is missing or invalid.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {NotFoundError} 404: No voice clone has this id.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * const result = await client.voiceClones.update("voice_abc123", { isActive: false });
   * ```
   */
  update(
    voiceId: string,
    params?: VoiceClonesUpdateParams,
    options?: RequestOptions,
  ): APIPromise<VoiceClonesUpdateResponse> {
    return this._call(operations.update, params, options, voiceId);
  }

  /**
   * Deletes a voice clone for good. One that a campaign uses cannot be deleted.
   *
   * `DELETE /voice-clones/{voiceId}`, scope `voice:delete`
   *
   * @param voiceId - Id of the voice clone.
   * @throws {PermissionDeniedError} 403: The key lacks a permission.
   * @throws {NotFoundError} 404: No voice clone has this id.
   * @throws {ConflictError} 409: A campaign uses the voice clone.
   * @throws {RateLimitError} 429: A rate limit is reached: 60 requests a minute, 1,000 an hour or 10,000 a
   * day per key.
   * @throws {InternalServerError} 500: Buena failed. 502: A server behind the API gave no usable answer. 503:
   * The API is down for the moment.
   * @example
   * ```ts
   * await client.voiceClones.delete("voice_abc123");
   * ```
   */
  delete(voiceId: string, params?: NoParams, options?: RequestOptions): APIPromise<DeletedVoiceClone> {
    return this._call(operations.delete, params, options, voiceId);
  }
}

/** A new voice clone. */
export interface CreatedVoiceClone {
  /** Id of the voice clone. */
  voiceId: string;
  /** Name of the voice clone. */
  name: string;
  /** What the voice is for. */
  description: string;
  /** Number of audio files that were accepted. */
  sampleCount: number;
  /** When the voice clone was made. RFC 3339 date and time. */
  createdAt: string;
}

/** A new voice clone with recordings of the voice. */
export interface CreateVoiceCloneRequest {
  /** Name of the voice clone. */
  name: string;
  /** What the voice is for. */
  description?: string | undefined;
  /** 1 to 10 recordings in WAV, MP3, M4A or FLAC, each of 50 MB at most. */
  files: Uploadable[];
  /** How a cloned voice sounds. */
  settings?: VoiceSettings | undefined;
}

/** Confirms that a voice clone is deleted. */
export interface DeletedVoiceClone {
  /** Whether the voice clone is deleted. */
  success: boolean;
  /** What was done, for people. */
  message: string;
  /** Id of the deleted voice clone. */
  deleted_id: string;
}

/** The text that a cloned voice says. */
export interface GenerateVoicePreviewRequest {
  /** Id of the voice clone. */
  voiceId: string;
  /** The text to say, of 1 to 500 characters. */
  text: string;
}

/** A voice clone after a change. */
export interface UpdatedVoiceClone {
  /** Name of the voice clone. */
  name: string;
  /** What the voice is for. */
  description: string;
  /** Whether the voice may be used. */
  isActive: boolean;
  /** When the voice clone was last changed. RFC 3339 date and time. */
  updatedAt: string;
  /** Id of the voice clone. */
  id?: string | undefined;
  /** State of the training, such as `ready`. */
  status?: string | undefined;
  /** How a cloned voice sounds. */
  settings?: VoiceSettings | undefined;
  /** When the voice clone was made. RFC 3339 date and time. */
  created_at?: string | undefined;
  /** When the voice clone was last changed. RFC 3339 date and time. */
  updated_at?: string | undefined;
}

/** Changes of a voice clone. What is left out stays as it is. */
export interface UpdateVoiceCloneRequest {
  /** Name of the voice clone. */
  name?: string | undefined;
  /** What the voice is for. */
  description?: string | undefined;
  /** Whether the voice may be used. */
  isActive?: boolean | undefined;
  /** How a cloned voice sounds. */
  settings?: VoiceSettings | undefined;
}

/** A cloned voice. */
export interface VoiceClone {
  /** Id of the voice clone. */
  voiceId: string;
  /** Name of the voice clone. */
  name: string;
  /** What the voice is for. */
  description: string;
  /** Whether the voice may be used. */
  isActive: boolean;
  /** Number of audio files that the voice was made from. */
  sampleCount: number;
  /** When the voice clone was made. RFC 3339 date and time. */
  createdAt: string;
  /** When the voice clone was last changed. RFC 3339 date and time. */
  updatedAt: string;
  /** Labels of the voice, by name. */
  labels: Record<string, unknown>;
}

/** One page of voice clones. */
export interface VoiceCloneList {
  /** The voice clones of this page. */
  voiceClones: VoiceClone[];
  /** Number of all voice clones that match. */
  total: number;
}

/** Params of `voiceClones.list`. */
export interface VoiceClonesListParams {
  /** State of the training that a voice clone must have. */
  status?: "processing" | "ready" | "failed" | undefined;
  /**
   * Maximum number of voice clones on a page. 1 to 100.
   * @default 50
   */
  limit?: number | undefined;
  /**
   * Number of voice clones to skip.
   * @default 0
   */
  offset?: number | undefined;
}

/** One page of `voiceClones.list`. */
export interface VoiceClonesListPage extends Page<VoiceClone> {
  /** Whether the request succeeded. */
  success: boolean;
  /** One page of voice clones. */
  data: VoiceCloneList;
}

/** Params of `voiceClones.create`. */
export interface VoiceClonesCreateParams extends CreateVoiceCloneRequest {}

/** The new voice clone. */
export interface VoiceClonesCreateResponse {
  /** Whether the voice clone was made. */
  success: boolean;
  /** A new voice clone. */
  data: CreatedVoiceClone;
  /** What was done, for people. */
  message: string;
}

/** Params of `voiceClones.generatePreview`. */
export interface VoiceClonesGeneratePreviewParams extends GenerateVoicePreviewRequest {}

/** Params of `voiceClones.update`. */
export interface VoiceClonesUpdateParams extends UpdateVoiceCloneRequest {}

/** The voice clone after the change. */
export interface VoiceClonesUpdateResponse {
  /** Whether the change was made. */
  success: boolean;
  /** What was done, for people. */
  message: string;
  /** A voice clone after a change. */
  data: UpdatedVoiceClone;
}
