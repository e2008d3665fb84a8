import { globSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PASSES } from "../../conformance/test/faults/naive-passes.ts";
import { LIMITS as RULES } from "../../document/src/mock/limits.ts";
import { defaultLimits } from "../../generator/src/read/limits.ts";
import { documents } from "../../goldens/src/document/documents.ts";
import { SERVER_LIMITS } from "../../mock/src/limits.ts";
import { codeIn, read, root, rowsBetween } from "./support/documents.ts";

// What documents say that can drift without a word: names of files, commands and options, and numbers.

const LIMITS = { ...RULES, ...SERVER_LIMITS };
const pages = globSync(["*.md", "docs/*.md", "packages/*/README.md"], { cwd: root });

it("names the package manager's own version", () => {
  const { packageManager } = JSON.parse(read("package.json")) as { packageManager: string };
  const named = pages.flatMap((page) => read(page).match(/\bpnpm@[\d.]+\b/g) ?? []);
  expect([...new Set(named)]).toEqual([packageManager.split("+")[0]]);
});

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

/** Options of an interface, each with its default as the declarations say it. */
function optionsOf(path: string, name: string): readonly [option: string, byDefault: string | undefined][] {
  const [, members = ""] =
    new RegExp(`interface ${name}\\b[^{]*\\{\\n([\\s\\S]*?)\\n\\}`).exec(read(path)) ?? [];
  return [...members.matchAll(/^ {2}(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?(?:readonly )?(\w+)\??:/gm)].map(
    ([, comment = "", option = ""]) => [option, /@default ([^\n,]*)/.exec(comment)?.[1]?.trim()],
  );
}

const digits = (text: string): string => text.replace(/(?<=\d)[_,](?=\d)/g, "");

describe.each<[page: string, path: string, name: string, prefix?: string]>([
  ["packages/node/README.md", "packages/node/src/options.ts", "NodeTransportOptions"],
  ["packages/node/README.md", "packages/node/src/options.ts", "TLSOptions", "tls."],
  ["packages/mock/README.md", "packages/mock/src/types.ts", "MockOptions"],
  ["packages/redis/README.md", "packages/redis/src/redis-quota.ts", "RedisQuotaOptions"],
  ["docs/bulk.md", "packages/runtime/src/bulk/types.ts", "BulkOptions"],
])("the options that %s lists", (page, path, name, prefix = "") => {
  const rows = read(page)
    .split("\n")
    .filter((line) => line.startsWith("| `"));

  it.each(optionsOf(path, name))(`are those of ${name}: %s, by default %s`, (option, byDefault = "") => {
    const row = rows.find((line) => codeIn(line.split("|")[1]).includes(prefix + option)) ?? "";
    // The others are objects of their own.
    if (option !== "tls") expect(row).not.toBe("");
    const [number] = /^\d[\d_]*/.exec(byDefault) ?? [];
    if (Number(digits(number ?? "0")) > 0 && !row.includes("MiB"))
      expect(digits(row)).toContain(digits(number ?? ""));
  });
});

const engineOf = (name: string): string =>
  (JSON.parse(read(`packages/${name}/package.json`)) as { engines: { node: string } }).engines.node.slice(2);

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
  ["packages/mock/README.md", `at most ${LIMITS.connections} connections are open at a time`],
  ["packages/mock/README.md", `${inWords.format(LIMITS.things)} things are remembered`],
  ["packages/mock/README.md", `| \`maxBodyBytes\` | ${LIMITS.bodyBytes / 2 ** 20} MiB |`],
  ["packages/mock/README.md", `| \`timeLimit\` | ${LIMITS.judging} |`],
  ["packages/conformance/README.md", `which fails all but ${Object.keys(PASSES).length} of the cases`],
  ["README.md", `Node.js ${engineOf("runtime")} and newer`],
  ["docs/runtimes.md", `Node.js ${engineOf("runtime")} or newer`],
  ["packages/node/README.md", `Node.js ${engineOf("node")} or newer`],
  ...["cli", "mock", "conformance"].map((name): [string, string] => [
    `packages/${name}/README.md`,
    `Node.js ${engineOf(name)} or newer`,
  ]),
  ...documents.map(({ name, package: from, file, openapi, operations }): [string, string] => [
    "packages/goldens/README.md",
    `| ${name} | ${from === "own" ? `own/${file}` : `\`${from}\` ${file}`} | ${openapi === "2.0" ? "Swagger" : "OpenAPI"} ${openapi}, ${operations} operations: `,
  ]),
])("%s says: %s", (page, sentence) => {
  expect(read(page).includes(sentence)).toBe(true);
});
