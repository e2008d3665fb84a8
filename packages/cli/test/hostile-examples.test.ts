import { isArray, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import fc from "fast-check";
import { expect, it } from "vitest";
import { flawed } from "../../generator/test/untrusted/flawed.ts";
import { smallDocument } from "../../generator/test/untrusted/full-document.ts";
import { fuzz } from "../../generator/test/untrusted/fuzz.ts";
import { payloads } from "../../generator/test/untrusted/payloads.ts";
import { completeExamples } from "../src/add/complete.ts";
import { examplesOverlay } from "../src/add/examples-overlay.ts";

/** Without examples, so that each is made. */
function bare(value: JsonValue): JsonValue {
  if (isArray(value)) return value.map(bare);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => key !== "example" && key !== "examples");
  return Object.fromEntries(kept.map(([key, one]) => [key, bare(one)]));
}

const text = fc.constantFrom(...Object.values(payloads).map((make) => make("made").slice(0, 200)));
/** Schemas whose values are words of the document. */
const schema = fc.oneof(
  text.map((one) => ({ type: "string", const: one })),
  text.map((one) => ({ type: "string", enum: [one] })),
  text.map((one) => ({ type: "string", default: one })),
  text.map((one) => ({
    type: "object",
    properties: { [one]: { type: "string", const: one } },
    required: [one],
  })),
  text.map((one) => ({ type: "string", pattern: `^${one.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}$` })),
  text.map((one) => ({ type: "array", items: { const: one }, minItems: 1 })),
);

/** The small document, with such a schema for each body and parameter. */
const documents = fc.tuple(flawed(bare(smallDocument()) as JsonObject), schema).map(([document, one]) => {
  const put = (value: JsonValue): JsonValue => {
    if (isArray(value)) return value.map(put);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, below]) => [key, key === "schema" ? one : put(below)]),
    );
  };
  return put(document) as JsonObject;
});

it("makes examples of hostile words that stay words", async () => {
  let written = 0;
  const { failure, made } = await fuzz(40, 20_264, documents, (spec) => {
    const overlay = examplesOverlay("pets", completeExamples(spec).additions);
    if (overlay !== undefined) written += 1;
    return { spec, overlay };
  });
  expect(failure).toBeUndefined();
  expect(made).toBeGreaterThan(5);
  expect(written).toBeGreaterThan(5);
}, 120_000);
