import { type JsonObject, type JsonValue, objectField, valueAt } from "@trunkline/document";
import { expect, it } from "vitest";
import { withInheritedProperties } from "../src/emit/package/inherited-properties.ts";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const own = (name: string): JsonObject => ({ type: "object", properties: { [name]: { type: "string" } } });

const document: JsonObject = {
  components: {
    schemas: {
      Leaf: own("leaf"),
      Alias: ref("Leaf"),
      Child: { allOf: [ref("Leaf"), own("inline")], properties: { child: {} } },
      Grandchild: { allOf: [ref("Child")] },
      Either: { oneOf: [ref("Leaf"), { anyOf: [own("inner")] }] },
      OfAlias: { allOf: [ref("Alias")] },
      Ring: { allOf: [ref("Other")], properties: { ring: {} } },
      Other: { allOf: [ref("Ring")], properties: { other: {} } },
      Nowhere: { allOf: [ref("Missing"), ref("Self")] },
      Self: ref("Self"),
      Holder: { properties: { held: { allOf: [ref("Leaf")] } } },
    },
  },
};

const resolve = withInheritedProperties(document, (to) => valueAt(document, to.slice(1)));

it.each([
  ["Leaf", "leaf", true],
  ["Leaf", "child", false],
  ["Child", "child", true],
  ["Child", "leaf", true],
  ["Child", "inline", true],
  ["Grandchild", "leaf", true],
  ["Grandchild", "inline", true],
  ["Grandchild", "other", false],
  ["Either", "leaf", true],
  ["Either", "inner", true],
  ["OfAlias", "leaf", true],
  ["Ring", "other", true],
  ["Other", "ring", true],
  ["Other", "leaf", false],
  ["Nowhere", "leaf", false],
  ["Holder/properties/held", "leaf", true],
  ["Holder/properties/held", "held", false],
  ["Child", "toString", false],
])("%s has %s: %s", (schema, name, want) => {
  const found: JsonValue | undefined = resolve(`#/components/schemas/${schema}`);
  expect(Boolean(objectField(found, "properties")?.[name])).toBe(want);
});
