import type { StatusPattern } from "../status.ts";
import { matchesStatus } from "../status.ts";
import { APIError } from "./api-error.ts";

/** Error bodies of a client: operation id -> status -> type of the body. Costs nothing at run time. */
export type ErrorBodies = object;

/** Statuses that have a documented body; any status, if a family of them or the default has one. */
type StatusOf<Bodies> = [Extract<keyof Bodies, string>] extends [never] ? keyof Bodies & number : number;

/** The body of a status: its own, else its family's, else the default one. */
type BodyOf<Bodies, Status extends number> = Status extends keyof Bodies
  ? Bodies[Status]
  : `${Status}` extends `4${string}`
    ? FamilyBody<Bodies, "4XX">
    : `${Status}` extends `5${string}`
      ? FamilyBody<Bodies, "5XX">
      : FamilyBody<Bodies, "default">;

type FamilyBody<Bodies, Family extends string> = Family extends keyof Bodies
  ? Bodies[Family]
  : "default" extends keyof Bodies
    ? Bodies["default"]
    : unknown;

/**
 * Recognizes the API errors of one client, of one of its operations, or of one status of it, and types their bodies.
 */
export interface APIErrorGuard<Bodies extends ErrorBodies> {
  <Id extends keyof Bodies & string, Status extends StatusOf<Bodies[Id]>>(
    error: unknown,
    operation: Id,
    status: Status,
  ): error is APIError & {
    readonly operation: Id;
    readonly status: Status;
    readonly body: BodyOf<Bodies[Id], Status>;
  };
  <Id extends keyof Bodies & string>(
    error: unknown,
    operation: Id,
  ): error is APIError & { readonly operation: Id; readonly body: Bodies[Id][keyof Bodies[Id]] };
  (error: unknown): error is APIError;
}

/**
 * Whether a value is an `APIError` of the named client and, if statuses are given, has one of them. Works across copies
 * of this package, such as ESM and CJS.
 */
export function isErrorOf(value: unknown, client: string, ...statuses: readonly StatusPattern[]): boolean {
  if (!(value instanceof APIError) || value.client !== client) return false;
  return statuses.length === 0 || statuses.some((pattern) => matchesStatus(value.status, pattern));
}

/**
 * Makes the guard of one client.
 *
 * @example
 * if (isAPIError(error, "leads.upload", 422)) for (const row of error.body.errors) …
 */
export function errorGuard<Bodies extends ErrorBodies>(client: string): APIErrorGuard<Bodies> {
  const guard = (error: unknown, operation?: string, status?: number): boolean =>
    isErrorOf(error, client, ...(status === undefined ? [] : [status])) &&
    (operation === undefined || (error as APIError).operation === operation);
  return guard as APIErrorGuard<Bodies>;
}
