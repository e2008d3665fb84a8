import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { readSource } from "../src/add/source.ts";
import { changesetText, sourcesText } from "../src/add/templates.ts";
import { main } from "../src/index.ts";
import { redocly } from "../src/redocly.ts";
import { document, openTestWorkspace, type TestWorkspace } from "./support/workspace.ts";

const hostile =
  '<script>fired(1)</script> [x](javascript:fired(2)) ![y](https://evil.test/p) www.evil.test\n---\n"@acme/acme": major\n---\n# Notice \u001b[2J\u202e`';
/** What Markdown or a terminal would act on. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const active = /(?<!\\)<script|(?<!\\)\]\(|(?<![\\/])\/\/evil|www\.evil|^# Notice|\u001b\[2J|\u202e/m;

const withoutCode = (markdown: string): string => markdown.replace(/(?<!\\)`[^`\n]+`/g, "");

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace({ ".changeset/config.json": "{}" });
});
afterEach(() => workspace.close());

describe("text of a document that is hostile", () => {
  it("stays text in what is told of changes", async () => {
    expect(await main(["generate"])).toBe(0);
    const manifest = "packages/acme/package.json";
    const text = await workspace.read(manifest);
    await workspace.put(manifest, text.replace(/"version": "[^"]*"/, '"version": "1.2.0"'));
    expect(await main(["release"])).toBe(0);
    const changed = parse(document);
    changed.components.schemas.Thing.properties[hostile] = {
      type: "string",
      enum: [hostile],
      description: "New.",
    };
    changed.components.schemas.Thing.properties.constructor = { type: "string", description: "New." };
    changed.servers[0].url = "https://api.acme.example/v1/<script>//evil.test";
    const { get } = changed.paths["/things/{id}"];
    const other = { ...get, operationId: "things.other", parameters: [] };
    changed.paths[`/${hostile.replaceAll("/", "")}`] = { get: other };
    await workspace.put("specs/acme/openapi.yaml", stringify(changed));
    workspace.clear();
    await main(["diff", "--write"]);
    const [path] = /\.changeset\/acme-\w+\.md/.exec(workspace.output()) ?? [];
    const changeset = await workspace.read(path ?? "");
    expect(changeset).toContain("fired");
    expect(changeset).toContain("constructor");
    expect(withoutCode(changeset)).not.toMatch(active);
    expect(changeset.match(/^---$/gm)).toHaveLength(2);
    await main(["diff", "--json"]);
    await main(["diff"]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(workspace.output()).not.toMatch(/\u001b\[2J|\u202e/);
  });

  it("stays text in a list of methods", async () => {
    const lock = { operations: { [`GET /${hostile}`]: { resource: "things", method: "get" } } };
    await workspace.put("packages/acme/names.lock", JSON.stringify(lock));
    expect(await main(["list", "acme"])).toBe(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(workspace.output()).not.toMatch(/\u001b\[2J|\u202e/);
    expect(workspace.output()).toContain("\\u202e");
  });

  it("stays text in what is written about a new vendor", async () => {
    const spoilt = parse(document);
    spoilt.info.title = hostile;
    await workspace.put("hostile.yaml", stringify(spoilt));
    const source = await readSource(join(workspace.root, "hostile.yaml"), "acme");
    expect(source.title).not.toMatch(/[\p{C}\n|]/u);
    const vendor = { packageName: "@acme/acme" } as Parameters<typeof changesetText>[0];
    const texts = [sourcesText(source), changesetText(vendor, source.markdownTitle)];
    // An address that stands as code is text to every renderer.
    for (const text of texts)
      expect(text.replace(/(?<!\\)`(?:https?:\/\/|www\.)[^`\s]+`/g, "")).not.toMatch(active);
    expect(texts[1]?.match(/^---$/gm)).toHaveLength(2);
  });
});

it("gives Redocly no network, which would follow what stands in examples", async () => {
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const spoilt = parse(document);
    spoilt["x-root"] = { $ref: `${origin}/extension` };
    const { examples } = spoilt.paths["/things/{id}"].get.responses["200"].content["application/json"];
    examples.other = { value: { $ref: `${origin}/value` } };
    examples.elsewhere = { externalValue: `${origin}/external` };
    const path = join(workspace.root, "hostile.yaml");
    await writeFile(path, stringify(spoilt));
    const [node = "", ...args] = redocly("lint", path, "--extends=minimal");
    const run = promisify(execFile)(node, args).catch((error: { stdout: string; stderr: string }) => error);
    const { stderr } = await run;
    expect(stderr).toMatch(/validat/i);
    expect(asked).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}, 60_000);
