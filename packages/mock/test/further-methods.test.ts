import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { startMock } from "../src/index.ts";

const document = (ref: string): string => `openapi: 3.2.0
info: { title: Newer, version: "1" }
servers: [{ url: "https://newer.test/v1" }]
paths:
  /things/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    query:
      parameters: [{ name: limit, in: query, schema: { type: integer } }]
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Wanted" } } } }
      responses:
        "200": { description: d, content: { application/json: { schema: { type: array }, example: [1] } } }
    additionalOperations:
      COPY: { responses: { "201": { description: d, content: { application/json: { example: { ok: true } } } } } }
components:
  schemas:
    Wanted: { type: object, required: [status], properties: { status: { type: string }, other: { $ref: "${ref}" } } }
`;

async function started(ref: string, files: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-mock-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries({ ...files, "openapi.yaml": document(ref) }))
    await writeFile(join(folder, name), text);
  const mock = await startMock(join(folder, "openapi.yaml"));
  onTestFinished(() => mock.close());
  return mock;
}

const headers = { "content-type": "application/json" };

it.each<[method: string, path: string, body: string | undefined, status: number, answer: unknown]>([
  ["QUERY", "/things/1?limit=2", '{"status":"open"}', 200, [1]],
  ["QUERY", "/things/1", '{"status":1}', 422, undefined],
  ["QUERY", "/things/1", undefined, 422, undefined],
  ["QUERY", "/things/x", '{"status":"open"}', 422, undefined],
  ["QUERY", "/things/1?limit=x", '{"status":"open"}', 422, undefined],
  ["COPY", "/things/1", undefined, 201, { ok: true }],
  ["COPY", "/things/x", undefined, 422, undefined],
  ["MOVE", "/things/1", undefined, 405, undefined],
])("judges and answers %s %s with %s", async (method, path, body, status, want) => {
  const mock = await started("#/components/schemas/Wanted");
  const answer = await fetch(mock.url + path, { method, body: body ?? null, ...(body ? { headers } : {}) });
  expect(answer.status).toBe(status);
  if (want !== undefined) expect(await answer.json()).toEqual(want);
});

it("says that a document of several files cannot be served so", async () => {
  await expect(started("other.yaml", { "other.yaml": "type: string\n" })).rejects.toThrow(
    "QUERY /things/{id} stands in a document of several files: bundle it, and serve the one file",
  );
});
