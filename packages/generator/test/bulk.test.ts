import { describe, expect, it } from "vitest";
import { emitAll, modelOf } from "./support/emit.ts";
import { check } from "./support/mutations.ts";
import { typeCheck } from "./support/type-check.ts";

const answer =
  "type: object, properties: { done: { type: integer }, failed: { type: integer }, errors: { type: array, items: { type: object, properties: { row: { type: integer }, field: { type: string } } } } }";
const lead =
  "{ type: object, required: [phone], properties: { phone: { type: string }, age: { type: integer } } }";
const schema = `{ type: object, required: [list, leads], properties: { list: { type: string }, leads: { type: array, items: ${lead} } } }`;

const operation = (said: string, body = schema, more = "", path = "/leads"): string => `paths:
  ${path}:
    post:
      operationId: leads.add
      ${said === "" ? "" : `x-trunkline: { bulk: { ${said} } }`}
      ${more}
      requestBody: { required: true, content: { application/json: { schema: ${body} } } }
      responses: { "200": { description: Good., content: { application/json: { schema: { ${answer} } } } } }
`;
const shop = (rest: string, root = ""): string =>
  `servers: [{ url: https://a.test }]\nx-trunkline: { version: 1, client: { name: Shop }${root} }\n${rest}`;
const counted = "method: addAll, rows: /leads, accepted: [/done], failed: /failed";

describe("a method for any number of rows", () => {
  const rows: [name: string, document: string, want: readonly string[]][] = [
    [
      "takes rows, the other params and options",
      shop(operation(counted)),
      [
        'import { type BulkOptions, type BulkRows, type BulkRun, bulkRun } from "@trunkline/runtime/bulk";',
        'bulk: { rows: "/leads", answer: { accepted: ["/done"], failed: "/failed" } }',
        "rows: BulkRows<LeadsAddParamsLead>,",
        "): BulkRun<LeadsAddParamsLead> {",
        "return bulkRun(this, operations.add, rows, params, options);",
        "/** Params of `leads.addAll`: those of `leads.add` without `leads`. */",
        "export interface LeadsAddAllParams {\n  list: string;\n}",
        "500 in a request unless `options.chunk` says otherwise",
        "does not name them",
      ],
    ],
    [
      "takes the greatest number from the schema of the list",
      shop(operation(counted, schema.replace("type: array,", "type: array, maxItems: 50,"))),
      ["at most 50 in a request", "max: 50"],
    ],
    [
      "says what names rows",
      shop(operation("method: addAll, rows: /leads, errors: { at: /errors, row: /row, field: /field }")),
      ["Rows that the API names are `rejected`", 'errors: { at: "/errors", row: "/row", field: "/field" }'],
    ],
    [
      "has a path parameter before the rows",
      shop(
        operation(
          counted,
          schema,
          "parameters: [{ name: id, in: path, required: true, schema: { type: string } }]",
          "/lists/{id}/leads",
        ),
      ),
      [
        "addAll(\n    id: string,\n    rows: BulkRows<",
        "bulkRun(this, operations.add, rows, params, options, id)",
      ],
    ],
    [
      "takes a body that is the list itself",
      shop(operation('method: addAll, rows: "", accepted: [/done]', `{ type: array, items: ${lead} }`)),
      ["rows: BulkRows<", "params?: NoParams,", 'bulk: { rows: "/body", answer: { accepted: ["/done"] } }'],
    ],
  ];
  const models = new Map(rows.map(([name, document]) => [name, modelOf(document)]));

  it.each(rows)("%s", async (name, _, want) => {
    const model = models.get(name);
    if (!model) throw new Error("no model");
    const sources = await emitAll(new Map([[name, model]]));
    for (const text of want) expect(sources.get(name)).toContain(text);
  });

  it("is one that the runtime's types admit", { timeout: 120_000 }, async () => {
    expect(await typeCheck(models.values())).toEqual([]);
  });

  it("is recorded with the names of the client", () => {
    const { lock } = modelOf(shop(operation(counted)));
    expect(lock.operations["POST /leads"]).toMatchObject({
      bulk: "addAll",
      types: { params: "LeadsAddParams", bulk: "LeadsAddAllParams" },
    });
    const kept = { ...lock, operations: { ...lock.operations } };
    const operationLock = lock.operations["POST /leads"];
    if (operationLock) {
      kept.operations["POST /leads"] = {
        ...operationLock,
        types: { ...operationLock.types, bulk: "ManyLeadsParams" },
      };
    }
    const [model] = modelOf(shop(operation(counted)), kept).operations;
    expect(model?.bulk?.params?.name).toBe("ManyLeadsParams");
  });
});

describe("what is said of rows is held against the schemas, with file and line", () => {
  const rows: [what: string, said: string, want: RegExp, body?: string][] = [
    [
      "rows that are not there",
      "method: addAll, rows: /lead, accepted: [/done]",
      /"\/lead" points at nothing in the request body of POST \/leads/,
    ],
    [
      "rows that are not a list",
      "method: addAll, rows: /list, accepted: [/done]",
      /"\/list" in the request body of POST \/leads is not a list/,
    ],
    [
      "counts that are not there",
      "method: addAll, rows: /leads, accepted: [/done, /did]",
      /"\/did" points at nothing in the answer/,
    ],
    [
      "errors that are not there",
      "method: addAll, rows: /leads, errors: { at: /error, row: /row }",
      /"\/error" points at nothing in the answer/,
    ],
    [
      "a number that is not there",
      "method: addAll, rows: /leads, errors: { at: /errors, row: /n }",
      /"\/n" points at nothing in an error/,
    ],
    [
      "errors that name no row",
      "method: addAll, rows: /leads, errors: { at: /errors, field: /field }",
      /an error names its row by its number/,
    ],
    [
      "a key that no row has",
      "method: addAll, rows: /leads, key: /id, errors: { at: /errors, key: /field }",
      /"\/id" points at nothing in a row/,
    ],
    [
      "a key that nobody placed",
      "method: addAll, rows: /leads, errors: { at: /errors, key: /field }",
      /bulk\.key does not say where a row has it/,
    ],
    [
      "nothing of what became of rows",
      "method: addAll, rows: /leads",
      /nothing says what became of the rows/,
    ],
    [
      "a life of no key",
      `${counted}, keyLifeSeconds: 60`,
      /takes no idempotency key, so that none has a life/,
    ],
    [
      "more than the schema allows",
      `${counted}, max: 60`,
      /takes at most 50 rows/,
      schema.replace("type: array,", "type: array, maxItems: 50,"),
    ],
    ["a key that is misspelt", `${counted}, maximum: 5`, /maximum/],
  ];
  it.each(rows)("%s", async (_, said, want, body = schema) => {
    const found = await check(
      `openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\n${shop(operation(said, body))}`,
    );
    const errors = found.filter(({ severity }) => severity === "error");
    expect(errors.map(({ message }) => message).join("\n")).toMatch(want);
    expect(errors[0]?.location).toMatchObject({ line: expect.any(Number) });
  });
});

describe("an operation that looks as if it took rows", () => {
  const told = (path: string, body = schema) =>
    modelOf(shop(operation("", body, "", path))).diagnostics.filter(({ code }) => code === "bulk");

  it("is told, with the line that says so, and gets no method", () => {
    const [guess] = told("/leads/batch");
    expect(guess?.message).toMatch(/POST \/leads\/batch looks as if it took any number of leads/);
    expect(guess?.hint).toContain("bulk: { method: leadsInBulk, rows: /leads, accepted: [");
    expect(modelOf(shop(operation("", schema, "", "/leads/batch"))).operations[0]?.bulk).toBeUndefined();
  });

  it("is none where its path or its body says nothing of the kind", () => {
    expect(told("/leads")).toEqual([]);
    expect(
      told(
        "/leads/batch",
        "{ type: object, properties: { leads: { type: array, items: { type: string } } } }",
      ),
    ).toEqual([]);
    expect(
      told(
        "/leads/batch",
        `{ type: object, properties: { a: { type: array, items: ${lead} }, b: { type: array, items: ${lead} } } }`,
      ),
    ).toEqual([]);
  });
});
