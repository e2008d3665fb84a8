import type { JsonObject } from "@trunkline/document";
import { expect, it } from "vitest";
import { checkExamples } from "../../src/check/examples.ts";
import type { Report } from "../../src/check/report.ts";
import { Validators } from "../../src/check/validators.ts";

/** An answer with an example, of schemas each of which leads to the next one. */
function document(length: number, example: JsonObject): JsonObject {
  const schemas = Object.fromEntries(
    Array.from({ length }, (_, index) => {
      const next = index < length - 1 ? { next: { $ref: `#/components/schemas/S${index + 1}` } } : {};
      return [`S${index}`, { type: "object", properties: { v: { type: "integer" }, ...next } }];
    }),
  );
  const content = { "application/json": { schema: { $ref: "#/components/schemas/S0" }, example } };
  const get = { responses: { "200": { description: "Good.", content } } };
  return { openapi: "3.1.0", paths: { "/c": { get } }, components: { schemas } };
}

function found(given: JsonObject): readonly string[] {
  const said: string[] = [];
  const add = (severity: string, _at: unknown, code: string, message: string): void => {
    said.push(`${severity} ${code}: ${message}`);
  };
  checkExamples(given, new Validators(given, "2020-12"), "warning", { add } as never as Report);
  return said;
}

it("an example of a chain of schemas is checked", () => {
  expect(found(document(50, { next: { next: { v: "x" } } }))).toEqual([
    "warning example-mismatch: the example does not match its schema: /next/next/v must be integer",
  ]);
  expect(found(document(50, { next: { next: { v: 1 } } }))).toEqual([]);
});

it("an example of a chain that no validator compiles is said to be unchecked", () => {
  // So many are beyond the stack of the process that tests run in.
  expect(found(document(4000, { next: { next: { v: "x" } } }))).toEqual([
    expect.stringMatching(/^warning schema-inert: the example is not checked: its schema leads to so many/),
  ]);
});
