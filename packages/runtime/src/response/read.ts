import type { ErrorContext } from "../errors/trunkline-error.ts";
import { type Lost, type Parsed, parseJSON, tellLost } from "../exact-json.ts";
import { contextOf, type Facts, type Reply, scrubberOf } from "../layer.ts";
import type { AnswerFacts } from "../operation.ts";
import { readExact, readPointer } from "../pointer.ts";
import type { CallOutcome } from "../promise.ts";
import { requestIdOf } from "../request-id.ts";
import { answerError } from "./answer-error.ts";
import { invalidAnswer } from "./invalid-answer.ts";
import { MAX_KEPT } from "./read-body.ts";

/** How the answer of a call is read. */
export interface Reading {
  readonly facts: Facts;
  /** The call gives the whole body, whatever envelope is declared. */
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
    context: () => contextOfReply(facts, response, body),
    scrub: () => scrubberOf(facts),
    invalid: (what) => invalidAnswer(facts, response, () => what, ""),
    requestId: () => requestIdOf(facts, response.headers, body, envelope?.requestId),
  });
  if (text !== undefined) {
    if (kind === "text") return outcome(text, text);
    if (facts.operation.mayBeEmpty && text.trim() === "") return outcome(undefined, undefined);
    const lost: Lost[] = [];
    const parsed = parse(facts, response, text, lost);
    const value = unwrap(reading, response, parsed, text);
    facts.operation.int64?.answer?.(value);
    // A bigint or a text has its digits; what stands beside it is not returned.
    if (/^(?:object|number)$/.test(typeof value[0])) tellLost(lost, facts.onLost);
    return outcome(value[0], parsed[0]);
  }
  if (!isUnread) return outcome(undefined, undefined);
  if (asResponse || typeof kind !== "object") return outcome(response, undefined);
  const invalid: AnswerFacts["invalid"] = (what, seen) => invalidAnswer(facts, response, what, seen);
  const failed: AnswerFacts["failed"] = (said) =>
    answerError(facts, { response, text: said.slice(0, MAX_KEPT) }, "The stream ended with an error:");
  const parsePart = (part: string): unknown => {
    const lost: Lost[] = [];
    const parsed = parseJSON(part, lost);
    facts.operation.int64?.answer?.(parsed);
    tellLost(lost, facts.onLost);
    return parsed[0];
  };
  const value = kind.read(response, {
    context: contextOfReply(facts, response, undefined),
    invalid,
    failed,
    parse: parsePart,
  });
  return value instanceof Promise
    ? value.then((data) => outcome(data, undefined))
    : outcome(value, undefined);
}

function contextOfReply(facts: Facts, { headers }: Response, body: unknown): ErrorContext {
  const id = requestIdOf(facts, headers, body, facts.vendor.envelope?.requestId);
  return { ...contextOf(facts), requestId: id && scrubberOf(facts).label(id) };
}

function parse(facts: Facts, response: Response, text: string, lost: Lost[]): Parsed {
  try {
    // Members called `__proto__` or `constructor` become the value's own; nothing of ours copies them further.
    return parseJSON(text, lost);
  } catch {
    const [first] = text.trim();
    const what = first === "<" ? "HTML or XML" : "text that is not JSON, or JSON that breaks off";
    throw invalidAnswer(facts, response, typed(first ? what : "an empty body"), text);
  }
}

function unwrap({ facts, keepEnvelope }: Reading, response: Response, parsed: Parsed, text: string): Parsed {
  const places = facts.operation.data ?? facts.vendor.envelope?.data;
  if (keepEnvelope || !places) return parsed;
  const [body] = parsed;
  const pointers = [places].flat();
  const pointer = pointers.find((one) => readPointer(body, one) !== undefined);
  if (pointer === undefined) {
    throw invalidAnswer(facts, response, typed(`JSON without anything at ${pointers.join(" or ")}`), text);
  }
  const value = readPointer(body, pointer);
  // A number may have its digits where it was found.
  return typeof value === "number" && facts.operation.int64?.answer ? [readExact(body, pointer)] : [value];
}

function typed(what: string): (contentType: string) => string {
  return (contentType) => `${what} (${contentType})`;
}
