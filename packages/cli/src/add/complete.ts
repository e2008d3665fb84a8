import { type Document, isMap, parseDocument } from "yaml";
import { isObject } from "../read-json.ts";
import { makeValue, type Resolve } from "./make-value.ts";

/** A document with what the mock server and the suites need of it. */
export interface Completed {
  readonly text: string;
  /** How many bodies and parameters got an example. */
  readonly made: number;
}

type Path = readonly (string | number)[];
type Node = Readonly<Record<string, unknown>>;

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * Gives an example, made from its schema, to every parameter and every body that has none and is of a form that can be
 * made. The rest of the text stays as it is, comments among it.
 *
 * @param text a document of one YAML file
 */
export function completeExamples(text: string): Completed {
  const document = parseDocument(text, { merge: true });
  const root = document.toJS() as Node;
  const resolve: Resolve = (node) => follow(root, node);
  const gaps = new Map<
    string,
    { readonly path: Path; readonly examples: Node } | { readonly path: Path; readonly example: unknown }
  >();
  const body = (path: Path, isRequest: boolean): void => {
    for (const [type, media] of entries(at(root, [...path, "content"]))) {
      if (!isMade(type, isRequest) || !isObject(media) || media.schema === undefined) continue;
      if (media.example !== undefined || isObject(media.examples)) continue;
      gaps.set([...path, type].join("\n"), {
        path: [...path, "content", type],
        examples: examplesOf(media.schema, resolve, isRequest),
      });
    }
  };
  for (const [path, item] of entries(root.paths)) {
    for (const method of methods) {
      const operation = at(item, [method]);
      if (!isObject(operation)) continue;
      const place = ["paths", path, method];
      body(locate(root, [...place, "requestBody"]), true);
      for (const [status] of entries(operation.responses)) {
        body(locate(root, [...place, "responses", status]), false);
      }
      for (const list of [
        [...place, "parameters"],
        ["paths", path, "parameters"],
      ]) {
        const parameters = at(root, list);
        if (!Array.isArray(parameters)) continue;
        for (const index of parameters.keys()) {
          const found = locate(root, [...list, index]);
          const parameter = at(root, found);
          if (!isObject(parameter) || parameter.schema === undefined) continue;
          if (parameter.example !== undefined || parameter.examples !== undefined) continue;
          gaps.set(found.join("\n"), { path: found, example: makeValue(parameter.schema, resolve) });
        }
      }
    }
  }
  for (const gap of gaps.values()) fill(document, gap);
  return { text: gaps.size === 0 ? text : document.toString({ lineWidth: 0 }), made: gaps.size };
}

/** JSON, and what else a client sends: forms, text and bytes, which a text can stand for. XML would have to be made up. */
function isMade(type: string, isRequest: boolean): boolean {
  return /[/+]json\b/i.test(type) || (isRequest && !/[/+]xml\b/i.test(type));
}

/** A request has an example with all that it may carry, and one with no more than it must. */
function examplesOf(schema: unknown, resolve: Resolve, isRequest: boolean): Node {
  const full = makeValue(schema, resolve);
  if (!isRequest) return { default: { value: full } };
  const minimal = makeValue(schema, resolve, true);
  const isSame = JSON.stringify(minimal) === JSON.stringify(full);
  return { full: { value: full }, ...(isSame ? {} : { minimal: { value: minimal } }) };
}

function fill(
  document: Document,
  { path, ...made }: { readonly path: Path; readonly examples?: Node; readonly example?: unknown },
): void {
  const node = document.getIn(path);
  if (!isMap(node)) return;
  for (const [key, value] of Object.entries(made))
    node.set(document.createNode(key), document.createNode(value));
}

/** Where something stands, references followed. */
function locate(root: Node, path: Path): Path {
  let current = path;
  // A chain of references that never ends would be a fault of the document, which reading it has found.
  for (let steps = 0; steps < 20; steps++) {
    const node = at(root, current);
    if (!isObject(node) || typeof node.$ref !== "string" || !node.$ref.startsWith("#/")) return current;
    current = segments(node.$ref);
  }
  return current;
}

function follow(root: Node, node: unknown): Node {
  let current = node;
  for (let steps = 0; steps < 20 && isObject(current) && typeof current.$ref === "string"; steps++) {
    current = at(root, segments(current.$ref));
  }
  return isObject(current) ? current : {};
}

function segments(reference: string): string[] {
  return decodeURIComponent(reference.slice(2))
    .split("/")
    .map((one) => one.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function at(value: unknown, path: Path): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Readonly<Record<string | number, unknown>>)[key];
  }
  return current;
}

function entries(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}
