import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { main } from "../../src/index.ts";
import { linkPackages } from "./link.ts";
import type { TestWorkspace } from "./workspace.ts";

const text = { type: "string" };
const thing = { type: "object", required: ["n"], properties: { n: { type: "integer" } } };
const query = (name: string, schema: object, more: object = {}): object => ({
  name,
  in: "query",
  schema,
  ...more,
});
const answer = (schema: object, type = "application/json", more: object = {}): object => ({
  "200": { description: "Good.", content: { [type]: { schema, ...more } } },
});
const list = { type: "object", properties: { items: { type: "array", items: thing }, next_cursor: text } };

/** What suites that read the document alone, and examples made by rule of thumb, end red on. */
export const sound: {
  readonly [key: string]: unknown;
  readonly paths: Readonly<Record<string, object>>;
} = {
  openapi: "3.1.0",
  info: { title: "Sound", version: "1" },
  servers: [{ url: "https://api.sound.example/v1" }],
  security: [{ Basic: [] }],
  paths: {
    "/patterns/{id}": {
      get: {
        operationId: "patterns.get",
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "string", pattern: "^th_[a-z0-9]{6}$" } },
        ],
        responses: answer({ allOf: [{ properties: { a: text } }, { type: "object", required: ["a"] }] }),
      },
    },
    "/keys": {
      post: {
        operationId: "keys.create",
        parameters: [{ name: "Idempotency-Key", in: "header", schema: text }],
        requestBody: {
          content: { "application/json": { schema: { type: "object", properties: { a: text } } } },
        },
        responses: answer(thing),
      },
    },
    "/lists": {
      get: {
        operationId: "lists.list",
        parameters: [query("cursor", text), query("limit", { type: "integer" })],
        responses: { ...answer(list), "204": { description: "None." } },
      },
    },
    "/queries": {
      get: {
        operationId: "queries.run",
        parameters: [
          query("old", text, { deprecated: true }),
          { name: "filter", in: "query", content: { "application/json": { schema: thing } } },
        ],
        responses: answer(thing),
      },
    },
    "/bodies": {
      get: {
        operationId: "bodies.find",
        requestBody: { content: { "application/json": { schema: thing } } },
        responses: answer(thing),
      },
    },
    "/events": { get: { operationId: "events.watch", responses: answer(thing, "text/event-stream") } },
    "/lines": { get: { operationId: "lines.watch", responses: answer(thing, "application/x-ndjson") } },
    "/images": {
      get: {
        operationId: "images.read",
        responses: answer({ type: "string", format: "binary" }, "image/png"),
      },
    },
    "/xml": { get: { operationId: "xml.read", responses: answer(thing, "application/xml") } },
    "/anything": { get: { operationId: "anything.get", responses: answer(thing, "*/*") } },
    "/created": {
      post: {
        operationId: "created.create",
        requestBody: {
          content: { "application/ld+json": { schema: list }, "application/json": { schema: thing } },
        },
        responses: { ...answer(thing), "201": { description: "Made." } },
      },
    },
    "/twice/{id}/{kind}/{id}": {
      get: {
        operationId: "twice.get",
        parameters: [
          // A default that no path can hold.
          { name: "id", in: "path", required: true, schema: { type: "string", default: "" } },
          { name: "kind", in: "path", required: true, schema: { enum: ["a", "b"] } },
        ],
        responses: { ...answer({ type: "object" }, "text/plain"), "307": { description: "Elsewhere." } },
      },
    },
    "/required": {
      post: {
        operationId: "required.create",
        requestBody: {
          content: {
            "application/json": {
              schema: { type: "object", required: ["nowhere"], properties: { a: text } },
              example: { nowhere: 1, besides: 2 },
            },
            "application/yaml": { schema: text, example: { a: 1 } },
          },
        },
        responses: { "204": { description: "Done." } },
      },
    },
    "/open": { get: { operationId: "open.get", security: [], responses: answer(thing) } },
    "/broken": {
      get: {
        operationId: "broken.get",
        parameters: [query("id", { type: "string", format: "uuid" }, { required: true, example: "abc" })],
        responses: answer(thing, "application/json", { example: { n: "one" } }),
      },
    },
  },
  components: { securitySchemes: { Basic: { type: "http", scheme: "basic" } } },
};

/**
 * Adds a document as `sound`, with more time than by default.
 *
 * @param isLooked whether its types and its package are looked at: of the forms of the sound document they need not be again
 */
export async function addSound(workspace: TestWorkspace, document: object, isLooked = true): Promise<number> {
  await linkPackages(workspace.root, isLooked ? [] : ["tsc", "publint", "attw"]);
  const path = join(workspace.root, "given.yaml");
  await writeFile(path, stringify(document, { aliasDuplicateObjects: false }));
  const limits = ["--time-limit", "60", "--memory-limit", "1500"];
  return main(["add", "sound", path, "--no-install", ...limits]);
}
