import {
  type APIPromise,
  APIResource,
  multipart,
  type NoParams,
  type Operations,
  type RequestOptions,
  type Uploadable,
} from "@trunkline/runtime/client";
import type { Planet, PlanetInput } from "../types.js";

const operations = {
  getAllData: {
    id: "planets.getAllData",
    method: "GET",
    path: "/planets",
    query: ["limit", "offset"],
    security: [[]],
  },
  create: { id: "planets.create", method: "POST", path: "/planets", body: "body" },
  get: { id: "planets.get", method: "GET", path: "/planets/{planetId}", security: [[]] },
  update: { id: "planets.update", method: "PUT", path: "/planets/{planetId}", body: "body" },
  delete: { id: "planets.delete", method: "DELETE", path: "/planets/{planetId}", response: "none" },
  uploadImage: {
    id: "planets.uploadImage",
    method: "POST",
    path: "/planets/{planetId}/image",
    body: multipart(),
  },
} satisfies Operations;

export class Planets extends APIResource {
  getAllData(
    params?: PlanetsGetAllDataParams,
    options?: RequestOptions,
  ): APIPromise<PlanetsGetAllDataResponse> {
    return this._call(operations.getAllData, params, options);
  }

  create(params?: PlanetsCreateParams, options?: RequestOptions): APIPromise<Planet> {
    return this._call(operations.create, params, options);
  }

  get(planetId: number, params?: NoParams, options?: RequestOptions): APIPromise<Planet> {
    return this._call(operations.get, params, options, planetId);
  }

  update(planetId: number, params?: PlanetsUpdateParams, options?: RequestOptions): APIPromise<Planet> {
    return this._call(operations.update, params, options, planetId);
  }

  delete(planetId: number, params?: NoParams, options?: RequestOptions): APIPromise<void> {
    return this._call(operations.delete, params, options, planetId);
  }

  uploadImage(
    planetId: number,
    params?: PlanetsUploadImageParams,
    options?: RequestOptions,
  ): APIPromise<ImageUploadedMessage> {
    return this._call(operations.uploadImage, params, options, planetId);
  }
}

export interface PaginatedResource {
  meta?: PaginatedResourceMeta | undefined;
}

export interface PaginatedResourceMeta {
  limit?: number | undefined;
  offset?: number | undefined;
  total?: number | undefined;
  next?: string | null | undefined;
}

export interface ImageUploadedMessage {
  message?: string | undefined;
  imageUrl?: string | undefined;
  uploadedAt?: string | undefined;
  fileSize?: number | undefined;
  mimeType?: string | undefined;
}

export interface PlanetsGetAllDataParams {
  limit?: number | undefined;
  offset?: number | undefined;
}

export interface PlanetsGetAllDataResponse extends PaginatedResource {
  data?: Planet[] | undefined;
}

export interface PlanetsCreateParams {
  body?: PlanetInput | undefined;
}

export interface PlanetsUpdateParams {
  body?: PlanetInput | undefined;
}

export interface PlanetsUploadImageParams {
  image?: Uploadable | undefined;
}
