import { APIError, type APIErrorGuard, errorGuard, isErrorOf } from "@trunkline/runtime/client";

export class FileUploadingSupportError extends APIError {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorOf(value, "FileUploadingSupport");
  }
}

export type FileUploadingSupportErrorBodies = Record<never, never>;

export const isAPIError: APIErrorGuard<FileUploadingSupportErrorBodies> = errorGuard("FileUploadingSupport");
