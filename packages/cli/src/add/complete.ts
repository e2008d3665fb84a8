import {
  isObject,
  type JsonObject,
  type JsonValue,
  objectOf,
  operationsOfItem,
  stringField,
} from "@trunkline/document";
import { fromPattern } from "@trunkline/document/from-pattern";
import { type Budget, makeValue, newBudget, type Resolve } from "@trunkline/document/values";
import { valueHolder } from "@trunkline/generator";
import { at, entries, follow, locate, type Node, type Path } from "./document-paths.ts";
import { hasExample, itemSchema, mediaForm, streamText } from "./media-examples.ts";
import { placeInWords } from "./place-in-words.ts";

/** Examples that a document lacks, and where they belong. */
export interface Addition {
  readonly path: Path;
  /** `example` or `examples`. */
  readonly members: JsonObject;
}

/** What the mock server and the suites need of a document that does not have it. */
export interface Completed {
  readonly additions: readonly Addition[];
  /** How many got none, because those of the others are as much as is made for one document. */
  readonly left: number;
  /** What got none, because no value could be made that its schema allows: where it stands. */
  readonly unmade: readonly string[];
}

/** Makes a value of a schema; `undefined` where none can be. */
type Make = (schema: JsonValue, direction: "request" | "answer", minimal?: boolean) => JsonValue | undefined;

/**
 * Makes an example from its schema, and holds it against it, for every parameter and every body that has none and is of a
 * form that can be made.
 *
 * @param root the main file of a document as its overlay leaves it
 */
export function completeExamples(root: Node, budget: Budget = newBudget()): Completed {
  const resolve: Resolve = (node) => follow(root, node) as JsonObject;
  const holds = valueHolder(root as JsonObject);
  const make: Make = (schema, direction, minimal = false) =>
    makeValue(schema, {
      ...{ direction, minimal, resolve, budget, fromPattern, useGiven: true },
      holds: (one, value) => holds(one, value, direction),
    });
  const seen = new Set<string>();
  const unmade: string[] = [];
  const additions: Addition[] = [];
  let left = 0;
  const fill = (path: Path, makeMembers: () => JsonObject | undefined): void => {
    const key = JSON.stringify(path);
    if (seen.has(key)) return;
    seen.add(key);
    if (!isObject(at(root, path))) return;
    if (budget.steps <= 0 || budget.characters <= 0) {
      left += 1;
      return;
    }
    const members = makeMembers();
    if (members === undefined) unmade.push(placeInWords(path, nameOf(path)));
    else additions.push({ path, members });
  };
  const nameOf = (path: Path): string | undefined => {
    const parameter = path.lastIndexOf("parameters");
    return parameter === -1
      ? undefined
      : stringField(objectOf(follow(root, at(root, path.slice(0, parameter + 2)))), "name");
  };
  const body = (path: Path, direction: "request" | "answer"): void => {
    for (const [type, media] of entries(at(root, [...path, "content"]))) {
      if (!isObject(media) || hasExample(media)) continue;
      const { schema = wholeOf(media) } = media;
      if (schema === undefined) continue;
      fill([...path, "content", type], () => examplesOf(type, schema, resolve, direction, make));
    }
  };
  const parameter = (path: Path): void => {
    const found = locate(root, path);
    const { schema, content, ...given } = follow(root, at(root, found)) as JsonObject;
    const [media] = entries(content);
    if (media !== undefined) {
      const [type, described] = media as [string, JsonValue];
      if (!isObject(described) || described.schema === undefined || hasExample(described)) return;
      const { schema: inner } = described;
      fill([...found, "content", type], () => exampleOf(inner, make));
    } else if (schema !== undefined && !hasExample(given)) fill(found, () => exampleOf(schema, make));
  };
  for (const [path, item] of entries(root.paths)) {
    const lists = [["paths", path, "parameters"]];
    for (const { keys, operation } of operationsOfItem(objectOf(item))) {
      if (!isObject(operation)) continue;
      const place = ["paths", path, ...keys];
      lists.push([...place, "parameters"]);
      body(locate(root, [...place, "requestBody"]), "request");
      for (const [status] of entries(operation.responses)) {
        body(locate(root, [...place, "responses", status]), "answer");
      }
    }
    for (const list of lists) {
      const parameters = at(root, list);
      if (Array.isArray(parameters)) parameters.forEach((_one, index) => void parameter([...list, index]));
    }
  }
  return { additions, left, unmade };
}

/** Of a sequence of which each item has a schema (OpenAPI 3.2), the schema of all. */
function wholeOf({ itemSchema: items }: JsonObject): JsonObject | undefined {
  return items === undefined ? undefined : { type: "array", items };
}

function exampleOf(schema: JsonValue, make: Make): JsonObject | undefined {
  const example = make(schema, "request");
  return example === undefined ? undefined : { example };
}

/** A request has an example with all that it may carry, and one with no more than it must. */
function examplesOf(
  type: string,
  schema: JsonValue,
  resolve: Resolve,
  direction: "request" | "answer",
  make: Make,
): JsonObject | undefined {
  const form = mediaForm(type, schema, resolve);
  if (form === "none") return undefined;
  if (form !== "value") {
    const value = make(
      { type: "array", minItems: 1, maxItems: 2, items: itemSchema(schema, resolve) },
      direction,
    );
    return Array.isArray(value) ? { examples: { default: { value: streamText(form, value) } } } : undefined;
  }
  const full = make(schema, direction);
  if (full === undefined) return undefined;
  if (direction === "answer") return { examples: { default: { value: full } } };
  const least = make(schema, direction, true);
  const minimal = /^multipart\/|x-www-form-urlencoded/.test(type) ? withElements(least, full) : least;
  const isSame = minimal === undefined || JSON.stringify(minimal) === JSON.stringify(full);
  return { examples: { full: { value: full }, ...(isSame ? {} : { minimal: { value: minimal } }) } };
}

/** A form cannot say that a list has no elements: one that must be there has those of the full example. */
function withElements(least: JsonValue | undefined, full: JsonValue): JsonValue | undefined {
  if (!isObject(least)) return least;
  const isEmpty = (value: JsonValue | undefined): boolean => Array.isArray(value) && value.length === 0;
  return Object.fromEntries(
    Object.entries(least).map(([name, value]) => [
      name,
      isEmpty(value) ? (objectOf(full)[name] ?? value) : value,
    ]),
  );
}
