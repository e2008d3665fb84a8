import { readdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, parse as parsePath } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { markdownReport } from "../src/drift/report.ts";
import { main } from "../src/index.ts";
import { document, openTestWorkspace, readFiles, type TestWorkspace } from "./support/workspace.ts";

const payloads: Readonly<Record<string, string>> = {
  // A colour is let through to a terminal where it is ours, so that this shows who forgot to make a text printable.
  "cannot be seen":
    "a\u001b[31mb\u001b[2J\u001b]0;pwned\u0007\u009d0;pwned\u009c\u202e\u2066\u200b\u{e0041}c",
  "looks like lines of ours, or like a command":
    "a\n✓ all is well\n::error file=a.ts::fired\n \u00a0::add-mask::a\n##[error]fired\nx ##vso[task.setvariable variable=a]b",
  "is Markdown":
    "a\n\n# Notice\n\n@acme/security <img src=https://evil.test/x.png> ![y](https://evil.test/p) [x](javascript:fired) ```` ` b",
};

const AGORA = fileURLToPath(new URL("../../agora", import.meta.url));

let workspace: TestWorkspace;
let server: Server;
let published: string;
let address: string;
beforeEach(async () => {
  published = document;
  server = createServer((_request, response) => response.end(published));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.yaml`;
  workspace = await openTestWorkspace({
    ".changeset/config.json": "{}",
    "specs/acme/published.json": JSON.stringify({ url: address, operations: {} }),
    "README.md": "| Package | API | Document |\n| --- | --- | --- |\n",
    "redocly.yaml": "apis:\n",
  });
});
afterEach(async () => {
  server.close();
  await workspace.close();
});

/** Nothing that a terminal or a CI server acts on. */
function expectInert(output: string, where: string): void {
  expect(output.replace(/[\n\t]/g, ""), where).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  expect(output, where).not.toMatch(/^\s*::|##(?:\[|vso\[)/m);
  expect(output, where).not.toMatch(/^✓ all is well/m);
}

/** Nothing that Markdown acts on, outside of code. */
function expectPlain(markdown: string, where: string): void {
  const text = markdown.replace(/(?<![\\`])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "");
  expect(text, where).not.toMatch(
    /(?<!\\)<img|(?<!\\)\]\((?!specs|packages)|^# Notice|(?<![\\\w/])@acme\/security/m,
  );
  expect(text.replace(/\n/g, ""), where).not.toMatch(/\p{C}/u);
}

/** The document with a text in every place that a command could print or write. */
function spoilt(text: string, { routes = false } = {}): string {
  const changed = parse(document);
  changed.info.title = text;
  changed.info.description = text;
  changed.tags[0].description = text;
  const { Thing } = changed.components.schemas;
  Thing.properties[text] = { type: "string", enum: [text, "b"], description: text };
  Thing.description = text;
  const { get } = changed.paths["/things/{id}"];
  get.summary = text;
  get.description = text;
  get.parameters.push({
    name: text,
    in: "query",
    description: text,
    example: "a",
    schema: { type: "string" },
  });
  changed.components.schemas[text] = { type: "object", required: [text], description: text };
  if (routes) {
    changed.paths[`/${text}`] = { get: { ...get, operationId: text, tags: [text] } };
    changed.servers.push({ url: `https://api.acme.example/${text}`, description: text });
    changed[text] = { $ref: `${text}.yaml` };
    changed["x-trunkline"][text] = text;
  }
  return stringify(changed);
}

/** A folder of the workspace: the command writes where the process stands, which is not there. */
const PAGES = "<workspace>/pages";

/** Commands, each with what it is asked in front of a document that somebody spoilt. */
const asked: readonly (readonly [command: string, ...asked: string[]])[] = [
  ["lint"],
  ["generate", "--explain"],
  ["list", "acme"],
  ["diff", "--json"],
  ["diff", "--write"],
  ["release"],
  ["drift"],
  ["drift", "--markdown"],
  ["drift", "--accept"],
  ["mock", "specs/none.yaml"],
  ["conformance", "packages/acme"],
  ["docs", "acme", "--markdown", PAGES],
];
/** Those that have a test of their own below. */
const others = ["add", "bulk", "init", "remove", "update"];

it("is asked of every command", () => {
  const commands = readdirSync(new URL("../src/commands", import.meta.url)).map(
    (file) => parsePath(file).name,
  );
  expect([...new Set([...asked.map(([command]) => command), ...others])].sort()).toEqual(
    // What commands share.
    commands.filter((name) => name !== "limits").sort(),
  );
});

describe.each(Object.entries(payloads))("a text that %s", (_name, text) => {
  it.each([
    ["what is described", false],
    ["routes, servers and keys", true],
  ])("in %s steers neither terminal nor log, whatever the command", async (_where, routes) => {
    await workspace.put("packages/acme/package.json", '{ "version": "1.2.0" }');
    await main(["generate"]);
    await main(["release"]);
    await workspace.put("specs/acme/openapi.yaml", spoilt(text, { routes }));
    published = spoilt(text, { routes });
    await workspace.put("published.yaml", spoilt(`${text}, too`, { routes }));
    for (const command of asked) {
      workspace.clear();
      await main(command.map((word) => word.replace("<workspace>", workspace.root)));
      expectInert(workspace.output(), command.join(" "));
      if (command.includes("--markdown")) expectPlain(workspace.output(), command.join(" "));
      expect(workspace.output(), command.join(" ")).not.toMatch(/^ {4}at /m);
    }
    workspace.clear();
    const from = join(workspace.root, "published.yaml");
    await main(["update", "acme", "--check", "--force", "--from", from]);
    expectInert(workspace.output(), "update");
    workspace.clear();
    await main(["add", "other", address, "--no-install"]);
    expectInert(workspace.output(), "add");
    for (const [path, written] of Object.entries(await readFiles(workspace.root, [".changeset", "specs"]))) {
      if (/(?:SOURCES|\.changeset.*)\.md$/.test(path)) expectPlain(written, path);
      if (path.endsWith("published.json")) expect(written.replaceAll("\n", ""), path).not.toMatch(/\p{C}/u);
    }
    expectPlain(await workspace.read("README.md"), "README.md");
    expect((await workspace.read("redocly.yaml")).split("\n").length).toBeLessThan(4);
    workspace.clear();
    await main(["remove", "other", "--no-install", "--force"]);
    expectInert(workspace.output(), "remove");
  });

  it("steers nothing from a lock, a record or a manifest", async () => {
    await main(["generate"]);
    const operations = { [`GET /${text}`]: { resource: text, method: text } };
    for (const [path, value, ...command] of [
      ["packages/acme/names.lock", { operations }, "list", "acme"],
      ["packages/acme/names.lock", { [text]: text }, "list", "acme"],
      ["specs/acme/names.lock", { version: text, [text]: text }, "generate"],
      ["specs/acme/names.lock", { version: 2, client: text, operations }, "generate"],
      ["specs/acme/conformance.json", { faults: text }, "generate"],
      ["packages/acme/package.json", { version: text }, "diff"],
      ["packages/acme/package.json", { version: text }, "release"],
      [
        "specs/acme/released/releases.json",
        { version: 1, releases: { [text]: { document: "", surface: "" } } },
        "diff",
      ],
      ["specs/acme/released/releases.json", { version: 1, releases: { [text]: text } }, "diff"],
      ["specs/acme/published.json", { url: `https://${text}`, operations: {} }, "drift"],
      ["specs/acme/published.json", { url: address, operations: { [text]: text } }, "drift", "--markdown"],
      ["specs/acme/published.json", text, "drift"],
      [".changeset/a.md", `---\n"${text}": minor\n---\n${text}`, "diff"],
      ["package.json", { trunkline: { scope: text } }, "list"],
      ["package.json", { trunkline: { scope: "@acme", vendors: { [text]: text } } }, "list"],
      ["package.json", { trunkline: text }, "list"],
      ["package.json", text, "list"],
    ] as const) {
      const before = await workspace.read(path).catch(() => undefined);
      await workspace.put(path, typeof value === "string" ? value : JSON.stringify(value));
      workspace.clear();
      await main([...command]);
      expectInert(workspace.output(), `${path}: ${command.join(" ")}`);
      expect(workspace.output(), path).not.toMatch(/^ {4}at |fault of Trunkline/m);
      if (before === undefined) await workspace.remove(path);
      else await workspace.put(path, before);
    }
  });

  it("steers nothing from a file of rows, nor from what is asked of it", async () => {
    const cell = `"${text.replaceAll('"', '""')}"`;
    const odd = `${text.replaceAll("/", "")}.jsonl`;
    for (const [path, written] of [
      ["cells.csv", `phone,${cell}\n${cell},${cell}\n`],
      ["twice.csv", `${cell},${cell}\n`],
      ["wide.csv", `phone\n${cell},${cell}\n`],
      ["values.jsonl", JSON.stringify({ phone: { [text]: text }, [text]: text })],
      ["broken.jsonl", text],
      [odd, JSON.stringify({ phone: 1 })],
    ] as const)
      await workspace.put(path, written);
    const params = ["--param", "campaign_id=1", "--param", "compliance_acknowledged=true"];
    for (const [code, operation, path, ...further] of [
      [0, "leads.upload", "cells.csv"],
      [1, "leads.upload", "twice.csv"],
      [1, "leads.upload", "wide.csv"],
      [1, "leads.upload", "values.jsonl"],
      [1, "leads.upload", "broken.jsonl"],
      [1, "leads.upload", odd],
      [1, "leads.upload", `none/${odd}`],
      [1, text, "cells.csv"],
      [1, "leads.upload", "cells.csv", "--param", `${text}=1`],
      [1, "leads.upload", "cells.csv", "--param", text],
      [1, "leads.upload", "cells.csv", "--param", `campaign_id=${text}`],
      [0, "leads.upload", "cells.csv", "--journal", text],
    ] as const) {
      workspace.clear();
      const command = [
        "bulk",
        AGORA,
        operation,
        join(workspace.root, path),
        ...params,
        ...further,
        "--dry-run",
      ];
      expect(await main(command), command.join(" ")).toBe(code);
      expectInert(workspace.output(), command.join(" "));
    }
  });

  it("steers nothing from what it is asked for", async () => {
    for (const command of [
      ...["lint", "list", "diff", "drift", "update", "release", "remove", "generate"].map((name) => [
        name,
        text,
      ]),
      ...["mock", "conformance", "docs", "add"].map((name) => [name, text]),
      ["bulk", text, "leads.upload", "rows.csv"],
      ["generate", text, "--out", text],
      [
        "generate",
        join(workspace.root, "specs/acme/openapi.yaml"),
        "--out",
        join(workspace.root, text),
        "--check",
      ],
      ["docs", `./${text}`],
      ["mock", `./${text}.yaml`],
      ["conformance", `./${text}`],
      ["add", "other", `./${text}`],
      ["add", "other", `http://${text}`],
      ["update", "acme", "--from", `./${text}`, "--force"],
      ["update", "acme", "--from", `https://${text}`, "--force"],
      ["init", "--specs", text, "--packages", text],
      [text],
      ["lint", `--${text}`],
      ["mock", "acme", "--port", text],
    ]) {
      workspace.clear();
      expect(await main(command), command.join(" ")).not.toBe(0);
      expectInert(workspace.output(), command.join(" "));
    }
  });

  it("steers nothing from the name of a folder", async () => {
    const name = text.replaceAll("/", "");
    await workspace.put(`specs/${name}/openapi.yaml`, document);
    for (const command of [
      ["list"],
      ["generate"],
      ["lint"],
      ["drift"],
      ["generate", name],
      ["add", name, name],
      ["init", "--scope", name],
    ]) {
      workspace.clear();
      expect(await main(command)).not.toBe(0);
      expectInert(workspace.output(), command.join(" "));
    }
  });
});

it("keeps a report short enough for an issue", async () => {
  const route = (index: number): string => `GET /${index}/${"`a@b ".repeat(1000)}`;
  const added = Array.from({ length: 5000 }, (_value, index) => route(index));
  const report = await markdownReport("acme", "https://acme.example/a?b", {
    added,
    changed: [],
    removed: [],
  });
  expect(report.length).toBeLessThan(60_000);
  expect(report).toContain("… and 4900 more: `npx -p @trunkline/cli trunkline drift acme` prints them all.");
  expectPlain(report, "report");
});
