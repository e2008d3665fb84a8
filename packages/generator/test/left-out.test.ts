import { describe, expect, it } from "vitest";
import { generatePackage } from "../src/generate.ts";
import { folderOf, yaml } from "./support/documents.ts";
import { modelOf } from "./support/emit.ts";

const ok = 'responses: { "204": { description: Good. } }';

const rows: [name: string, path: string, want: readonly [string, string]][] = [
  [
    "a path parameter that nobody declares",
    `/things/{id}: { get: { operationId: x.y, ${ok} } }`,
    [
      'GET /things/{id} is left out: it has no path parameter "id"',
      "add { name: id, in: path, required: true, schema: { type: string } }",
    ],
  ],
  [
    "a parameter in a place of Swagger 2.0",
    `/things: { post: { operationId: x.y, parameters: [{ name: b, in: body }], ${ok} } }`,
    [
      'POST /things is left out: the parameter "b" is in "body"',
      "a parameter is in path, query, header, cookie; a body is a requestBody",
    ],
  ],
  [
    "a method that fetch refuses",
    `/things: { trace: { operationId: x.y, ${ok} } }`,
    [
      "TRACE /things is left out: fetch refuses to send TRACE (Fetch standard, forbidden methods)",
      "send it with a client that is not fetch",
    ],
  ],
  [
    "a path without a slash",
    `things: { get: { operationId: x.y, ${ok} } }`,
    ["GET things is left out: its path does not begin with a slash", 'write it as "/things"'],
  ],
  [
    "a path with a query of path parameters",
    `"/x?Action={action}": { get: { operationId: x.y, parameters: [{ name: action, in: path, required: true }], ${ok} } }`,
    [
      "GET /x?Action={action} is left out: the query in its path has parameters that are not declared so",
      "declare them as query parameters",
    ],
  ],
];

describe("an operation that cannot be expressed", () => {
  it.each(rows)("%s", (_name, path, [message, hint]) => {
    const model = modelOf(
      `servers: [{ url: https://a.test }]\npaths:\n  ${path}\n  /good: { get: { operationId: a.b, ${ok} } }\n`,
    );
    expect(model.operations.map(({ id }) => id)).toEqual(["a.b"]);
    expect(model.leftOut).toBe(1);
    expect(model.diagnostics.filter(({ severity }) => severity !== "guess")).toMatchObject([
      { severity: "warning", code: "operation-left-out", message, hint },
    ]);
  });

  it("is counted, and the rest becomes a package", async () => {
    const folder = await folderOf({
      "openapi.yaml": yaml(
        `servers: [{ url: https://a.test }]\npaths:\n  /bad/{id}: { get: { operationId: a.c, ${ok} } }\n  /good: { get: { operationId: a.b, ${ok} } }\n`,
      ),
    });
    const given = {
      spec: `${folder}/openapi.yaml`,
      target: `${folder}/out`,
      packageName: "@acme/t",
      check: true,
    };
    expect(await generatePackage(given)).toMatchObject({ operations: 1, leftOut: 1 });
    await expect(generatePackage({ ...given, house: true })).rejects.toThrow("path-parameter-missing");
  });

  it("of a body that GET cannot carry only the body is left out", () => {
    const { operations, diagnostics } = modelOf(
      `servers: [{ url: https://a.test }]\npaths:\n  /a: { get: { operationId: a.b, requestBody: { content: { application/json: {} } }, ${ok} } }\n`,
    );
    expect(operations).toMatchObject([{ id: "a.b", body: undefined }]);
    expect(diagnostics.filter(({ severity }) => severity === "warning")).toMatchObject([
      { code: "body-left-out" },
    ]);
  });
});
