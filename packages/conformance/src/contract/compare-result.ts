import { isObject, type JsonValue } from "@trunkline/document";
import { envelopePlaces, paginationsOf, unwrapped } from "@trunkline/mock/document";
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
  if (type === undefined) return differences(actual, undefined, "value");
  const example = answer.example?.value ?? null;
  if (/[/+]json$/.test(type)) {
    return target.names.paged === true ||
      paginationsOf(pack.document, target.operation).some(({ style }) => style !== "link")
      ? comparePage(actual, example)
      : differences(actual, unwrapped(envelopePlaces(pack.document, target.operation), example), "value");
  }
  if (type.startsWith("text/") && type !== "text/event-stream") return differences(actual, example, "value");
  return compareBinary(actual, example);
}

/** A page: its own enumerable members are the vendor's envelope, and `.body` is the whole wire body. */
export function comparePage(actual: unknown, example: JsonValue): readonly string[] {
  if (typeof actual !== "object" || actual === null) return differences(actual, example, "page");
  const wire = isObject(example) ? example : { items: example };
  const expected = Object.fromEntries(Object.entries(wire).filter(([name]) => !PAGE_METHODS.has(name)));
  return [
    ...differences({ ...actual }, expected, "page"),
    ...differences((actual as { body?: unknown }).body, example, "page.body"),
  ];
}

async function compareBinary(actual: unknown, example: JsonValue): Promise<readonly string[]> {
  if (!(actual instanceof Response)) return differences(actual, "a Response", "value");
  const bytes = Buffer.from(await actual.arrayBuffer());
  const equal = bytes.equals(exampleBytes(example));
  return equal ? [] : differences(bytes.toString("utf8"), exampleBytes(example).toString("utf8"), "bytes");
}
