import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Mock, startMock } from "../src/index.ts";

const post = (content: string): string =>
  `{ post: { requestBody: { required: true, content: { ${content} } }, responses: { "204": { description: Done. } } } }`;
const hook =
  "{ type: object, required: [payload], properties: { payload: { type: object, required: [text], properties: { text: { type: string } } }, ids: { type: array, items: { type: integer } } } }";
const form =
  "{ type: object, additionalProperties: false, properties: { plain: { type: object, required: [n], properties: { n: { type: integer } } }, rows: { type: array, items: { type: object, properties: { n: { type: integer } } } }, ids: { type: array, items: { type: integer } }, words: { type: array, maxItems: 2, items: { type: string } }, deep: { type: object, additionalProperties: false, properties: { n: { type: integer }, to: { type: object, properties: { ok: { type: boolean } } }, tags: { type: array, items: { type: string } } } }, list: { type: array, items: { type: integer } } } }";

const document = `openapi: 3.1.0
info: { title: Bodies, version: "1" }
servers: [{ url: "https://bodies.test" }]
paths:
  /hook: ${post(`application/x-www-form-urlencoded: { schema: ${hook}, encoding: { payload: { contentType: application/json }, ids: { contentType: application/json } } }`)}
  /form: ${post(`application/x-www-form-urlencoded: { schema: ${form}, encoding: { ids: { explode: false }, words: { style: pipeDelimited }, deep: { style: deepObject }, list: { style: deepObject } } }`)}
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
  ...(
    [
      ['plain={"n":1}', 204],
      ['plain={"n":"x"}', 422],
      ["plain=text", 422],
      ['rows={"n":1}&rows={}', 204],
      ['rows={"n":1}&rows={"n":"x"}', 422],
      ["rows=text", 422],
      ["ids=1,2", 204],
      ["ids=1,x", 422],
      ["words=a|b", 204],
      ["words=a|b|c", 422],
      ["deep[n]=1&deep[to][ok]=true&deep[tags][]=a&deep[tags][]=b", 204],
      ["deep[tags][0]=a&deep[tags][1]=b", 204],
      ["deep[n]=x", 422],
      ["deep[more]=x", 422],
      ["list[]=1&list[]=2", 204],
      ["list[0]=x", 422],
      ["other[n]=1", 422],
      ["deep[__proto__][x]=1", 422],
    ] as const
  ).map(([text, status]): [string, string, string, number] => [
    "/form",
    "application/x-www-form-urlencoded",
    encodeURI(text),
    status,
  ]),
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
