import {
  type APIPromise,
  APIResource,
  type NoParams,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";
import type { Booking, LinksPagination, LinksSelf } from "../types.js";

const operations = {
  get: { id: "bookings.get", method: "GET", path: "/bookings" },
  create: { id: "bookings.create", method: "POST", path: "/bookings", body: "fields", bodyRequired: true },
  getByGet: { id: "bookings.getByGet", method: "GET", path: "/bookings/{bookingId}" },
  delete: { id: "bookings.delete", method: "DELETE", path: "/bookings/{bookingId}", response: "none" },
} satisfies Operations;

export class Bookings extends APIResource {
  get(params?: NoParams, options?: RequestOptions): APIPromise<BookingsGetResponse> {
    return this._call(operations.get, params, options);
  }

  create(params?: BookingsCreateParams, options?: RequestOptions): APIPromise<BookingsCreateResponse> {
    return this._call(operations.create, params, options);
  }

  getByGet(
    bookingId: string,
    params?: NoParams,
    options?: RequestOptions,
  ): APIPromise<BookingsGetByGetResponse> {
    return this._call(operations.getByGet, params, options, bookingId);
  }

  delete(bookingId: string, params?: NoParams, options?: RequestOptions): APIPromise<void> {
    return this._call(operations.delete, params, options, bookingId);
  }
}

export interface BookingsGetResponse {
  data?: Booking[] | undefined;
  links?: BookingsGetResponseLinks | undefined;
}

export type BookingsGetResponseLinks = LinksSelf & LinksPagination;

export interface BookingsCreateParams {
  trip_id?: string | undefined;
  passenger_name?: string | undefined;
  has_bicycle?: boolean | undefined;
  has_dog?: boolean | undefined;
}

export interface BookingsCreateResponse extends Booking {
  links?: LinksSelf | undefined;
}

export interface BookingsGetByGetResponse extends Booking {
  links?: LinksSelf | undefined;
}
