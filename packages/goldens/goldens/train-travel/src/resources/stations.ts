import {
  type APIPromise,
  APIResource,
  type NoParams,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";
import type { LinksPagination, LinksSelf } from "../types.js";

const operations = {
  get: { id: "stations.get", method: "GET", path: "/stations" },
} satisfies Operations;

export class Stations extends APIResource {
  get(params?: NoParams, options?: RequestOptions): APIPromise<StationsGetResponse> {
    return this._call(operations.get, params, options);
  }
}

export interface Station {
  id: string;
  name: string;
  address: string;
  country_code: string;
  timezone?: string | undefined;
}

export interface StationsGetResponse {
  data?: Station[] | undefined;
  links?: StationsGetResponseLinks | undefined;
}

export type StationsGetResponseLinks = LinksSelf & LinksPagination;
