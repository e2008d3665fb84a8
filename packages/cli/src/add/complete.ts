import { type Document, Pair, parseDocument, visit } from "yaml";
import { isObject } from "../read-json.ts";
import { at, entries, follow, locate, type Node, type Path } from "./document-paths.ts";
import { type Budget, makeValue, newBudget, type Resolve } from "./make-value.ts";
import { NodeIndex } from "./node-index.ts";

/** A document with what the mock server and the suites need of it. */
export interface Completed {
  readonly text: string;
  /** How many bodies and parameters got an example. */
  readonly made: number;
  /** How many got none, because those of the others are as much as is made for one document. */
  readonly left: number;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * Gives an example, made from its schema, to every parameter and every body that has none and is of a form that can be
 * made. The rest of the text stays as it is, comments among it.
 *
 * @param text a document of one YAML file
 * @param written the same without aliases, for one that has some: they stand for values that several places share
 */
export function completeExamples(
  text: string,
  written: () => string,
  budget: Budget = newBudget(),
): Completed {
  const document = parsed(text);
  return hasAlias(document)
    ? completeExamples(written(), () => "", budget)
    : complete(text, document, budget);
}

/** Reading it has refused keys that stand twice, in time that grows with the text. */
function parsed(text: string): Document {
  return parseDocument(text, { uniqueKeys: false });
}

function hasAlias(document: Document): boolean {
  let found = false;
  visit(document, {
    Alias() {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

function complete(text: string, document: Document, budget: Budget): Completed {
  const root = document.toJS() as Node;
  const nodes = new NodeIndex(document);
  const resolve: Resolve = (node) => follow(root, node);
  const seen = new Set<string>();
  let made = 0;
  let left = 0;
  const fill = (path: Path, make: () => Node): void => {
    const key = JSON.stringify(path);
    if (seen.has(key)) return;
    seen.add(key);
    const node = nodes.at(path);
    if (node === undefined) return;
    const members = budget.steps > 0 && budget.characters > 0 ? make() : undefined;
    if (members === undefined) left += 1;
    else made += 1;
    for (const [name, value] of entries(members)) {
      node.add(
        new Pair(document.createNode(name), document.createNode(value, { aliasDuplicateObjects: false })),
      );
    }
  };
  const body = (path: Path, isRequest: boolean): void => {
    for (const [type, media] of entries(at(root, [...path, "content"]))) {
      if (!isMade(type, isRequest) || !isObject(media) || media.schema === undefined) continue;
      if (media.example !== undefined || isObject(media.examples)) continue;
      const place = [...path, "content", type];
      fill(place, () => ({ examples: examplesOf(media.schema, resolve, isRequest, budget) }));
    }
  };
  const parameter = (path: Path): void => {
    const found = locate(root, path);
    const { schema, example, examples } = follow(root, at(root, found));
    if (schema === undefined || example !== undefined || examples !== undefined) return;
    fill(found, () => ({ example: makeValue(schema, resolve, false, budget) }));
  };
  for (const [path, item] of entries(root.paths)) {
    const lists = [["paths", path, "parameters"]];
    for (const method of methods) {
      const operation = at(item, [method]);
      if (!isObject(operation)) continue;
      const place = ["paths", path, method];
      lists.push([...place, "parameters"]);
      body(locate(root, [...place, "requestBody"]), true);
      for (const [status] of entries(operation.responses)) {
        body(locate(root, [...place, "responses", status]), false);
      }
    }
    for (const list of lists) {
      const parameters = at(root, list);
      if (Array.isArray(parameters)) parameters.forEach((_one, index) => void parameter([...list, index]));
    }
  }
  return { text: made === 0 ? text : document.toString({ lineWidth: 0 }), made, left };
}

/** JSON, and what else a client sends: forms, text and bytes, which a text can stand for. XML would have to be made up. */
function isMade(type: string, isRequest: boolean): boolean {
  return /[/+]json\b/i.test(type) || (isRequest && !/[/+]xml\b/i.test(type));
}

/** A request has an example with all that it may carry, and one with no more than it must. */
function examplesOf(schema: unknown, resolve: Resolve, isRequest: boolean, budget: Budget): Node {
  const full = makeValue(schema, resolve, false, budget);
  if (!isRequest) return { default: { value: full } };
  const minimal = makeValue(schema, resolve, true, budget);
  const isSame = JSON.stringify(minimal) === JSON.stringify(full);
  return { full: { value: full }, ...(isSame ? {} : { minimal: { value: minimal } }) };
}
