import { describe, expect, it } from "vitest";
import { emitSources } from "../src/emit/typescript/sources.ts";
import { formatLock, type NamesLock, parseLock } from "../src/names/lock.ts";
import { modelOf } from "./support/emit.ts";

const thing = "{ type: object, properties: { status: { $ref: '#/components/schemas/Status' } } }";

function shop(
  paths: string,
  schemas = `Thing: ${thing}\n    Status: { type: string, enum: [a, b] }`,
): string {
  return `servers: [{ url: https://a.test }]\npaths:\n${paths}\ncomponents:\n  schemas:\n    ${schemas}\n`;
}

function operation(id: string, more = ""): string {
  return `{ operationId: ${id}, ${more} responses: { "200": { description: Good., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } } }`;
}

const first = shop(
  `  /things: { get: ${operation("things.list", "parameters: [{ name: q, in: query, schema: { type: string } }],")} }`,
);

describe("the names lock", () => {
  it("records names and placement", () => {
    expect(JSON.parse(formatLock(modelOf(first).lock))).toEqual({
      version: 1,
      client: "Shop",
      operations: {
        "GET /things": {
          id: "things.list",
          resource: "things",
          method: "list",
          aliases: [],
          path: [],
          query: ["q"],
          header: [],
          body: "none",
          nested: {},
          types: { params: "ThingsListParams", result: "Thing" },
        },
      },
      resources: { things: "Things" },
      types: { "#/components/schemas/Status": "Status", "#/components/schemas/Thing": "Thing" },
      inputs: {},
    });
  });

  it("is the same after it was read and applied", () => {
    const text = formatLock(modelOf(first).lock);
    expect(formatLock(modelOf(first, parseLock(text, "names.lock")).lock)).toBe(text);
  });

  it("is sorted by path, then method, whatever the document's order", () => {
    const routes = ["/b", "/a/c", "/a"].map(
      (path, index) => `  ${path}: { post: ${operation(`x.p${index}`)}, get: ${operation(`x.g${index}`)} }`,
    );
    const { lock } = modelOf(shop(routes.join("\n")));
    expect(Object.keys(JSON.parse(formatLock(lock)).operations)).toEqual([
      "GET /a",
      "POST /a",
      "GET /a/c",
      "POST /a/c",
      "GET /b",
      "POST /b",
    ]);
  });

  it("keeps names of what exists when a new schema or operation would take them", () => {
    const paths = `  /things: { get: ${operation("things.list").replace("schemas/Thing", "schemas/a-thing")} }`;
    const before = modelOf(shop(paths, `a-thing: ${thing}\n    Status: { type: string }`));
    expect(before.lock.types["#/components/schemas/a-thing"]).toBe("AThing");
    const after = modelOf(
      shop(
        `  /a: { post: ${operation("things.list")} }\n${paths}`,
        `AThing: ${thing}\n    Thing: ${thing}\n    a-thing: ${thing}\n    Status: { type: string }`,
      ),
      before.lock,
    );
    expect(after.lock.types).toMatchObject({
      "#/components/schemas/a-thing": "AThing",
      "#/components/schemas/AThing": "AThingModel",
    });
    expect(after.lock.operations["GET /things"]?.id).toBe("things.list");
    expect(after.lock.operations["POST /a"]?.id).toBe("things.listByPost");
  });

  it("keeps the method of a renamed operation as a deprecated alias", () => {
    const renamed = modelOf(shop(`  /things: { get: ${operation("things.search")} }`), modelOf(first).lock);
    expect(renamed.lock.operations["GET /things"]).toMatchObject({
      id: "things.search",
      aliases: ["things.list"],
    });
    const text = emitSources(renamed).get("src/resources/things.ts") ?? "";
    expect(text).toContain("search(params?");
    expect(text).toMatch(
      /@deprecated Renamed: use `things\.search`\. \*\/\nlist\(params\?.*\{\nreturn this\._call\(operations\.search/,
    );
    const again = modelOf(shop(`  /things: { get: ${operation("things.find")} }`), renamed.lock);
    expect(again.lock.operations["GET /things"]?.aliases).toEqual(["things.list", "things.search"]);
  });

  it("keeps an alias on the resource that the operation has left", () => {
    const moved = modelOf(shop(`  /things: { get: ${operation("stock.list")} }`), modelOf(first).lock);
    expect(moved.resources.map(({ id }) => id)).toEqual(["stock", "things"]);
    const text = emitSources(moved).get("src/resources/things.ts") ?? "";
    expect(text).toContain('list: { id: "stock.list"');
    expect(text).toContain("return this._call(operations.list, params, options);");
  });

  it("keeps the type that requests use when answers begin to use the schema too", () => {
    const body = `requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { s: { $ref: "#/components/schemas/Status" } } } } } },`;
    const schemas = "Status: { type: string, enum: [a, b] }\n    Thing: { type: string }";
    const before = modelOf(shop(`  /things: { post: ${operation("things.create", body)} }`, schemas));
    expect(before.lock).toMatchObject({ inputs: { "#/components/schemas/Status": "Status" } });
    const after = modelOf(
      shop(
        `  /things: { post: ${operation("things.create", body)} }`,
        `Status: { type: string, enum: [a, b] }\n    Thing: ${thing}`,
      ),
      before.lock,
    );
    expect(after.lock.inputs["#/components/schemas/Status"]).toBe("Status");
    expect(after.lock.types["#/components/schemas/Status"]).toBe("StatusOutput");
  });

  it("refuses to nest what callers give flat today", () => {
    const body = `requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { q: { type: string } } } } } },`;
    const query = "parameters: [{ name: q, in: query, schema: { type: string } }],";
    const before = modelOf(shop(`  /things: { post: ${operation("things.create", body)} }`));
    const after = modelOf(
      shop(`  /things: { post: ${operation("things.create", `${query} ${body}`)} }`),
      before.lock,
    );
    expect(after.diagnostics).toMatchObject([{ severity: "error", code: "name-clash" }]);
  });
});

const broken: [name: string, text: string, message: RegExp][] = [
  ["no JSON", "{", /^names\.lock is no JSON\. Restore it/],
  ["another version", '{"version":2,"client":"A","operations":{}}', /is no names lock of version 1/],
  [
    "an entry without a method",
    '{"version":1,"client":"A","operations":{"GET /a":{"id":"a"}}}',
    /malformed entry for "GET \/a"/,
  ],
  [
    "names that are no names",
    '{"version":1,"client":"A","operations":{},"types":{"#/a":1}}',
    /malformed "types"/,
  ],
];

describe("a broken lock", () => {
  it.each(broken)("%s", (_name, text, message) => {
    expect(() => parseLock(text, "names.lock")).toThrow(message);
  });

  it("cannot bring names that are none into the output", () => {
    const { lock } = modelOf(first);
    const forged: NamesLock = {
      ...lock,
      types: { ...lock.types, "#/components/schemas/Thing": "A {} evil(); //" },
    };
    expect(() => emitSources(modelOf(first, forged))).toThrow("Not an identifier");
  });
});
