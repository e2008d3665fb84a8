import { beforeAll, describe, expect, it } from "vitest";
import { emitSources } from "../src/emit/typescript/sources.ts";
import type { Model } from "../src/model/types.ts";
import { emitAll, modelOf } from "./support/emit.ts";
import { typeCheck } from "./support/type-check.ts";

interface Row {
  /** Operations as `METHOD /path operationId tag`, `-` for none. */
  readonly operations?: readonly string[];
  /** Component schemas, name -> its properties. */
  readonly schemas?: Readonly<Record<string, readonly string[]>>;
  /** Ids of the operations, in their order. */
  readonly ids?: readonly string[];
  readonly classes?: readonly string[];
  readonly files?: readonly string[];
  readonly types?: readonly string[];
  /** Parts of the emitted text. */
  readonly text?: readonly string[];
}

const long = "x".repeat(300);

const rows: [name: string, row: Row][] = [
  [
    "tags in other scripts",
    {
      operations: ["GET /a listThings 用户", "GET /b listMore пользователи", "GET /c listLast العملاء"],
      ids: ["用户.listThings", "пользователи.listMore", "العملاء.listLast"],
      classes: ["用户", "Пользователи", "العملاء"],
      files: ["resource", "resource2", "resource3"],
    },
  ],
  [
    "tags of which nothing is a name",
    {
      operations: ["GET /users listUsers 🚀", "GET /pets listPets !!!"],
      ids: ["users.list", "pets.list"],
      files: ["users", "pets"],
    },
  ],
  [
    "names that Windows keeps for itself",
    {
      operations: ["GET /a a.list con", "GET /b list Aux", "GET /c list nul", "GET /d list COM1"],
      files: ["a", "aux-resource", "nul-resource", "com1-resource"],
    },
  ],
  [
    "tags that differ in case alone",
    {
      operations: ["GET /a one Users", "GET /b two users", "GET /c three USERS"],
      ids: ["users.one", "users.two", "users.three"],
      files: ["users"],
    },
  ],
  [
    "resources whose files would differ in case alone",
    {
      operations: ["GET /a userGroups.list -", "GET /b usergroups.list -"],
      classes: ["UserGroups", "Usergroups"],
      files: ["user-groups", "usergroups"],
    },
  ],
  [
    "schemas that differ in case alone",
    { schemas: { user: ["a"], User: ["b"], USER: ["c"] }, types: ["UserModel", "User", "USER"] },
  ],
  [
    "schemas that are one name after normalising",
    { schemas: { "a-b": ["x"], "a.b": ["x"], a_b: ["x"], AB: ["x"] } },
  ],
  [
    "schemas called like globals and keywords",
    {
      schemas: {
        Error: ["a"],
        Response: ["a"],
        Date: ["a"],
        Record: ["a"],
        object: ["a"],
        import: ["a"],
        string: ["a"],
      },
    },
  ],
  [
    "members of every object",
    {
      operations: [
        "GET /a things.constructor -",
        "GET /b things.then -",
        "GET /c things.toString -",
        "GET /d things.__proto__ -",
        "GET /e things.hasOwnProperty -",
      ],
    },
  ],
  [
    "resources called like members of every object",
    {
      operations: [
        "GET /a constructor.list -",
        "GET /b then.list -",
        "GET /c toString.list -",
        "GET /d __proto__.list -",
      ],
    },
  ],
  [
    "methods called like keywords",
    {
      operations: ["DELETE /a things.delete -", "POST /b things.import -", "POST /c things.new -"],
      ids: ["things.delete", "things.import", "things.new"],
    },
  ],
  [
    "properties that are not identifiers",
    {
      schemas: {
        Thing: [
          "with space",
          "with-dash",
          "1st",
          "🚀",
          "constructor",
          "__proto__",
          "then",
          "toString",
          "",
          "a.b",
          'quo"te',
        ],
      },
      text: [
        '"with space"?: string | undefined;',
        '"with-dash"?: string | undefined;',
        '"1st"?: string | undefined;',
        '"🚀"?: string | undefined;',
        "constructor?: string | undefined;",
        "__proto__?: string | undefined;",
        "then?: string | undefined;",
        '""?: string | undefined;',
      ],
    },
  ],
  [
    "300 characters",
    { operations: [`GET /a ${long}.${long} -`], schemas: { [`T${long}`]: ["a"], [`T${long}y`]: ["a"] } },
  ],
  [
    "operationIds of frameworks",
    {
      operations: [
        "GET /api/v1/users/{id} get_api_v1_users__id__get users",
        "GET /cats/{id} CatsController_findOne cats",
        "POST /items/ create_item_items__post -",
        "GET /items/{item_id} read_item_items__item_id__get -",
        "DELETE /api/orders/{id} - orders",
      ],
      ids: ["users.get", "cats.findOne", "items.create", "items.read", "orders.delete"],
    },
  ],
  [
    "the same operationId twice",
    {
      operations: ["GET /a things.list -", "GET /b things.list -"],
      ids: ["things.list", "things.listByGet"],
    },
  ],
];

function documentOf({ operations = ["GET /z z.z -"], schemas = {} }: Row): string {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const [method = "", path = "", id = "", tag = ""] = operation.split(" ");
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: {
        ...(id === "-" ? {} : { operationId: id }),
        ...(tag === "-" ? {} : { tags: [tag] }),
        parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
          name,
          in: "path",
          required: true,
          schema: { type: "string" },
        })),
        responses: { 204: { description: "Good." } },
      },
    };
  }
  const components = Object.entries(schemas).map(([name, properties]) => {
    // Not a literal: its __proto__ would be no key.
    const fields = Object.fromEntries(properties.map((property) => [property, { type: "string" }]));
    return [name, { type: "object", properties: fields }];
  });
  return JSON.stringify({
    servers: [{ url: "https://a.test" }],
    paths,
    components: { schemas: Object.fromEntries(components) },
  }).slice(1, -1);
}

/** `modelOf` takes YAML at the margin: keys of JSON on a line each are that. */
function made(row: Row): Model {
  const parts = JSON.parse(`{${documentOf(row)}}`) as Record<string, unknown>;
  const lines = Object.entries(parts).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return modelOf(lines.join("\n"));
}

describe("odd names", () => {
  const models = new Map(rows.map(([name, row]) => [name, made(row)]));
  let emitted: ReadonlyMap<string, string>;
  beforeAll(async () => {
    emitted = await emitAll(models);
  });

  it("give code that compiles", async () => {
    expect(await typeCheck(models.values())).toEqual([]);
  });

  it.each(rows)("%s", (name, { ids, classes, files, types, text = [] }) => {
    const model = models.get(name) as Model;
    if (ids) expect(model.operations.map(({ id }) => id)).toEqual(ids);
    if (classes) expect(model.resources.map(({ className }) => className)).toEqual(classes);
    if (files) expect(model.resources.map(({ file }) => file)).toEqual(files);
    if (types) expect(model.declarations.map((declaration) => declaration.name)).toEqual(types);
    for (const part of text) expect(emitted.get(name)).toContain(part);
  });

  it.each(rows)("%s: files that any system can have, and names that stay", (name, row) => {
    const model = models.get(name) as Model;
    const paths = [...emitSources(model).keys()];
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
    for (const path of paths) {
      expect(path).toMatch(/^src\/(?:resources\/)?[a-z0-9-]{1,100}\.ts$/);
      expect(path).not.toMatch(/\/(?:con|prn|aux|nul|com\d|lpt\d)\.ts$/);
    }
    // A document that grows at its beginning renames nothing.
    const grown: Row = {
      ...row,
      operations: ["GET /_new brandNew.list -", ...(row.operations ?? ["GET /z z.z -"])],
    };
    const parts = JSON.parse(`{${documentOf(grown)}}`) as Record<string, unknown>;
    const lines = Object.entries(parts).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    const again = modelOf(lines.join("\n"), model.lock);
    const names = ({ lock }: Model): string[] =>
      Object.entries(lock.operations)
        .filter(([key]) => key !== "GET /_new")
        .map(([key, { id }]) => `${key} ${id}`);
    expect(names(again)).toEqual(names(model));
    expect(again.lock.types).toEqual(model.lock.types);
  });
});

describe("scripts that look alike", () => {
  it.each<[id: string, scripts: string | undefined]>([
    ["pets.list", undefined],
    ["pets.l\u0456st", "Latin and Cyrillic"],
    ["\u0440ets.list", "Cyrillic and Latin"],
    ["pets.\u03bfrder", "Greek and Latin"],
    ["\u043f\u0438\u0442\u043e\u043c\u0446\u044b.list", undefined],
    ["list\u041f\u0438\u0442\u043e\u043c\u0446\u044b", undefined],
    ["pets.list\u4e00\u89a7", undefined],
  ])("of %s: %s", (id, scripts) => {
    const { diagnostics } = modelOf(
      `paths: { /a: { get: { operationId: "${id}", responses: { "204": { description: Done. } } } } }`,
    );
    const found = diagnostics.filter(({ code }) => code === "mixed-scripts");
    expect(found.length).toBe(scripts === undefined ? 0 : 1);
    for (const script of scripts?.split(" and ") ?? []) expect(found[0]?.message).toContain(script);
  });
});
