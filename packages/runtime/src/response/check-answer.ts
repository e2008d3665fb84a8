import { UsageError } from "../errors/usage-error.ts";
import { describeValue } from "../values/plain.ts";

/**
 * Looks at what fetch or a transport gave, which may be a test's own. The `Response` of another library or realm is one as well.
 *
 * @param by what gave it
 * @throws {UsageError} for what cannot be read as an answer: asking again would give the same
 */
export function checkAnswer(answer: unknown, by: string): asserts answer is Response {
  const wrong = wrongAnswer(answer);
  if (wrong === undefined) return;
  throw new UsageError(
    `${by} resolved with ${wrong}. A Response is expected, made for each call: new Response(JSON.stringify(value), { status: 200, headers: { "content-type": "application/json" } }).`,
  );
}

/** What a value is where it cannot be read as an answer. */
export function wrongAnswer(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null) return describeValue(answer);
  const { status, ok, headers, text, body, bodyUsed, type } = answer as Partial<Response>;
  if (type === "error") return "Response.error(): a fetch that fails throws";
  if (!Number.isInteger(status)) return "an object without a status";
  if (typeof ok !== "boolean") return "an object whose ok is not true or false";
  if (typeof headers?.get !== "function") return "an object whose headers are not Headers";
  // Of what a browser hides, and of an empty body, there is nothing to read.
  if (body !== null && typeof body?.getReader !== "function" && typeof text !== "function")
    return "an object without text()";
  if (bodyUsed || body?.locked) return "a Response that was read before";
  return undefined;
}
