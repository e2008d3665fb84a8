import { APIError, type APIErrorGuard, errorGuard, isErrorOf } from "@trunkline/runtime/client";
import type { Problem } from "./types.js";

export class TrainTravelError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorOf(value, "TrainTravel");
  }
}

export interface TrainTravelErrorBodies {
  "stations.get": Record<400 | 401 | 403 | 429 | 500, Problem>;
  "trips.get": Record<400 | 401 | 403 | 429 | 500, Problem>;
  "bookings.get": Record<400 | 401 | 403 | 429 | 500, Problem>;
  "bookings.create": Record<400 | 401 | 404 | 409 | 429 | 500, Problem>;
  "bookings.getByGet": Record<400 | 401 | 403 | 404 | 429 | 500, Problem>;
  "bookings.delete": Record<400 | 401 | 403 | 404 | 429 | 500, Problem>;
  "payments.createBooking": Record<400 | 401 | 403 | 429 | 500, Problem>;
}

export const isAPIError: APIErrorGuard<TrainTravelErrorBodies> = errorGuard("TrainTravel");
