import { isObject, type JsonObject, type JsonValue, listOf, objectOf, textOf } from "../json.ts";
import { mergeSchemas } from "./merge-schemas.ts";

/** Follows `$ref`; `undefined` where it leads nowhere. */
export type Resolve = (node: JsonValue | undefined) => JsonValue | undefined;

/** A schema with references followed, allOf merged and one alternative taken. */
export interface Shape {
  readonly schema: JsonObject;
  /** Every schema object that went into it: one of them within itself is a recursion. */
  readonly parts: ReadonlySet<object>;
  /** Discriminator property -> the value that names the alternative taken. */
  readonly tags: Readonly<Record<string, string>>;
  /** How many other shapes the schema may have: alternatives, and branches of `if`. */
  readonly others: number;
  /** Whether the shape may be taken for a value that the schema forbids: something was chosen, or is not followed. */
  readonly isChosen: boolean;
}

/** Schemas that a value stands in, of each level those that its shape was made of. */
export interface Above {
  readonly parts: ReadonlySet<object>;
  readonly outer: Above | undefined;
}

export function isAbove(above: Above | undefined, schema: object): boolean {
  for (let level = above; level !== undefined; level = level.outer) if (level.parts.has(schema)) return true;
  return false;
}

/** Schemas within each other, without a value between them, beyond which none is followed. */
const DEEPEST = 40;

interface Gathering {
  readonly resolve: Resolve;
  /** Which of the alternatives is taken, counted from the one that is taken first. */
  readonly turn: number;
  readonly spend: (steps: number) => void;
  readonly above: Above | undefined;
  readonly schemas: JsonObject[];
  readonly parts: Set<object>;
  readonly tags: Record<string, string>;
  others: number;
  isChosen: boolean;
}

/** @param above - schemas that the value stands in; an alternative that is one of them is taken last */
export function shapeOf(
  node: JsonValue | undefined,
  {
    resolve,
    above,
    turn = 0,
    spend = () => {},
  }: Pick<Gathering, "resolve" | "above"> & Partial<Pick<Gathering, "turn" | "spend">>,
): Shape {
  const gathering: Gathering = {
    ...{ resolve, turn, spend, above },
    ...{ schemas: [], parts: new Set(), tags: Object.create(null), others: 0, isChosen: false },
  };
  gather(gathering, node, 0);
  const { schemas, parts, tags, others, isChosen } = gathering;
  const { allOf: _all, oneOf: _one, anyOf: _any, ...schema } = mergeSchemas(schemas);
  return { schema, parts, tags, others, isChosen };
}

function gather(gathering: Gathering, node: JsonValue | undefined, depth: number): void {
  const { resolve, parts, schemas, spend, turn } = gathering;
  const resolved = resolve(node);
  spend(1);
  if (!isObject(resolved) || depth > DEEPEST || parts.has(resolved)) return;
  parts.add(resolved);
  schemas.push(resolved);
  if (node !== resolved && isObject(node) && Object.keys(node).length > 1) {
    const { $ref: _reference, ...beside } = node;
    gather(gathering, beside, depth + 1);
  }
  spend(Object.keys(objectOf(resolved.properties)).length + listOf(resolved.required).length);
  for (const part of listOf(resolved.allOf)) {
    gather(gathering, part, depth + 1);
    // A parent that tells its children apart by a property wants the child's name there.
    addTag(gathering, objectOf(objectOf(resolve(part)).discriminator), node);
  }
  for (const key of ["oneOf", "anyOf"]) {
    const list = listOf(resolved[key]);
    if (list.length === 0) continue;
    const taken = alternative(gathering, list);
    addTag(gathering, objectOf(resolved.discriminator), taken);
    gather(gathering, taken, depth + 1);
  }
  if (resolved.if !== undefined) {
    gathering.others += 1;
    gathering.isChosen = true;
    const isMet = turn % 2 === 0;
    if (isMet) gather(gathering, resolved.if, depth + 1);
    gather(gathering, (isMet ? resolved.then : resolved.else) ?? {}, depth + 1);
  }
  if (resolved.not !== undefined) gathering.isChosen = true;
}

/** The first alternative that is not null and leads to no recursion, or one after it. */
function alternative(gathering: Gathering, list: readonly JsonValue[]): JsonValue | undefined {
  const { resolve, above, turn, spend } = gathering;
  spend(list.length);
  gathering.others += list.length - 1;
  gathering.isChosen = true;
  const isNull = (one: JsonValue): boolean => {
    const { type, enum: values, const: only } = objectOf(resolve(one));
    return type === "null" || only === null || (listOf(values).length === 1 && listOf(values)[0] === null);
  };
  const rank = (one: JsonValue): number => (isAbove(above, objectOf(resolve(one))) ? 2 : isNull(one) ? 1 : 0);
  const ranked = [0, 1, 2].flatMap((wanted) => list.filter((one) => rank(one) === wanted));
  return ranked[turn % ranked.length];
}

function addTag({ tags }: Gathering, discriminator: JsonObject, taken: JsonValue | undefined): void {
  const property = textOf(discriminator.propertyName);
  const reference = textOf(objectOf(taken).$ref);
  if (property === undefined || reference === undefined || Object.hasOwn(tags, property)) return;
  const name = reference.split("/").at(-1) ?? "";
  const mapped = Object.entries(objectOf(discriminator.mapping)).find(
    ([, target]) => target === reference || target === name,
  );
  tags[property] = mapped?.[0] ?? name;
}
