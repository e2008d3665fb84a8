import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ParsedFiles } from "../../src/read/parsed-files.ts";
import { readDocument } from "../../src/read/read-document.ts";
import { SourceFile } from "../../src/read/source-file.ts";
import type { LoadedDocument } from "../../src/read/types.ts";
import { ParsedSources } from "../../src/verify/parse.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "trunkline-parsed-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
const read = (parsed: ParsedFiles): Promise<LoadedDocument> =>
  readDocument("openapi.yaml", { cwd: folder, parsed });

const main = (names: readonly string[]): string => `openapi: 3.1.0
info: { title: Shop, version: "1" }
paths: {}
components:
  schemas:
${names.map((name) => `    ${name}: { $ref: ./${name}.yaml }`).join("\n")}
`;

it("reads a document again as it is now, with the places where things stand now", async () => {
  const parsed = new ParsedFiles();
  await write("openapi.yaml", main(["B"]));
  await write("B.yaml", "type: object\ntitle: Before\n");
  expect((await read(parsed)).text).toContain("title: Before");

  await write("openapi.yaml", main(["A", "B"]));
  await write("A.yaml", "\n\ntype: string\n");
  const grown = await read(parsed);
  expect(grown.text).toBe((await read(new ParsedFiles())).text);
  expect(grown.locate(["components", "schemas", "A", "type"])).toMatchObject({ file: "A.yaml", line: 3 });
  expect(grown.locate(["components", "schemas", "B", "title"])).toMatchObject({ file: "B.yaml", line: 2 });

  await write("B.yaml", "type: object\ndescription: none\ntitle: After\n");
  const changed = await read(parsed);
  expect(changed.text).toContain("title: After");
  expect(changed.locate(["components", "schemas", "B", "title"])).toMatchObject({ file: "B.yaml", line: 3 });
});

it.each([
  ["JSON", '{ "a": "\\u00e9", "b": ["what is long enough", "what is long enough"] }'],
  ["YAML", "a: é\nb: [what is long enough, what is long enough]\n"],
])("a file of %s whose text is let go of is the same as before", (_, text) => {
  const file = (): SourceFile => new SourceFile("a", "a", text, new TextEncoder().encode(text));
  const read = file();
  read.forgetText();
  expect(read.locate(text.indexOf("b"))).toEqual(file().locate(text.indexOf("b")));
  expect(read.text).toBe(text);
  expect(read.isSame(file())).toBe(true);
  expect(read.isSame(new SourceFile("a", "a", `${text} `))).toBe(false);
});

it("reports the faults of a file each time", async () => {
  const parsed = new ParsedFiles();
  await write("openapi.yaml", main(["A"]));
  await write("A.yaml", "type: string\ntype: object\n");
  for (const _time of [1, 2]) await expect(read(parsed)).rejects.toThrow(/A\.yaml:2.*duplicate-key/s);
});

it("parses an emitted file again when it has changed or has faults", () => {
  const sources = new ParsedSources();
  const first = sources.parse("src/a.ts", "export type A = string;\n");
  expect(sources.parse("src/a.ts", "export type A = string;\n").file).toBe(first.file);
  expect(sources.parse("src/a.ts", "export type B = string;\n").file).not.toBe(first.file);
  for (const _time of [1, 2]) expect(sources.parse("src/a.ts", "// a\n").all).toHaveLength(1);
});

it("lets go of what a run did not ask for", () => {
  const parsed = new ParsedFiles();
  const sources = new ParsedSources();
  const [first, second] = ["a.yaml", "b.yaml"].map((key) => new SourceFile(key, key, "a")) as [
    SourceFile,
    SourceFile,
  ];
  for (const file of [first, second]) {
    parsed.find(file, 0);
    parsed.keep(file, 0, {});
  }
  const before = ["src/a.ts", "src/b.ts"].map((name) => sources.parse(name, "export {};\n").file);
  for (const memory of [parsed, sources]) memory.forgetUnwanted();
  expect(parsed.find(first, 0)).toEqual({});
  expect(sources.parse("src/a.ts", "export {};\n").file).toBe(before[0]);
  for (const memory of [parsed, sources]) memory.forgetUnwanted();
  expect(parsed.find(first, 0)).toEqual({});
  expect(parsed.find(second, 0)).toBeUndefined();
  expect(sources.parse("src/b.ts", "export {};\n").file).not.toBe(before[1]);
});

it("reads literals of any length again", () => {
  const long = "a".repeat(9_000_000);
  expect(new ParsedSources().parse("src/a.ts", `export type A = "${long}";\n`).all).toEqual([]);
  expect(new ParsedSources().parse("src/a.ts", `export type A = "${long}"; // b\n`).all).toHaveLength(1);
});
