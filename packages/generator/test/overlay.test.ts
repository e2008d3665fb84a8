import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { DocumentError } from "../src/diagnostics.ts";
import { generatePackage } from "../src/generate.ts";
import { readDocument } from "../src/read/read-document.ts";
import type { LoadedDocument } from "../src/read/types.ts";
import { brief, folderOf, yaml } from "./support/documents.ts";

const document = yaml(`servers: [{ url: https://a.test }]
paths:
  /users:
    get: { operationId: users.list, tags: [a], responses: { "200": { description: Good. } } }
    post: { operationId: users.create, x-internal: true, responses: { "204": { description: Good. } } }
  /secret:
    get: { operationId: secret.get, x-internal: true, responses: { "204": { description: Good. } } }
`);

const overlay = (actions: string, version = "1.0.0"): string =>
  `overlay: ${version}\ninfo: { title: O, version: "1" }\nactions:\n${actions}`;

async function apply(text: string): Promise<LoadedDocument> {
  const cwd = await folderOf({ "openapi.yaml": document, "overlay.yaml": text });
  return readDocument("openapi.yaml", { cwd, overlay: "overlay.yaml" });
}

type Row = [
  name: string,
  actions: string,
  path: readonly (string | number)[],
  want: unknown,
  version?: string,
];

const rows: Row[] = [
  [
    "an object is merged",
    "  - { target: $.info, update: { title: New, x-a: { b: 1 } } }",
    ["info"],
    { title: "New", version: "1", "x-a": { b: 1 } },
  ],
  [
    "an item is added",
    "  - { target: \"$.paths['/users'].get.tags\", update: b }",
    ["paths", "/users", "get", "tags"],
    ["a", "b"],
  ],
  [
    "lists within an update are joined",
    "  - { target: \"$.paths['/users'].get\", update: { tags: [b, c] } }",
    ["paths", "/users", "get", "tags"],
    ["a", "b", "c"],
  ],
  [
    "every match is changed",
    '  - { target: "$.paths.*.*", update: { deprecated: true } }',
    ["paths", "/secret", "get", "deprecated"],
    true,
  ],
  [
    "what a filter finds is removed",
    "  - { target: \"$.paths.*[?@['x-internal']==true]\", remove: true }",
    ["paths", "/users"],
    { get: { operationId: "users.list", tags: ["a"], responses: { 200: { description: "Good." } } } },
  ],
  [
    "items are removed",
    "  - { target: \"$.paths['/users'].get.tags\", update: b }\n  - { target: \"$.paths['/users'].get.tags[*]\", remove: true }",
    ["paths", "/users", "get", "tags"],
    [],
  ],
  [
    "a later action sees what an earlier one did",
    "  - { target: $, update: { x-a: {} } }\n  - { target: $.x-a, update: { b: 2 } }",
    ["x-a"],
    { b: 2 },
  ],
  [
    "a value is replaced, from 1.1 on",
    "  - { target: $.info.title, update: New }",
    ["info", "title"],
    "New",
    "1.1.0",
  ],
  [
    "a copy, from 1.1 on",
    "  - { target: $.paths, update: { /people: {} } }\n  - { target: \"$.paths['/people']\", copy: \"$.paths['/secret']\" }",
    ["paths", "/people", "get", "operationId"],
    "secret.get",
    "1.1.0",
  ],
];

const faults: [name: string, text: string, want: string][] = [
  [
    "nothing is matched",
    overlay("  - { target: $.info, update: { title: N } }\n  - target: $.paths['/user']\n    remove: true"),
    "overlay.yaml:5 error overlay-no-match | has the document changed? mend the path, or take the action out",
  ],
  [
    "a path that is none",
    overlay("  - { target: 'paths', remove: true }"),
    'overlay.yaml:4 error overlay-path | such as $.paths["/users"].get (RFC 9535)',
  ],
  [
    "a scalar in 1.0",
    overlay("  - { target: $.info.title, update: N }"),
    "overlay.yaml:4 error overlay-target | name the object that holds it, or use overlay 1.1.0",
  ],
  [
    "an object that gets none",
    overlay("  - { target: $.info, update: [N] }"),
    "overlay.yaml:4 error overlay-target",
  ],
  [
    "an update of another kind",
    overlay("  - target: $\n    update:\n      paths: none"),
    "overlay.yaml:6 error overlay-target | remove the old value first, in an action of its own",
  ],
  [
    "the document itself removed",
    overlay("  - { target: $, remove: true }"),
    "overlay.yaml:4 error overlay-target",
  ],
  [
    "a misspelt key",
    overlay("  - { target: $.info, updates: {} }"),
    'overlay.yaml:4 error overlay-format | did you mean "update"?',
  ],
  [
    "a copy in 1.0",
    overlay("  - { target: $.info, copy: $.paths, update: {} }"),
    "overlay.yaml:4 error overlay-format | valid here: target, description, update, remove",
  ],
  [
    "a copy of several",
    overlay("  - { target: $.info, copy: $.*.* }", "1.1.0"),
    "overlay.yaml:4 error overlay-target",
  ],
  ["no actions", "overlay: 1.0.0\nactions: []\n", "overlay.yaml:2 error overlay-format"],
  [
    "another version",
    "overlay: 2.0.0\nactions: []\n",
    'overlay.yaml:1 error overlay-version | this generator reads "1.0.0" and "1.1.0"',
  ],
  ["no overlay at all", "- a\n", "overlay.yaml:1 error overlay-format"],
  ["no YAML", "a: [\n", "overlay.yaml:2 error yaml-syntax"],
];

describe("overlays", () => {
  it.each(rows)("%s", async (_name, actions, path, want, version) => {
    const loaded = await apply(overlay(actions, version));
    let value: unknown = parse(loaded.text);
    for (const key of path) value = (value as Record<string | number, unknown>)[key];
    expect(value).toEqual(want);
  });

  it("keeps the places of what it leaves, and knows those of what it brings", async () => {
    const { locate } = await apply(
      overlay("  - target: \"$.paths['/users']\"\n    update:\n      put: { responses: {} }"),
    );
    expect(locate(["paths", "/secret", "get"])).toMatchObject({ file: "openapi.yaml", line: 11 });
    expect(locate(["paths", "/users", "put"])).toMatchObject({ file: "overlay.yaml", line: 6 });
    expect(locate(["paths", "/users", "put", "responses"])).toMatchObject({ file: "overlay.yaml", line: 6 });
  });

  it.each(faults)("%s is an error", async (_name, text, want) => {
    const error: unknown = await apply(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DocumentError);
    expect(brief((error as DocumentError).diagnostics)).toEqual([want]);
  });

  it("are found beside the document", async () => {
    const spec = await folderOf({
      "openapi.yaml": document,
      "overlay.yaml": overlay("  - { target: \"$.paths['/secret']\", remove: true }"),
    });
    const target = await folderOf({});
    const given = { spec: `${spec}/openapi.yaml`, target, packageName: "@acme/t", check: true };
    expect((await generatePackage(given)).operations).toBe(2);
  });
});
