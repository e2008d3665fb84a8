import { expect, it } from "vitest";
import { modelOf } from "./support/emit.ts";
import { type Emitted, withPackage, withServer } from "./support/run-model.ts";

const ok =
  'responses: { "200": { description: Good., content: { application/json: { schema: { type: object } } } } }';
const id = "parameters: [{ name: id, in: path, required: true, schema: { type: string } }";
const limit = "{ name: limit, in: query, schema: { type: integer } }";
const link = "{ name: fields, in: query, required: true, schema: { type: string } }";
const type = "{ name: type, in: query, required: true, schema: { type: string } }";

const document = `servers: [{ url: https://a.test }]
paths:
  /files/{id}: { put: { operationId: files.update, ${id}], ${ok} } }
  "/files/{id}#add_shared_link": { put: { operationId: files.addLink, ${id}, ${link}], ${ok} } }
  "/responses?beta=true": { get: { operationId: responses.list, parameters: [${limit}], ${ok} } }
  "/?Action=List&Version=2010-05-08": { get: { operationId: queue.list, ${ok} } }
  "/x?beta&type={type}#tail?a=b": { get: { operationId: x.get, parameters: [${type}], ${ok} } }
  "/hash/{a#b}": { get: { operationId: hash.get, parameters: [{ name: "a#b", in: path, required: true, schema: { type: string } }], ${ok} } }
`;

const calls: readonly [what: string, call: (client: Emitted) => Promise<unknown>, url: string][] = [
  ["a path", (client) => client.files.update("1"), "/files/1"],
  [
    "a fragment is never sent",
    (client) => client.files.addLink("a/b", { fields: "x y" }),
    "/files/a%2Fb?fields=x%20y",
  ],
  ["a fixed query is", (client) => client.responses.list(), "/responses?beta=true"],
  [
    "beside what a caller gives",
    (client) => client.responses.list({ limit: 5 }),
    "/responses?beta=true&limit=5",
  ],
  ["of several pairs", (client) => client.queue.list(), "/?Action=List&Version=2010-05-08"],
  ["without those that are parameters", (client) => client.x.get({ type: "a" }), "/x?beta&type=a"],
  ["a mark in a placeholder is a letter", (client) => client.hash.get("1"), "/hash/1"],
];

it("sends the query that a path fixes, and never its fragment", async () => {
  const model = modelOf(document);
  expect(model.leftOut).toBe(0);
  await withPackage(model, (emitted) =>
    withServer(
      () => ({ body: {} }),
      async (baseURL, seen) => {
        const client = new emitted.Shop({ baseURL });
        for (const [what, call, url] of calls) {
          await call(client);
          expect([what, seen.at(-1)?.url]).toEqual([what, url]);
        }
      },
    ),
  );
});
