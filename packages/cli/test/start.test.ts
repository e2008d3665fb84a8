import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { main } from "../src/index.ts";
import { document, openTestWorkspace } from "./support/workspace.ts";

const run = promisify(execFile);
const BIN = fileURLToPath(new URL("../bin/trunkline.cjs", import.meta.url));

/** Prints the packages of all modules that a program loads besides its own. */
const HOOK = `import { registerHooks } from "node:module";
const found = new Set();
registerHooks({
  load(url, context, next) {
    const name = /.*\\/(?:node_modules|packages)\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1];
    if (name && name !== "cli") found.add(name);
    return next(url, context);
  },
});
process.on("exit", () => console.error(JSON.stringify([...found].sort())));`;

async function loadedBy(args: readonly string[], cwd?: string): Promise<unknown> {
  const hook = `data:text/javascript,${encodeURIComponent(HOOK)}`;
  const { stderr } = await run(process.execPath, ["--import", hook, BIN, ...args], { cwd });
  return JSON.parse(stderr.trim().split("\n").at(-1) ?? "");
}

// Every command waits for what they all load.
const LITTLE = ["commander", "picocolors"];

it.each([["--version"], ["--help"], ["generate --help"]])("loads little to start: %s", async (args) => {
  expect(await loadedBy(args.split(" "))).toEqual(LITTLE);
});

it("loads no generator to find that nothing has changed", async () => {
  const workspace = await openTestWorkspace();
  try {
    await main(["generate"]);
    expect(await loadedBy(["generate"], workspace.root)).toEqual(LITTLE);
    expect(await loadedBy(["generate", "--check"], workspace.root)).toEqual(LITTLE);
    await workspace.put("specs/acme/openapi.yaml", document.replace("A thing.", "One thing."));
    expect(await loadedBy(["generate"], workspace.root)).toContain("generator");
  } finally {
    await workspace.close();
  }
});
