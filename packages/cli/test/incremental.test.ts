import { once } from "node:events";
import { rm, symlink } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "../src/index.ts";
import { document, openTestWorkspace, type TestWorkspace } from "./support/workspace.ts";

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  await main(["generate"]);
  workspace.clear();
});
afterEach(() => workspace.close());

const things = "packages/acme/src/resources/things.ts";

describe("trunkline generate, again", () => {
  it("skips a package whose inputs and outputs are as they were", async () => {
    expect(await main(["generate"])).toBe(0);
    expect(workspace.output()).toMatch(/✓ acme\s+1 operation\s+\d+ files\s+unchanged/);
    expect(workspace.output()).toMatch(/1 package: 0 changed, 1 unchanged/);
  });

  it("makes a package again when its document has changed", async () => {
    await workspace.put(
      "specs/acme/openapi.yaml",
      document.replace("Gets one thing.", "Gets exactly one thing."),
    );
    await main(["generate"]);
    expect(workspace.output()).toMatch(/\d+ changed/);
    expect(await workspace.read(things)).toContain("Gets exactly one thing.");
  });

  it.each([
    ["edited", things, (text: string) => `${text}// by hand\n`],
    ["added", "packages/acme/src/stray.ts", () => "export {};\n"],
    [
      "edited outside src",
      "packages/acme/package.json",
      (text: string) => text.replace("module", "commonjs"),
    ],
  ])("notices a file that was %s by hand", async (_name, path, edit) => {
    await workspace.put(path, edit(path.endsWith("stray.ts") ? "" : await workspace.read(path)));
    expect(await main(["generate", "--check"])).toBe(1);
    expect(workspace.output()).toContain(path);
    expect(await main(["generate"])).toBe(0);
    expect(await main(["generate", "--check"])).toBe(0);
  });

  it("notices a file that is gone, and an edited names lock", async () => {
    await rm(join(workspace.root, things));
    expect(await main(["generate", "--check"])).toBe(1);
    expect(await main(["generate"])).toBe(0);
    const lock = await workspace.read("specs/acme/names.lock");
    await workspace.put("specs/acme/names.lock", lock.replaceAll('"Thing"', '"Gadget"'));
    await main(["generate"]);
    expect(await workspace.read(things)).toContain("Gadget");
  });

  it.each(["Thing.md", "released/Thing.yaml"])("notices a change of %s", async (name) => {
    const schema = (title: string): string =>
      `type: object\ntitle: ${title}\ndescription: A thing.\nproperties:\n  id: { type: string, description: Its id. }\n`;
    const [head = ""] = document.split("    Thing:\n");
    await workspace.put("specs/acme/openapi.yaml", `${head}    Thing: { $ref: ./${name} }\n`);
    await workspace.put(`specs/acme/${name}`, schema("Before"));
    await main(["generate"]);
    workspace.clear();
    await workspace.put(`specs/acme/${name}`, schema("After"));
    await main(["generate"]);
    expect(workspace.output()).toMatch(/acme .* \d+ changed/);
    expect(await workspace.read("packages/acme/openapi.yaml")).toContain("After");
  });

  it.skipIf(process.platform === "win32")(
    "stands links to folders, and sockets, beside a document",
    async () => {
      await symlink("..", join(workspace.root, "specs/acme/up"));
      const server = createServer().listen(join(workspace.root, "specs/acme/socket"));
      await once(server, "listening");
      expect(await main(["generate"])).toBe(0);
      expect(workspace.output()).toContain("nothing to change");
      server.close();
    },
  );

  it("--force, and a clone without node_modules, make everything anew", async () => {
    await main(["generate", "--force"]);
    expect(workspace.output()).toContain("nothing to change");
    await rm(join(workspace.root, "node_modules"), { recursive: true });
    await main(["generate", "--check"]);
    expect(workspace.output()).toContain("nothing to change");
  });

  it("survives a stamp that was cut short", async () => {
    await workspace.put("node_modules/.cache/trunkline/acme.json", '{"version":1,');
    expect(await main(["generate"])).toBe(0);
    expect(workspace.output()).toContain("nothing to change");
  });
});

describe("trunkline generate --watch", () => {
  it("writes a package whenever its document changes, and goes on after a fault", async () => {
    const ended = main(["generate", "--watch"]);
    const until = (pattern: RegExp): Promise<void> =>
      vi.waitFor(() => expect(workspace.output()).toMatch(pattern), { timeout: 20_000, interval: 10 });
    await until(/Watching specs/);
    workspace.clear();
    await workspace.put("specs/acme/openapi.yaml", document.replace("Gets one thing.", "Gets a thing."));
    await until(/acme .* changed/);
    expect(await workspace.read(things)).toContain("Gets a thing.");

    workspace.clear();
    await workspace.put("specs/acme/openapi.yaml", document.replace("paths:", "paths: ["));
    await until(/Nothing was written/);
    workspace.clear();
    await workspace.put("specs/acme/openapi.yaml", document);
    await until(/acme .* changed/);
    process.emit("SIGINT");
    expect(await ended).toBe(0);
  });

  it("is not for checking", async () => {
    expect(await main(["generate", "--watch", "--check"])).toBe(1);
    expect(workspace.output()).toContain("--watch writes, and --check does not.");
  });
});
