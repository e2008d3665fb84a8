import { execFile } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { main } from "../src/index.ts";
import { linkPackages } from "./support/link.ts";
import { document, openTestWorkspace, readFiles, type TestWorkspace } from "./support/workspace.ts";

vi.setConfig({ testTimeout: 120_000 });
const run = promisify(execFile);

/** An application: it has no workspace of ours. */
let app: TestWorkspace;
beforeEach(async () => {
  app = await openTestWorkspace({
    "package.json": '{ "type": "module" }\n',
    "openapi.yaml": document,
    "src/main.ts": "export {};\n",
  });
  await app.remove("specs");
});
afterEach(() => app.close());

const generate = (...args: string[]): Promise<number> =>
  main(["generate", join(app.root, "openapi.yaml"), "--out", join(app.root, "src/api"), ...args]);

const sources = (): Promise<Record<string, string>> => readFiles(app.root, ["src"]);

it("writes a client among the sources of an application, and nothing else", async () => {
  expect(await generate(), app.output()).toBe(0);
  expect(app.output()).toMatch(/✓ .*api 1 operations, \d+ files: \d+ changed, 0 removed/);
  expect(app.output()).toMatch(/Its one dependency:\n {2}npm install @trunkline\/runtime@\^\d/);
  const files = await sources();
  expect(Object.keys(files).sort()).toEqual(
    [
      "src/main.ts",
      ...[
        "client",
        "definition",
        "errors",
        "index",
        "pick",
        "raw",
        "schema",
        "version",
        "resources/things",
      ].map((name) => `src/api/${name}.ts`),
      "src/api/names.lock",
      "src/api/trunkline.json",
    ].sort(),
  );
  const imported = Object.entries(files).flatMap(([path, text]) =>
    path.endsWith(".ts") ? [...text.matchAll(/ from "([^".][^"]*)";$/gm)].map(([, module]) => module) : [],
  );
  expect(new Set(imported.filter((module) => !module?.startsWith("@trunkline/runtime")))).toEqual(new Set());
  expect(JSON.parse(files["src/api/trunkline.json"] ?? "")).toMatchObject({
    version: 1,
    document: "../../openapi.yaml",
  });
  // The document names ACME_API_KEY.
  expect(JSON.stringify(files)).not.toContain("ACME_API_KEY");

  app.clear();
  expect(await generate("--check")).toBe(0);
  expect(app.output()).toContain("0 would change");
});

it.each<[what: string, compilerOptions: object, ending: string]>([
  ["a bundler", { module: "esnext", moduleResolution: "bundler" }, ""],
  ["Node.js", { module: "nodenext" }, ".js"],
  ["Node.js, which runs TypeScript", { module: "nodenext", allowImportingTsExtensions: true }, ".ts"],
  ["a compiler that rewrites", { module: "nodenext", rewriteRelativeImportExtensions: true }, ".ts"],
  ["modules that are left as they are", { module: "preserve" }, ""],
])("type-checks for %s", async (_what, compilerOptions, ending) => {
  await linkPackages(app.root);
  const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
  const options = {
    ...strict,
    target: "es2022",
    lib: ["es2023", "dom"],
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  // What a tsconfig.json extends counts as well.
  await app.put("base.json", JSON.stringify({ compilerOptions: { ...options, ...compilerOptions } }));
  await app.put(
    "tsconfig.json",
    '{\n  // the settings of all\n  "extends": "./base.json",\n  "include": ["src"],\n}\n',
  );
  expect(await generate()).toBe(0);
  await app.put(
    "src/main.ts",
    `import { Acme, type Thing } from "./api/index${ending}";\n\nexport const get = (id: string): Promise<Thing> =>\n  new Acme({ apiKey: "k" }).things.get(id);\n`,
  );
  expect(await app.read("src/api/index.ts")).toContain(`from "./client${ending}";`);
  await run(process.execPath, [join(app.root, "node_modules/typescript/bin/tsc"), "-p", app.root]).catch(
    ({ stdout }: { stdout: string }) => expect(stdout).toBe(""),
  );
});

it("runs as it stands in Node.js, with a key that --env-prefix names", async () => {
  await linkPackages(app.root);
  const asked: (string | undefined)[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url, request.headers["x-key"] as string);
    response.writeHead(200, { "content-type": "application/json" }).end('{"id":"t1"}');
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await app.put("openapi.yaml", document.replace("ACME_API_KEY", "SHOP_API_KEY"));
  expect(await generate("--import-extension", ".ts", "--env-prefix", "SHOP"), app.output()).toBe(0);
  await app.put(
    "src/main.ts",
    `import { Acme } from "./api/index.ts";\nconst acme = new Acme({ baseURL: "http://127.0.0.1:${port}" });\nconsole.log(JSON.stringify(await acme.things.get("t1")));\n`,
  );
  const { stdout } = await run(process.execPath, [join(app.root, "src/main.ts")], {
    env: { ...process.env, SHOP_API_KEY: "key-of-the-shop" },
  });
  server.close();
  expect(stdout).toBe('{"id":"t1"}\n');
  expect(asked).toEqual(["/things/t1", "key-of-the-shop"]);
});

it("removes what the document gives no more, and leaves what is not listed", async () => {
  expect(await generate()).toBe(0);
  await app.put("src/api/mine.ts", "export const mine = 1;\n");
  await app.put("openapi.yaml", document.replaceAll("things", "items"));
  expect(await generate()).toBe(0);
  const files = Object.keys(await sources());
  expect(files).toContain("src/api/resources/items.ts");
  expect(files).not.toContain("src/api/resources/things.ts");
  expect(files).toContain("src/api/mine.ts");
});

it("keeps the names that its lock records", async () => {
  expect(await generate()).toBe(0);
  await app.put("openapi.yaml", document.replace("operationId: things.get", "operationId: things.fetch"));
  expect(await generate()).toBe(0);
  const things = await app.read("src/api/resources/things.ts");
  expect(things).toMatch(/^ {2}fetch\(/m);
  expect(things).toMatch(/@deprecated Renamed: use `things\.fetch`\. \*\/\n {2}get\(/);
});

it.each<[what: string, prepare: () => Promise<void>, said: RegExp]>([
  [
    "a folder with files of others",
    () => app.put("src/api/mine.ts", "export const mine = 1;\n"),
    /trunkline\.json is missing, and the folder is not empty/,
  ],
  [
    "a file of others in the way",
    async () => {
      await generate();
      await app.put("src/api/resources/items.ts", "export const mine = 1;\n");
      await app.put("openapi.yaml", document.replaceAll("things", "items"));
    },
    /resources\/items\.ts is not listed in .*trunkline\.json, so it is not ours to write over/,
  ],
  [
    "a list of files that is none",
    () => app.put("src/api/trunkline.json", '{"version":1,"files":"all"}'),
    /trunkline\.json is not a list of files of version 1/,
  ],
  [
    "a list of files of a newer version",
    () => app.put("src/api/trunkline.json", '{"version":2,"files":[]}'),
    /trunkline\.json is a list of files of version 2, which a newer Trunkline wrote/,
  ],
  [
    "a list that leads out of the folder",
    () => app.put("src/api/trunkline.json", '{"version":1,"files":["../main.ts"]}'),
    /main\.ts/,
  ],
  ["a document with faults", () => app.put("openapi.yaml", "openapi: 9.1.0\n"), /Nothing was written/],
])("refuses %s, and changes nothing", async (_what, prepare, said) => {
  await prepare();
  const before = await sources();
  app.clear();
  expect(await generate()).toBe(1);
  expect(app.output()).toMatch(said);
  expect(app.output()).not.toMatch(/^ {4}at /m);
  expect(await sources()).toEqual(before);
});

it("takes a document of an address, and writes the address without its query", async () => {
  const server = createServer((_request, response) => response.end(document)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.yaml`;
  expect(
    await main(["generate", `${url}?token=s3cret`, "--out", join(app.root, "src/api")]),
    app.output(),
  ).toBe(0);
  server.close();
  expect(JSON.parse(await app.read("src/api/trunkline.json")).document).toBe(url);
  expect(JSON.stringify(await sources())).not.toContain("s3cret");
});

it.each([
  [["--out", "api"], /--out takes one document/],
  [["a.yaml", "b.yaml", "--out", "api"], /--out takes one document/],
  [["a.yaml", "--out", "api", "--watch"], /There is no file a\.yaml, so that there is nothing to watch/],
  [["https://acme.example/a.yaml", "--out", "api", "--watch"], /--watch needs a document that is a file/],
  [["a.yaml", "--out", "api", "--build"], /it goes without --check and --out/],
  [["a.yaml", "--out", "api", "--env-prefix", "lower"], /cannot begin the name of a variable/],
  [["acme", "--env-prefix", "ACME"], /--env-prefix goes only with --out/],
  [["a.yaml", "--out", "api"], /there is no file|cannot be read|ENOENT/],
])("refuses %j", async (args, said) => {
  expect(await main(["generate", ...args])).toBe(1);
  expect(app.output()).toMatch(said);
});
