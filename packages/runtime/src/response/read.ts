import { contextOf, type Facts, type Reply, scrubberOf } from "../layer.ts";
import type { AnswerFacts } from "../operation.ts";
import { readPointer } from "../pointer.ts";
import type { CallOutcome } from "../promise.ts";
import { requestIdOf } from "../request-id.ts";
import { answerError } from "./answer-error.ts";
import { invalidAnswer } from "./invalid-answer.ts";
import { MAX_KEPT } from "./read-body.ts";

/** How the answer of a call is read. */
export interface Reading {
  readonly facts: Facts;
  /** The whole body is the value, whatever envelope is declared. */
  readonly keepEnvelope: boolean;
  /** The answer itself is the value, its body unread. */
  readonly asResponse: boolean;
}

/**
 * The value of a reply.
 *
 * @throws {APIError} when the answer is not a success
 * @throws {APIResponseError} when it is not what the operation promises
 */
export function readReply<T>(reading: Reading, reply: Reply): CallOutcome<T> | Promise<CallOutcome<T>> {
  const { response, text, isUnread, error } = reply;
  if (error) throw error;
  const { facts, asResponse } = reading;
  const { envelope } = facts.vendor;
  const { response: kind } = facts.operation;
  const outcome = (data: unknown, body: unknown): CallOutcome<T> => ({
    data: data as T,
    response,
    scrub: () => scrubberOf(facts),
    invalid: (what) => invalidAnswer(facts, response, () => what, ""),
    requestId: () => requestIdOf(facts, response.headers, body, envelope?.requestId),
  });
  if (text !== undefined) {
    if (kind === "text") return outcome(text, text);
    const body = parse(facts, response, text);
    return outcome(unwrap(reading, response, body, text), body);
  }
  if (!isUnread) return outcome(undefined, undefined);
  if (asResponse || typeof kind !== "object") return outcome(response, undefined);
  const invalid: AnswerFacts["invalid"] = (what, seen) => invalidAnswer(facts, response, what, seen);
  const failed: AnswerFacts["failed"] = (said) =>
    answerError(facts, { response, text: said.slice(0, MAX_KEPT) }, "The stream ended with an error:");
  const value = kind.read(response, { context: contextOf(facts), invalid, failed });
  return value instanceof Promise
    ? value.then((data) => outcome(data, undefined))
    : outcome(value, undefined);
}

function parse(facts: Facts, response: Response, text: string): unknown {
  try {
    // Members called `__proto__` or `constructor` become the value's own; nothing of ours copies them further.
    return JSON.parse(text);
  } catch {
    const [first] = text.trim();
    const what = first === "<" ? "HTML or XML" : "text that is no JSON, or JSON that breaks off";
    throw invalidAnswer(facts, response, typed(first ? what : "an empty body"), text);
  }
}

function unwrap({ facts, keepEnvelope }: Reading, response: Response, body: unknown, text: string): unknown {
  const places = facts.operation.data ?? facts.vendor.envelope?.data;
  if (keepEnvelope || !places) return body;
  const pointers = [places].flat();
  const pointer = pointers.find((one) => readPointer(body, one) !== undefined);
  if (pointer === undefined) {
    throw invalidAnswer(facts, response, typed(`JSON without anything at ${pointers.join(" or ")}`), text);
  }
  return readPointer(body, pointer);
}

function typed(what: string): (contentType: string) => string {
  return (contentType) => `${what} (${contentType})`;
}
