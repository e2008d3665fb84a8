import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Mock, startMock } from "../src/index.ts";

const post = (content: string): string =>
  `{ post: { requestBody: { required: true, content: { ${content} } }, responses: { "204": { description: Done. } } } }`;
const hook =
  "{ type: object, required: [payload], properties: { payload: { type: object, required: [text], properties: { text: { type: string } } }, ids: { type: array, items: { type: integer } } } }";

const document = `openapi: 3.1.0
info: { title: Bodies, version: "1" }
servers: [{ url: "https://bodies.test" }]
paths:
  /hook: ${post(`application/x-www-form-urlencoded: { schema: ${hook}, encoding: { payload: { contentType: application/json }, ids: { contentType: application/json } } }`)}
  /vendor: ${post(`application/vnd.acme.thing: { schema: ${hook} }`)}
  /pair: ${post(`application/json: { schema: { type: array, prefixItems: [{ type: number }, { type: string }], items: false } }`)}
  /sealed: ${post(`application/json: { schema: { allOf: [{ $ref: "schemas.yaml#/Base" }], unevaluatedProperties: false } }`)}
  /named: ${post(`application/json: { schema: { type: object, dependentRequired: { a: [b] } } }`)}
`;

let folder: string;
let mock: Mock;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "trunkline-mock-"));
  await writeFile(join(folder, "openapi.yaml"), document);
  await writeFile(
    join(folder, "schemas.yaml"),
    "Base: { type: object, properties: { id: { type: integer } } }\n",
  );
  mock = await startMock(join(folder, "openapi.yaml"));
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

it.each<[path: string, type: string, body: string, status: number]>([
  ["/hook", "application/x-www-form-urlencoded", "payload=%7B%22text%22%3A%22hi%22%7D&ids=%5B1%2C2%5D", 204],
  ["/hook", "application/x-www-form-urlencoded", "payload=%7B%7D", 422],
  ["/hook", "application/x-www-form-urlencoded", "payload=text", 422],
  [
    "/hook",
    "application/x-www-form-urlencoded",
    "payload=%7B%22text%22%3A%22hi%22%7D&ids=%5B%22x%22%5D",
    422,
  ],
  ["/vendor", "application/vnd.acme.thing", '{"payload":{"text":"hi"}}', 204],
  ["/vendor", "application/vnd.acme.thing", '{"payload":{}}', 422],
  ["/pair", "application/json", '[1,"a"]', 204],
  ["/pair", "application/json", '["a",1]', 422],
  ["/pair", "application/json", '[1,"a",2]', 422],
  ["/sealed", "application/json", '{"id":1}', 204],
  ["/sealed", "application/json", '{"id":1,"more":2}', 422],
  ["/named", "application/json", '{"a":1,"b":2}', 204],
  ["/named", "application/json", '{"a":1}', 422],
])("judges %s as %s: %s", async (path, type, body, status) => {
  const answer = await fetch(mock.url + path, { method: "POST", headers: { "content-type": type }, body });
  expect(answer.status).toBe(status);
});
