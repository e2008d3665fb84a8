import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../bin/", import.meta.url));
const nodeFault = createRequire(import.meta.url)(join(bin, "node-fault.cjs")) as (
  program: { readonly versions: Readonly<Record<string, string>>; readonly execPath: string },
  range: string,
) => string | undefined;
const { engines } = JSON.parse(readFileSync(join(bin, "../package.json"), "utf8")) as {
  engines: { node: string };
};

describe("a Node.js that runs the command", () => {
  it.each<[what: string, versions: Readonly<Record<string, string>>, range: string, isOld: boolean]>([
    ["is too old by its major version", { node: "20.20.2" }, ">=22.12", true],
    ["is too old by its minor version", { node: "22.11.0" }, ">=22.12", true],
    ["is too old by far", { node: "0.10.48" }, ">=22.12", true],
    ["would be older as text", { node: "100.0.0" }, ">=22.12", false],
    ["has a smaller minor version of a newer one", { node: "24.1.0" }, ">=22.12", false],
    ["is the oldest that is good", { node: "22.12.0" }, ">=22.12", false],
    ["is one between releases", { node: "23.0.0-nightly20240501" }, ">=22.12", false],
    ["is Bun, which names a version that it is like", { node: "20.8.0", bun: "1.0.26" }, ">=22.12", false],
    ["is Deno, likewise", { node: "20.11.1", deno: "1.43.0" }, ">=22.12", false],
    ["is judged by the package's own range", { node: "22.12.0" }, engines.node, false],
  ])("%s", (_what, versions, range, isOld) => {
    const fault = nodeFault({ versions, execPath: "/opt/node" }, range);
    expect(fault !== undefined).toBe(isOld);
    if (isOld) expect(fault).toContain(`22.12 or newer, and this is ${versions.node} (/opt/node).`);
  });

  // The workspace's Node.js comes first in the path; the system's may be an old one.
  const old = (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "node"))
    .filter((node) => existsSync(node))
    .map((node) => ({ node, version: spawnSync(node, ["--version"], { encoding: "utf8" }).stdout }))
    .find(({ version }) => /^v(?:\d|1\d|2[01])\./.test(version));

  it.skipIf(old === undefined)("says what it lacks before it reads anything else", () => {
    const { node = "" } = old ?? {};
    for (const args of [[], ["--version"], ["generate", "--check"], ["diff", "--json"]]) {
      const { status, stdout, stderr } = spawnSync(node, [join(bin, "trunkline.cjs"), ...args], {
        encoding: "utf8",
        env: { ...process.env, NODE_OPTIONS: "" },
      });
      expect(stderr).toMatch(
        /^error trunkline needs Node\.js 22\.12 or newer, and this is \d+\.\d+\.\d+ \(.+node.*\)\.\nInstall a newer one .*\.\n$/,
      );
      expect([status, stdout]).toEqual([2, ""]);
    }
  });

  it("runs it where it is new enough", () => {
    const { status, stdout } = spawnSync(process.execPath, [join(bin, "trunkline.cjs"), "--version"], {
      encoding: "utf8",
    });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(status).toBe(0);
  });
});
