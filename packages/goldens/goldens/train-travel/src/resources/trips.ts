import {
  type APIPromise,
  APIResource,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";
import type { LinksPagination, LinksSelf } from "../types.js";

const operations = {
  get: {
    id: "trips.get",
    method: "GET",
    path: "/trips",
    query: ["origin", "destination", "date", "bicycles", "dogs"],
  },
} satisfies Operations;

export class Trips extends APIResource {
  get(params: TripsGetParams, options?: RequestOptions): APIPromise<TripsGetResponse> {
    return this._call(operations.get, params, options);
  }
}

export interface Trip {
  id?: string | undefined;
  origin?: string | undefined;
  destination?: string | undefined;
  departure_time?: string | undefined;
  arrival_time?: string | undefined;
  operator?: string | undefined;
  price?: number | undefined;
  bicycles_allowed?: boolean | undefined;
  dogs_allowed?: boolean | undefined;
}

export interface TripsGetParams {
  origin: string;
  destination: string;
  date: string;
  bicycles?: boolean | undefined;
  dogs?: boolean | undefined;
}

export interface TripsGetResponse {
  data?: Trip[] | undefined;
  links?: TripsGetResponseLinks | undefined;
}

export type TripsGetResponseLinks = LinksSelf & LinksPagination;
