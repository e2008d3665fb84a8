import { expect, it } from "vitest";
import { runContract } from "../src/index.ts";
import { makeClient } from "./support/packages.ts";

const text = { type: "string" };
const tag = { type: "object", required: ["name"], properties: { name: text } };
const items = { a: [{ name: "x" }], b: [{ name: "x" }, { name: "y" }] };

function form(encoding: object, schema: object, examples: object): object {
  return {
    requestBody: {
      required: true,
      content: {
        "multipart/form-data": {
          encoding: { list: encoding },
          schema: {
            type: "object",
            required: ["list"],
            properties: {
              list: { type: "array", items: schema },
              file: { type: "string", format: "binary" },
            },
          },
          examples,
        },
      },
    },
    responses: { "204": { description: "Done." } },
  };
}

function examplesOf(lists: Readonly<Record<string, readonly unknown[]>>): object {
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, { value: { list } }]));
}

it("lists in a form of parts are one part an item, which the mock reads as such", async () => {
  const json = { contentType: "application/json" };
  const forms = {
    "objects as JSON": form(json, tag, examplesOf(items)),
    "objects with a charset": form(
      { contentType: "application/json; charset=utf-8" },
      tag,
      examplesOf(items),
    ),
    "objects of a vendor": form({ contentType: "application/vnd.a+json" }, tag, examplesOf(items)),
    "objects without a word": form({}, tag, examplesOf(items)),
    "texts as JSON": form(json, text, examplesOf({ one: ["x"], two: ["x", '"y"'] })),
    "numbers as JSON": form(json, { type: "integer" }, examplesOf({ one: [1], two: [1, 2] })),
    "lists as JSON": form(
      json,
      { type: "array", items: text },
      examplesOf({ one: [["x"]], two: [["x"], ["y", "z"]] }),
    ),
    texts: form({}, text, examplesOf({ one: ["x"], two: ["x", "y"] })),
  };
  const paths = Object.fromEntries(
    Object.entries(forms).map(([name, post], index) => [
      `/forms/${index}`,
      { post: { operationId: `forms.send${index}`, summary: name, ...post } },
    ]),
  );
  const document = { openapi: "3.1.0", info: { title: "Parts", version: "1" }, paths };
  const { folder } = await makeClient("parts", document);
  const { results } = await runContract(folder, { documentFaults: "note" });
  expect(
    results.flatMap(({ operation, name, problems, note }) =>
      [...problems, ...(note === undefined ? [] : [note])].map((one) => `${operation} ${name}: ${one}`),
    ),
  ).toEqual([]);
  expect(results.length).toBeGreaterThanOrEqual(16);
}, 60_000);
