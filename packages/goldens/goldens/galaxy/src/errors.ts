import { APIError, type APIErrorGuard, errorGuard, isErrorOf } from "@trunkline/runtime/client";
import type { BadRequestErrorModel, ForbiddenError, NotFoundErrorModel, UnauthorizedError } from "./types.js";

export class ScalarGalaxyError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorOf(value, "ScalarGalaxy");
  }
}

export interface ScalarGalaxyErrorBodies {
  "planets.create": Record<400, BadRequestErrorModel> & Record<403, ForbiddenError>;
  "planets.get": Record<404, NotFoundErrorModel>;
  "planets.update": Record<400, BadRequestErrorModel> &
    Record<403, ForbiddenError> &
    Record<404, NotFoundErrorModel>;
  "planets.uploadImage": Record<400, BadRequestErrorModel> &
    Record<403, ForbiddenError> &
    Record<404, NotFoundErrorModel>;
  "authentication.createUser": Record<400, BadRequestErrorModel>;
  "authentication.getMe": Record<401, UnauthorizedError> & Record<403, ForbiddenError>;
}

export const isAPIError: APIErrorGuard<ScalarGalaxyErrorBodies> = errorGuard("ScalarGalaxy");
