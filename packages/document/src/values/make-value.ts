import { type JsonObject, type JsonValue, listOf } from "../json.ts";
import { bareMediaType } from "../media-types.ts";
import { type Budget, newBudget, Spending, sizeOf } from "./budget.ts";
import { numbersOf } from "./make-number.ts";
import { makeString } from "./make-string.ts";
import { makeArray, makeObject } from "./make-structure.ts";
import type { Making, Place, ValueOptions } from "./making.ts";
import { isAbove, type Shape, shapeOf } from "./shape.ts";
import { typeOf } from "./type-of.ts";

/** Levels of a value below which nothing is made. */
const DEEPEST = 60;
/** Shapes that are tried where a schema forbids what was made first. */
const TURNS = 6;

/**
 * A value that a schema allows, with every member that it names. The same for the same schema; small, however much is
 * asked for.
 *
 * @returns `undefined` where none can be made
 */
export function makeValue(schema: JsonValue | undefined, options: ValueOptions): JsonValue | undefined {
  const { useGiven = false, minimal = false, withUnnamed = false, text = "text", depth = 6 } = options;
  const { budget = newBudget(), holds = () => true, ...rest } = options;
  const settings = { ...rest, useGiven, minimal, withUnnamed, text, depth, holds };
  // What the schema gives may break it, and so may what it does not have to have.
  const tries = [
    settings,
    ...(useGiven ? [{ ...settings, useGiven: false }] : []),
    { ...settings, useGiven: false, minimal: true },
  ];
  for (const one of tries) {
    const value = makeOne(schema, one, budget);
    if (value !== undefined && holds(schema ?? true, value)) return value;
  }
  return undefined;
}

function makeOne(
  schema: JsonValue | undefined,
  options: Making["options"],
  budget: Budget,
): JsonValue | undefined {
  const making: Making = {
    options,
    spending: new Spending(budget),
    make: (node, place) => make(making, node, place),
  };
  return making.make(schema, { above: undefined, level: 0, index: 0, isTight: options.minimal });
}

function make(making: Making, node: JsonValue | undefined, place: Place): JsonValue | undefined {
  const { options, spending } = making;
  if (node === false || !spending.value() || place.level > DEEPEST) return undefined;
  const first = shaped(making, node, place, 0);
  const value = once(making, first, place);
  if (!first.isChosen && !isHard(first.schema)) return value;
  const isHeld = (one: JsonValue | undefined): one is JsonValue =>
    one !== undefined && options.holds(node ?? true, one);
  if (isHeld(value)) return value;
  const turns = Math.min(TURNS, Math.max(first.others + 1, first.schema.not === undefined ? 1 : TURNS));
  for (const isTight of [place.isTight, true]) {
    for (let turn = 0; turn < turns; turn += 1) {
      if (!spending.value()) return undefined;
      const other = { ...place, isTight, index: place.index + turn };
      const made = once(making, shaped(making, node, other, turn), other, turn);
      if (isHeld(made)) return made;
    }
  }
  return undefined;
}

function shaped(
  { options, spending }: Making,
  node: JsonValue | undefined,
  { above }: Place,
  turn: number,
): Shape {
  return shapeOf(node, { resolve: options.resolve, above, turn, spend: (steps) => spending.steps(steps) });
}

/** Whether a schema may forbid what is made of its other keywords. */
function isHard(schema: JsonObject): boolean {
  const isTwice = schema.format !== undefined && schema.pattern !== undefined;
  return (
    isTwice ||
    [
      ...[
        "dependentSchemas",
        "dependentRequired",
        "contains",
        "uniqueItems",
        "propertyNames",
        "patternProperties",
      ],
      ...["maxProperties", "minProperties", "unevaluatedProperties", "unevaluatedItems", "multipleOf"],
    ].some((key) => schema[key] !== undefined)
  );
}

/** @param turn counts the values that were refused */
function once(making: Making, shape: Shape, place: Place, turn = 0): JsonValue | undefined {
  const { options, spending } = making;
  const { schema, parts, tags } = shape;
  const isWithinItself = [...parts].some((part) => isAbove(place.above, part));
  const { depth } = options;
  const isTight = place.isTight || isWithinItself || place.level >= depth;
  if (isWithinItself && place.level > depth + 4) return mayBeNull(schema) ? null : undefined;
  const given = givenBy(schema, turn === 0 ? options : { ...options, useGiven: false }, place.index);
  if (given !== undefined) return spending.characters(sizeOf(given)) ? given : undefined;
  const within = { ...place, above: { parts, outer: place.above }, isTight };
  switch (typeOf(schema, turn)) {
    case "object":
      return makeObject(making, schema, tags, within);
    case "array":
      return makeArray(making, schema, within);
    case "integer":
      return numbersOf(schema, place.index, true)[turn];
    case "number":
      return numbersOf(schema, place.index, false)[turn];
    case "boolean":
      return place.index % 2 === 0;
    case "null":
      return null;
    case "string":
      return makeText(making, schema, within);
    default:
      return options.text;
  }
}

function makeText(making: Making, schema: JsonObject, place: Place): JsonValue | undefined {
  const { options, spending } = making;
  const { text, fromPattern } = options;
  const { index } = place;
  if (schema.contentSchema !== undefined && isJsonText(schema)) {
    const content = making.make(schema.contentSchema, { ...place, level: place.level + 1 });
    return content === undefined ? undefined : JSON.stringify(content);
  }
  const made = makeString(schema, { text, index, longest: 100_000, fromPattern });
  return made !== undefined && spending.characters(made.length) ? made : undefined;
}

/** A text that holds JSON, whose schema the text's own names. */
function isJsonText({ contentMediaType, contentEncoding }: JsonObject): boolean {
  const type = contentMediaType ?? "application/json";
  return contentEncoding === undefined && typeof type === "string" && /[/+]json$/.test(bareMediaType(type));
}

/** What the schema says itself: a constant, a choice, or an example. */
function givenBy(
  schema: JsonObject,
  { useGiven, minimal }: Making["options"],
  index: number,
): JsonValue | undefined {
  if (schema.const !== undefined) return schema.const;
  if (useGiven && !minimal) {
    const { example, examples, default: usual } = schema;
    const found = [example, listOf(examples)[0], usual].find((one) => one !== undefined && one !== null);
    if (found !== undefined) return found;
  }
  const values = listOf(schema.enum).filter((value) => value !== null);
  if (values.length === 0) return listOf(schema.enum)[0];
  return values[index % values.length];
}

function mayBeNull(schema: JsonObject): boolean {
  return schema.nullable === true || [schema.type].flat().includes("null");
}
