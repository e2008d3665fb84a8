import type { JsonValue } from "@trunkline/document";
import { describe, expect, it } from "vitest";
import { noDocs } from "../src/model/docs.ts";
import { fitExample, UPLOAD } from "../src/model/fit-example.ts";
import type { PropertyModel, Shape, TypeNode } from "../src/model/type-nodes.ts";

const text: TypeNode = { kind: "primitive", name: "string" };
const number: TypeNode = { kind: "primitive", name: "number" };
const nothing: TypeNode = { kind: "primitive", name: "null" };
const file: TypeNode = { kind: "external", name: "Uploadable" };
const literal = (value: string | number | boolean): TypeNode => ({ kind: "literal", value });
const union = (...members: TypeNode[]): TypeNode => ({ kind: "union", members });
const list = (items: TypeNode): TypeNode => ({ kind: "array", items });
const reference = (name: string): TypeNode => ({ kind: "reference", name });

/** `a` is required, `a?` is not. */
function fields(types: Readonly<Record<string, TypeNode>>): readonly PropertyModel[] {
  return Object.entries(types).map(([key, type]) => {
    const name = key.replace("?", "");
    return { name, optional: name !== key, type, docs: noDocs };
  });
}
const object = (types: Readonly<Record<string, TypeNode>>, index?: TypeNode): TypeNode => ({
  kind: "object",
  properties: fields(types),
  index,
});

const shapes: Readonly<Record<string, Shape>> = {
  Base: { kind: "interface", extends: [], properties: fields({ id: number }), index: undefined },
  Cat: {
    kind: "interface",
    extends: [reference("Base")],
    properties: fields({ kind: literal("cat"), lives: number }),
    index: undefined,
  },
  Dog: {
    kind: "interface",
    extends: [],
    properties: fields({ kind: literal("dog"), name: text }),
    index: undefined,
  },
  Pet: { kind: "alias", type: union(reference("Cat"), reference("Dog")) },
  Tree: {
    kind: "interface",
    extends: [],
    properties: fields({ kids: list(reference("Tree")) }),
    index: undefined,
  },
  Node: {
    kind: "interface",
    extends: [],
    properties: fields({ next: union(reference("Node"), nothing) }),
    index: undefined,
  },
  Endless: {
    kind: "interface",
    extends: [],
    properties: fields({ next: reference("Endless") }),
    index: undefined,
  },
};

/** Levels of a value that holds itself under a key. */
const nested = (key: string, levels: number): JsonValue =>
  levels === 0 ? null : { [key]: nested(key, levels - 1) };

const model = union(literal("gpt"), { kind: "other", name: "string" });

const rows: [name: string, value: JsonValue | undefined, type: TypeNode, want: JsonValue | undefined][] = [
  ["what fits stays", { a: "x", b: [1] }, object({ a: text, "b?": list(number) }), { a: "x", b: [1] }],
  ["a field that must be there is made", {}, object({ a: text, b: number }), { a: "string", b: 1 }],
  ["null in place of a text", { model: null }, object({ model }), { model: "gpt" }],
  ["null where it may be", { model: null }, object({ model: union(model, nothing) }), { model: null }],
  ["null where nothing may stand is left out", { model: null }, object({ "model?": model }), {}],
  ["nothing in place of alternatives", undefined, union(nothing, object({ a: text })), { a: "string" }],
  [
    "an empty object in place of one with fields",
    { add_on: {} },
    object({ add_on: object({ price: number }) }),
    { add_on: { price: 1 } },
  ],
  ["a field that there is not", { a: "x", more: 1 }, object({ a: text }), { a: "x" }],
  [
    "a field that there is not, of an open object",
    { a: "x", more: 1 },
    object({ a: text }, { kind: "primitive", name: "unknown" }),
    { a: "x", more: 1 },
  ],
  ["values of a map that do not fit", { a: 1, b: "x" }, object({}, number), { a: 1 }],
  ["any object", { a: 1 }, { kind: "object", properties: [], index: undefined }, { a: 1 }],
  ["a value that is not in the list", "red", union(literal("on"), literal("off")), "on"],
  ["a number in place of a text", { a: 1 }, object({ a: text }), { a: "string" }],
  ["a text in place of a list", { a: "x" }, object({ a: list(text) }), { a: ["string"] }],
  ["items that do not fit", ["a", 1], list(text), ["a", "string"]],
  [
    "a tuple that is too short",
    [1],
    { kind: "tuple", items: [number, text], optionalFrom: 2, rest: undefined },
    [1, "string"],
  ],
  [
    "a tuple that is too long",
    [1, "a", 2],
    { kind: "tuple", items: [number, text], optionalFrom: 0, rest: undefined },
    [1, "a"],
  ],
  [
    "a tuple with a rest",
    [1, "a", "b"],
    { kind: "tuple", items: [number], optionalFrom: 1, rest: text },
    [1, "a", "b"],
  ],
  [
    "the alternative that the discriminator names",
    { kind: "dog" },
    reference("Pet"),
    { kind: "dog", name: "string" },
  ],
  ["a base's fields", { kind: "cat" }, reference("Pet"), { kind: "cat", id: 1, lives: 1 }],
  [
    "parts of an intersection",
    { a: 1 },
    { kind: "intersection", members: [object({ "a?": number, "b?": text }), object({ b: text })] },
    { a: 1, b: "string" },
  ],
  [
    "a union beside fields",
    { kind: "x", a: 1 },
    {
      kind: "intersection",
      members: [object({ kind: text }), union(object({ a: number }), object({ b: text }))],
    },
    { kind: "x", a: 1 },
  ],
  [
    "nothing of a union beside fields",
    {},
    {
      kind: "intersection",
      members: [object({ kind: text }), union(object({ a: number }), object({ b: text }))],
    },
    { kind: "string", a: 1 },
  ],
  [
    "a value that holds itself",
    { kids: [{ kids: [] }, {}] },
    reference("Tree"),
    { kids: [{ kids: [] }, { kids: [] }] },
  ],
  ["a value that may hold itself, or nothing", undefined, reference("Node"), nested("next", 4)],
  [
    "a key that objects have",
    JSON.parse('{ "__proto__": 1 }'),
    object({ ["__proto__"]: text }),
    JSON.parse('{ "__proto__": "string" }'),
  ],
  [
    "a file",
    { file: "photo.jpg", more: [null] },
    object({ file, "more?": list(file) }),
    { file: UPLOAD, more: [UPLOAD] },
  ],
  ["a file or a text", { file: "abc" }, object({ file: union(file, text) }), { file: "abc" }],
  ["an integer of 64 bits", "x", { kind: "int64", names: ["number", "bigint"] }, 1],
  ["anything", undefined, { kind: "primitive", name: "unknown" }, {}],
];

describe("an example", () => {
  it.each(rows)("%s", (_name, value, type, want) => {
    const found = fitExample(value, type, (name) => shapes[name]);
    expect(found).toEqual(want);
    expect(Object.keys(Object(found))).toEqual(Object.keys(Object(want)));
    if (found !== undefined) expect(fitExample(found, type, (name) => shapes[name])).toEqual(found);
  });

  it("of what must hold itself comes to an end", () => {
    expect(JSON.stringify(fitExample({}, reference("Endless"), (name) => shapes[name]))).toContain("next");
  });
});
