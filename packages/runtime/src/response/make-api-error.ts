import type { ErrorShape } from "../definition.ts";
import { APIError, type APIErrorClass, type APIErrorInit } from "../errors/api-error.ts";
import {
  AuthenticationError,
  BadRequestError,
  ConflictError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  UnprocessableEntityError,
} from "../errors/status-errors.ts";
import { first, firstText } from "../pointer.ts";
import { statusFamily } from "../status.ts";
import { tellBody } from "./tell-body.ts";

// Names are written out, because minifiers rename classes.
const CLASSES: Readonly<Record<string, readonly [name: string, type: APIErrorClass]>> = {
  400: ["BadRequestError", BadRequestError],
  401: ["AuthenticationError", AuthenticationError],
  403: ["PermissionDeniedError", PermissionDeniedError],
  404: ["NotFoundError", NotFoundError],
  409: ["ConflictError", ConflictError],
  422: ["UnprocessableEntityError", UnprocessableEntityError],
  429: ["RateLimitError", RateLimitError],
  "5XX": ["InternalServerError", InternalServerError],
};

/** What the answer said; what is not given is read out of its body. */
export interface AnsweredError extends Omit<APIErrorInit, "message" | "name" | "details"> {
  /** What the message says behind its lead. */
  readonly said?: string | undefined;
  /** What the message begins with. @default the status */
  readonly lead?: string | undefined;
}

/** The error of an answer, of the vendor's class for its status, else of ours. */
export function makeAPIError(answer: AnsweredError, shape: ErrorShape = {}): APIError {
  const { said, lead, ...own } = answer;
  const { status, body } = own;
  const family = statusFamily(status);
  const [name, type] = CLASSES[status] ??
    CLASSES[family] ?? [shape.base ? undefined : "APIError", shape.base ?? APIError];
  const vendor = shape.classes?.[status] ?? shape.classes?.[family];
  const code = own.code ?? firstText(body, shape.code);
  const told = said ?? tellBody(body, shape) ?? "The answer has no message.";
  const init: APIErrorInit = {
    ...own,
    name: vendor ? undefined : name,
    message: `${lead ?? status} ${told}`,
    code,
    details: first(body, shape.details, (value) => value !== undefined),
  };
  return new (vendor ?? type)(init);
}
