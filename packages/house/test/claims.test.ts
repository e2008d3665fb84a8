import { existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { PASSES } from "../../conformance/test/faults/naive-passes.ts";
import { LIMITS as RULES } from "../../document/src/mock/limits.ts";
import { defaultLimits } from "../../generator/src/read/limits.ts";
import { objectModel } from "../../generator/src/read/object-model.ts";
import { documents } from "../../goldens/src/document/documents.ts";
import { SERVER_LIMITS } from "../../mock/src/limits.ts";

// What documents say that can drift without a word: names of files, commands and options, and numbers.

const LIMITS = { ...RULES, ...SERVER_LIMITS };
const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path: string): string => readFileSync(root + path, "utf8");
const codeIn = (text = ""): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);

const architecture = read("ARCHITECTURE.md");

/** Rows of the tables between two texts of a page, as the texts of their cells. */
function rowsBetween(page: string, from: string, to: string): readonly (readonly string[])[] {
  const part = page.slice(page.indexOf(from), page.indexOf(to, page.indexOf(from) + from.length));
  return part.split("\n").flatMap((line) =>
    /^\| (?!---)/.test(line)
      ? [
          line
            .split("|")
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ]
      : [],
  );
}

describe("ARCHITECTURE", () => {
  const promises = rowsBetween(architecture, "## What the runtime promises", "\n## Decisions").slice(1);

  it("keeps promises in files that are there, and proves them by tests and faults that are there", () => {
    expect(promises.length).toBeGreaterThan(30);
    const paths = promises.flatMap(([, files, tests, faults]) => [
      ...codeIn(files).map((path) =>
        path === "api.md" ? "packages/runtime/api.md" : `packages/runtime/src/${path}`,
      ),
      ...codeIn(tests)
        .filter((path) => !path.startsWith("pnpm "))
        .map((path) => `packages/runtime/test/${path}${path.endsWith("/") ? "" : ".test.ts"}`),
      ...codeIn(faults).map((path) => `packages/conformance/src/faults/cases/${path}`),
    ]);
    expect(paths.filter((path) => globSync(path, { cwd: root }).length === 0)).toEqual([]);
  });

  // A path is read from the root, from a package, or from the sources of one.
  const bases = ["", ...globSync("packages/{*,*/src}/", { cwd: root }).map((path) => `${path}/`)];

  it("knows what handles each object of OpenAPI", () => {
    const rows = rowsBetween(architecture, "## OpenAPI object -> file", "\n## Flaw").slice(1);
    const named = rows.flatMap(([object]) => codeIn(object));
    expect(Object.keys(objectModel).filter((kind) => !named.includes(kind))).toEqual([]);
    const paths = rows.flatMap(([, model, emit, runtime]) => [
      ...codeIn(`${model} ${emit}`).map((path) => `packages/generator/src/${path}`),
      ...codeIn(runtime).map((path) => `packages/runtime/src/${path}`),
    ]);
    expect(paths.filter((path) => !existsSync(root + path))).toEqual([]);
  });

  it("says of files that are there where something is added", () => {
    const rows = rowsBetween(architecture, "Where would you add …", "### Floors of the runtime");
    const paths = rows
      .flatMap(([, where]) => codeIn(where))
      .filter((code) => /^[\w@.-]+(?:\/[\w.-]*)+$/.test(code));
    expect(paths.length).toBeGreaterThan(40);
    expect(paths.filter((path) => !bases.some((base) => existsSync(root + base + path)))).toEqual([]);
  });
});

const pages = globSync(["*.md", "docs/*.md", "packages/*/README.md"], { cwd: root });

it("names scripts that package.json has", () => {
  const scripts = (path: string): readonly string[] =>
    Object.keys((JSON.parse(read(path)) as { scripts?: object }).scripts ?? {});
  const own = scripts("package.json");
  const ofPackages = globSync("packages/*/package.json", { cwd: root }).flatMap(scripts);
  const missing = pages.flatMap((page) =>
    [...read(page).matchAll(/\bpnpm(?:@[\d.]+)? (run |)([a-z][a-z:-]+)/g)]
      .filter(([, run, name = ""]) => ![...own, "exec", "install", ...(run ? ofPackages : [])].includes(name))
      .map(([command]) => `${page}: ${command}`),
  );
  expect(missing).toEqual([]);
});

it("names every bench", () => {
  const benches = [...read("bench/src/main.ts").matchAll(/"\.\/benches\/([a-z]+)\.ts"/g)].map(
    ([, name = ""]) => name,
  );
  const told = [...read("bench/README.md").matchAll(/^\| `([a-z]+)` \|/gm)].map(([, name = ""]) => name);
  const [, listed = ""] = /`pnpm bench \[([^\]]+)\]`/.exec(read("CONTRIBUTING.md")) ?? [];
  expect([told.sort(), listed.split("\\|").sort()]).toEqual([benches.sort(), benches]);
});

describe("the README of the command", () => {
  const readme = read("packages/cli/README.md");
  const rows = rowsBetween(readme, "| Command |", "\n`--version`").slice(1);
  const limits = read("packages/cli/src/commands/limits.ts");

  it("has every command", () => {
    const commands = globSync("packages/cli/src/commands/*.ts", { cwd: root })
      .map((path) => /([a-z]+)\.ts$/.exec(path)?.[1])
      .filter((name) => name !== "limits");
    expect([...new Set(rows.map(([call]) => /`(\w+)/.exec(call ?? "")?.[1]))].sort()).toEqual(
      commands.sort(),
    );
  });

  it.each(rows)("%s has the options that are named", (call, text) => {
    const name = /`(\w+)/.exec(call)?.[1];
    const source = read(`packages/cli/src/commands/${name}.ts`);
    const known = source.includes("addLimits(") ? source + limits : source;
    // What a command calls in a program stands in the same row.
    const options = [...`${call} ${text}`.matchAll(/`[^`]*?(--[a-z][a-z-]+)/g)].map(
      ([, option = ""]) => option,
    );
    expect(options.filter((option) => !new RegExp(`"(?:-\\w, )?${option}[" ]`).test(known))).toEqual([]);
  });
});

const inWords = new Intl.NumberFormat("en");

it.each<[page: string, sentence: string]>([
  [
    "SECURITY.md",
    `${defaultLimits.fileBytes / 2 ** 20} MiB a file, ${inWords.format(defaultLimits.values)} values, ${inWords.format(defaultLimits.children)} of them in one list or mapping`,
  ],
  ["packages/mock/README.md", `JSON of more than ${LIMITS.jsonDepth} levels`],
  ["packages/mock/README.md", `a multipart boundary of more than ${LIMITS.boundaryLength} characters`],
  ["packages/mock/README.md", `more than ${LIMITS.partHeaderBytes / 2 ** 10} KiB of header fields`],
  ["packages/mock/README.md", `more than ${inWords.format(LIMITS.parts)} parts`],
  ["packages/mock/README.md", `more than ${LIMITS.headerBytes / 2 ** 10} KiB together`],
  ["packages/mock/README.md", `take more than ${LIMITS.headersTimeout / 1000} seconds`],
  ["packages/mock/README.md", `more than ${LIMITS.connections} at one time`],
  ["packages/mock/README.md", `${inWords.format(LIMITS.things)} things are remembered`],
  ["packages/mock/README.md", `| \`maxBodyBytes\` | ${LIMITS.bodyBytes / 2 ** 20} MiB |`],
  ["packages/mock/README.md", `| \`timeLimit\` | ${LIMITS.judging} |`],
  ["packages/conformance/README.md", `which fails all but ${Object.keys(PASSES).length} of the cases`],
  ...documents.map(({ name, package: from, file, openapi, operations }): [string, string] => [
    "packages/goldens/README.md",
    `| ${name} | ${from === "own" ? `own/${file}` : `\`${from}\` ${file}`} | ${openapi === "2.0" ? "Swagger" : "OpenAPI"} ${openapi}, ${operations} operations: `,
  ]),
])("%s says: %s", (page, sentence) => {
  expect(read(page).includes(sentence)).toBe(true);
});
