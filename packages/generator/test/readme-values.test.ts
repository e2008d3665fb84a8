import { describe, expect, it } from "vitest";
import { emitReadme } from "../src/emit/readme/readme.ts";
import { checkReadme } from "../src/verify/readme.ts";
import { modelOf } from "./support/emit.ts";

function readme(sent: string, answered: string, more = ""): string {
  const model = modelOf(`
paths:
  /things:
    post:
      operationId: things.do
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/In" } } } }
      responses: { "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/Out" } } } } }
components:
  schemas:
    In: ${sent}
    Out: ${answered}
${more}`);
  const text = emitReadme(model, { packageName: "@acme/shop" });
  expect(checkReadme(text, "@acme/shop", model)).toEqual([]);
  return text;
}

const object = (properties: string): string => `{ type: object, properties: { ${properties} } }`;
const plain = object("a: { type: string }");
const status = "status: { type: string, enum: [on, off, lost, gone] }";
const at = "at: { type: string, format: date-time }";

describe("the README of values", () => {
  it.each<[name: string, sent: string, answered: string, want: readonly string[]]>([
    [
      "names a field",
      plain,
      object(status),
      ["{ Out }", '["on", "off", "lost", "gone"]', "knownWord(out: Out)", "out.status)"],
    ],
    [
      "names a field whose words have a name of their own",
      plain,
      object("a: { type: string }, state: { $ref: '#/components/schemas/State' }"),
      ['["x", "y"]', "out.state)"],
    ],
    [
      "knows of words that no field of an object has",
      plain,
      `{ type: array, items: { enum: [a, b] } }`,
      ["`default`."],
    ],
    ["speaks of dates", object(at), plain, ["Requests take a `Date`"]],
    [
      "speaks of dates without a time",
      object("on: { type: string, format: date }"),
      plain,
      ["a date is due, and write its day in UTC."],
    ],
    [
      "speaks of dates of both kinds",
      object(`${at}, on: { type: string, format: date }`),
      plain,
      ["with a time it is written in ISO 8601"],
    ],
    [
      "speaks of dates in lists",
      object(`many: { type: array, items: ${object(at)} }`),
      plain,
      ["take a `Date`"],
    ],
  ])("%s", (_, sent, answered, want) => {
    const text = readme(sent, answered, "    State: { enum: [x, y] }");
    for (const part of ["## Values", ...want]) expect(text).toContain(part);
  });

  it.each([
    ["neither words nor dates", plain, plain],
    ["words that are closed, in a request", object(status), plain],
    ["one word", plain, object("kind: { enum: [thing] }")],
    ["dates in answers", plain, object(at)],
    [
      "values that look like a type",
      plain,
      object("a: { type: object, example: { kind: other, name: Date } }"),
    ],
  ])("is silent about %s", (_, sent, answered) => {
    expect(readme(sent, answered)).not.toContain("## Values");
  });

  it("keeps words of the document in their literals", () => {
    const text = readme(plain, object('status: { enum: ["a`b", "*/ c", "\\n```\\n"] }'));
    expect(text).toContain('["a`b", "*/ c", "\\n```\\n"]');
  });
});
