import { answerForm, isEventStream, isObject, isPositioned, type JsonValue } from "@trunkline/document";
import { envelopePlaces, paginationsOf, unwrapped } from "@trunkline/mock/document";
import { asWritten } from "../as-written.ts";
import type { DocumentedAnswer } from "./answers.ts";
import { differences } from "./differences.ts";
import { exampleBytes } from "./files.ts";
import type { ClientPackage } from "./package.ts";
import type { Target } from "./types.ts";

/** Members that the page itself needs: a wire name like these stays on `.body` alone. */
const PAGE_METHODS: ReadonlySet<string> = new Set([
  "hasNextPage",
  "getNextPage",
  "iterPages",
  "body",
  "then",
]);

/** Where the value that a caller got differs from the example of the answer. */
export async function compareResult(
  pack: ClientPackage,
  target: Target,
  answer: DocumentedAnswer,
  actual: unknown,
): Promise<readonly string[]> {
  const type = answer.content?.type.split(";")[0]?.trim().toLowerCase();
  if (type === undefined) {
    // A page without a body is an empty one.
    const body = target.names.paged === true ? (actual as { body?: unknown } | undefined)?.body : actual;
    return differences(body, undefined, "value");
  }
  // Without an example whatever the mock has made is right, and the request is what is judged.
  if (answer.example === undefined) return [];
  const example = answer.example.value;
  const form = answerForm(type, pack.document.resolve(answer.content?.schema));
  if (form === "json") {
    return target.names.paged === true || paginationsOf(pack.document, target.operation).some(isPositioned)
      ? comparePage(actual, example, pack.extension)
      : compareValue(pack, actual, unwrapped(envelopePlaces(pack.document, target.operation), example));
  }
  if (form === "stream") return compareStream(pack, actual, example, type);
  // A text whose schema says something else is sent as it would be written.
  if (form === "text")
    return differences(actual, typeof example === "string" ? example : JSON.stringify(example), "value");
  return compareBinary(actual, example);
}

function compareValue({ extension }: ClientPackage, actual: unknown, expected: JsonValue): readonly string[] {
  return differences(asWritten(extension, actual, expected), expected, "value");
}

/**
 * Compares a page with an example: its own enumerable members must be the vendor's envelope, and `.body` the whole body
 * on the wire.
 */
export function comparePage(
  actual: unknown,
  example: JsonValue,
  rules: ClientPackage["extension"] = {},
): readonly string[] {
  if (typeof actual !== "object" || actual === null) return differences(actual, example, "page");
  const wire = isObject(example) ? example : { items: example };
  const expected = Object.fromEntries(Object.entries(wire).filter(([name]) => !PAGE_METHODS.has(name)));
  return [
    ...differences(asWritten(rules, { ...actual }, expected), expected, "page"),
    ...differences(asWritten(rules, (actual as { body?: unknown }).body, example), example, "page.body"),
  ];
}

/** What comes one after another: the data of events, or the lines of a text. */
async function compareStream(
  { extension }: ClientPackage,
  actual: unknown,
  example: JsonValue,
  type: string,
): Promise<readonly string[]> {
  if (typeof actual !== "object" || actual === null || !(Symbol.asyncIterator in actual))
    return differences(actual, "a stream", "value");
  const got: unknown[] = [];
  for await (const one of actual as AsyncIterable<unknown>) got.push(one);
  const text = typeof example === "string" ? example : JSON.stringify(example);
  const expected = isEventStream(type)
    ? eventData(text)
    : text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  // An event is handed over as its data where that is JSON, and whole where it is text.
  const said = got.map((one, index) =>
    isEvent(one) ? one.data : JSON.stringify(asWritten(extension, one, parsed(expected[index]))),
  );
  return differences(
    said,
    expected.map((one, index) => (isEvent(got[index]) ? one : compact(one))),
    "stream",
  );
}

function isEvent(value: unknown): value is { readonly data: string } {
  return isObject(value) && typeof value.data === "string" && "event" in value;
}

function eventData(text: string): readonly string[] {
  return text.split(/(?:\r\n|\r|\n){2,}/).flatMap((block) => {
    const lines = block.split(/\r\n|\r|\n/).filter((line) => line.startsWith("data:"));
    const data = lines.map((line) => line.slice(5).replace(/^ /, "")).join("\n");
    return lines.length === 0 || data === "[DONE]" ? [] : [data];
  });
}

/** JSON as it is written without blanks. */
function compact(text: string): string {
  const value = parsed(text);
  return value === undefined ? text : JSON.stringify(value);
}

function parsed(text = ""): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function compareBinary(actual: unknown, example: JsonValue): Promise<readonly string[]> {
  if (!(actual instanceof Response)) return differences(actual, "a Response", "value");
  const bytes = Buffer.from(await actual.arrayBuffer());
  const equal = bytes.equals(exampleBytes(example));
  return equal ? [] : differences(bytes.toString("utf8"), exampleBytes(example).toString("utf8"), "bytes");
}
