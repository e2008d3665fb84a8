import { describe, expect, it } from "vitest";
import { emitSources } from "../src/emit/typescript/sources.ts";
import { formatLock, type NamesLock } from "../src/names/lock.ts";
import { parseLock } from "../src/names/parse-lock.ts";
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

  it("keeps the name of a type that only requests have when requests come to see it otherwise", () => {
    const paths = `  /things: { post: { operationId: things.add, requestBody: { content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Stay" } } } } }, responses: { "204": { description: Good. } } } }`;
    const stay = (more: string): string =>
      `Stay: { type: object, properties: { from: { type: string${more} } } }`;
    const before = modelOf(shop(paths, stay("")));
    expect(before.lock.types).toEqual({ "#/components/schemas/Stay": "Stay" });
    for (const more of [", format: date-time", ", enum: [a, b]", ", readOnly: true"]) {
      const after = modelOf(shop(paths, stay(more)), before.lock);
      expect([after.lock.types, after.lock.inputs], more).toEqual([
        {},
        { "#/components/schemas/Stay": "Stay" },
      ]);
      expect(after.declarations.map(({ name }) => name)).toContain("Stay");
    }
    const answered = `${paths}\n  /stays: { get: { operationId: stays.get, responses: { "200": { description: Good., content: { application/json: { schema: { $ref: "#/components/schemas/Stay" } } } } } } }`;
    const dated = modelOf(shop(paths, stay(", format: date-time")), before.lock);
    expect(modelOf(shop(answered, stay(", format: date-time")), dated.lock).lock).toMatchObject({
      types: { "#/components/schemas/Stay": "StayOutput" },
      inputs: { "#/components/schemas/Stay": "Stay" },
    });
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
  ["no JSON", "{", /^names\.lock:1 is not JSON\. Restore it/],
  ["another version", '{"version":0,"client":"A","operations":{}}', /is not a names lock of version 1/],
  [
    "a newer version",
    '{"version":2,"client":"A","operations":{}}',
    /^names\.lock:1 is a names lock of version 2, which a newer Trunkline wrote\. Bring @trunkline\/cli up to date\.$/,
  ],
  [
    "an entry without a method",
    '{"version":1,"client":"A","operations":{"GET /a":{"id":"a"}}}',
    /malformed entry for "GET \/a"/,
  ],
  [
    "names that are not names",
    '{"version":1,"client":"A","operations":{},"types":{"#/a":1}}',
    /malformed "types"/,
  ],
];

type Path = readonly (string | number)[];

/** Every place of a value but itself. */
function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => {
    const below = [...path, key];
    return [below, ...pathsOf((value as Record<string | number, unknown>)[key], below)];
  });
}

function put(root: object, path: Path, value: unknown): void {
  let at = root as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const key = path.at(-1) ?? "";
  if (value === undefined) delete at[key];
  else at[key] = value;
}

describe("a broken lock", () => {
  it.each(broken)("%s", (_name, text, message) => {
    expect(() => parseLock(text, "names.lock")).toThrow(message);
  });

  it.each<[name: string, text: string, message: RegExp]>([
    ["that breaks off", '{\n"version": 1,\n"client": "A"', /^names\.lock:3 is not JSON\. /],
    ["with a comma too many", '{\n"version": 1,\n}', /^names\.lock:3 is not JSON\. /],
    ["that a merge left unsettled", '{\n<<<<<<< HEAD\n"version": 1\n', /^names\.lock:2 is not JSON\. /],
    ["in YAML", "version: 1\nclient: A\n", /^names\.lock:1 is not JSON\. /],
    ["that is a list", "[]", /^names\.lock is not a names lock of version 1\. /],
    ["that is null", "null", /^names\.lock is not a names lock of version 1\. /],
    [
      "with a name that is none",
      `{"version":1,"client":"A","operations":{},\n"resources":{},\n"types":{"#/a":"A b"}}`,
      /^names\.lock:3 has "A b", which is not a name\. /,
    ],
    [
      "with a word of the language",
      `{"version":1,"client":"A","operations":{},\n"types":{"#/a":"delete"}}`,
      /^names\.lock:2 has "delete", which is a word of the language\. /,
    ],
    [
      "with a type twice, as a merge by hand leaves it",
      `{"version":1,"client":"A","operations":{},\n"types":{"#/a":"B","#/b":"B"}}`,
      /^names\.lock:2 has the type B twice\. /,
    ],
  ])("%s says where", (_name, text, message) => {
    expect(() => parseLock(text, "names.lock")).toThrow(message);
  });

  it("of keys that every object has is read as it is", () => {
    const text = JSON.stringify(modelOf(first).lock).replace(
      /"types":\{(?="#)/,
      '"types":{"__proto__":"Ghost","constructor":"Other",',
    );
    const lock = parseLock(text, "names.lock");
    expect(Object.keys(lock.types).slice(0, 2)).toEqual(["__proto__", "constructor"]);
    expect(() => modelOf(first, lock)).not.toThrow();
    expect(({} as { Ghost?: unknown }).Ghost).toBeUndefined();
  });

  it("is refused in words, or read, whatever a hand did to any part of it", () => {
    const text = formatLock(modelOf(first).lock);
    const outcomes = new Set<string>();
    for (const path of pathsOf(JSON.parse(text))) {
      for (const value of [undefined, null, 1, "", "delete", "a.b", ["x"], { ["__proto__"]: 1 }]) {
        const lock = JSON.parse(text);
        put(lock, path, value);
        try {
          emitSources(modelOf(first, parseLock(JSON.stringify(lock), "names.lock")));
          outcomes.add("read");
        } catch (error) {
          const { message } = error as Error;
          if (!/^names\.lock(?::\d+)? /.test(message)) outcomes.add(`${path.join("/")}: ${message}`);
        }
      }
    }
    expect([...outcomes]).toEqual(["read"]);
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
