import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { startMock } from "../src/index.ts";

const answer = (name: string, properties: string, example: object): string =>
  `"${name}": { description: Good., content: { application/json: { schema: { type: object, properties: { ${properties} } }, examples: { default: { value: ${JSON.stringify(example)} } } } } }`;
const document = `openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: https://shop.example/v1 }]
x-trunkline: { version: 1 }
paths:
  /leads:
    post:
      operationId: leads.add
      x-trunkline: { bulk: { method: addAll, rows: /leads, received: /got, accepted: [/made, /kept], failed: /lost, errors: { at: /errors, row: /n, base: 1, field: /at/field, code: /code, message: /text } } }
      requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { leads: { type: array, items: { type: object } } } } } } }
      responses: { ${answer(
        "200",
        "got: { type: integer }, made: { type: integer }, kept: { type: integer }, lost: { type: integer }, errors: { type: array }",
        { got: 1, made: 0, kept: 1, lost: 0, errors: [], id: "i" },
      )} }
`;

/** Path of a document with this text. */
async function fileOf(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mock-bulk-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "openapi.yaml"), text);
  return join(folder, "openapi.yaml");
}

async function post(url: string, leads: readonly object[]): Promise<unknown> {
  const response = await fetch(`${url}/leads`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ leads }),
  });
  return await response.json();
}

it("counts the rows that were sent, where the document says where", async () => {
  await using mock = await startMock(await fileOf(document));
  expect(await post(mock.url, [{}, {}, {}])).toEqual({
    got: 3,
    made: 3,
    kept: 0,
    lost: 0,
    errors: [],
    id: "i",
  });
});

it("lets rows fail, as the document names them", async () => {
  await using mock = await startMock(await fileOf(document));
  mock.fail({
    operation: "leads.add",
    rows: (row) =>
      (row as { phone?: string }).phone
        ? undefined
        : { field: "phone", code: "missing", message: "no phone" },
    times: 1,
  });
  expect(await post(mock.url, [{ phone: "1" }, {}])).toEqual({
    got: 2,
    made: 1,
    kept: 0,
    lost: 1,
    errors: [{ n: 2, at: { field: "phone" }, code: "missing", text: "no phone" }],
    id: "i",
  });
  expect(await post(mock.url, [{}])).toMatchObject({ made: 1, errors: [] });
});

it("refuses to let rows fail where none are declared", async () => {
  await using mock = await startMock(await fileOf(document.replace(/x-trunkline: \{ bulk.*\n/, "\n")));
  expect(() => mock.fail({ operation: "leads.add", rows: () => undefined })).toThrow(
    /leads\.add declares no rows/,
  );
});
