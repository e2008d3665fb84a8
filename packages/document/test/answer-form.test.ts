import { expect, it } from "vitest";
import { answerForm } from "../src/index.ts";

const binary = { type: "string", format: "binary" };

it.each([
  ["application/json", undefined, "json"],
  ["application/problem+json; charset=utf-8", undefined, "json"],
  ["text/json", undefined, "json"],
  ["*/*", undefined, "json"],
  ["*/*", { type: "object" }, "json"],
  ["*/*", binary, "binary"],
  ["*/*", { type: "string" }, "text"],
  ["application/*", { type: "string", maxLength: 9 }, "text"],
  ["*/*", { type: "string", format: "uuid" }, "json"],
  ["*/*", { type: "string", enum: ["a"] }, "json"],
  ["*/*", { type: ["string", "null"] }, "json"],
  ["*/*", { anyOf: [{ type: "string" }] }, "json"],
  ["text/event-stream", undefined, "stream"],
  ["application/x-ndjson", undefined, "stream"],
  ["text/plain", { type: "object" }, "text"],
  ["application/xml", undefined, "text"],
  ["application/vnd.acme", { properties: {} }, "json"],
  ["application/vnd.acme", { type: "string" }, "text"],
  ["application/vnd.acme", binary, "binary"],
  ["application/vnd.acme", undefined, "binary"],
  ["image/png", binary, "binary"],
])("%s with the schema %j is read as %s", (type, schema, want) => {
  expect(answerForm(type, schema)).toBe(want);
});
