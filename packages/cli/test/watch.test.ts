import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchSpecs } from "../src/generate/watch.ts";
import { main } from "../src/index.ts";
import { document, openTestWorkspace, type TestWorkspace } from "./support/workspace.ts";

const folders = { specs: "specs", packages: "packages" };
let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

describe("watchSpecs", () => {
  it("notices files and folders that take the place of others, and what changes in those", async () => {
    const controller = new AbortController();
    const at = (path: string): string => join(workspace.root, path);
    const file = at("specs/acme/openapi.yaml");
    const deep = at("specs/acme/schemas/deep/A.yaml");
    const seen: string[] = [];
    const until = (text: string): Promise<void> =>
      vi.waitFor(() => expect(seen).toContain(text), { timeout: 5000, interval: 5 });
    const ended = watchSpecs(workspace.root, folders, controller.signal, {
      begin: () => writeFile(file, "begun"),
      async onChange(names) {
        expect(names).toEqual(["acme"]);
        for (const path of [file, deep]) seen.push(await readFile(path, "utf8").catch(() => ""));
      },
    });
    await until("begun");
    for (const text of ["first", "second"]) {
      await writeFile(at("saved"), text);
      await rename(at("saved"), file);
      await until(text);
    }
    await rm(file);
    await writeFile(file, "created");
    await until("created");
    await writeFile(file, "edited");
    await until("edited");

    await mkdir(dirname(deep), { recursive: true });
    await writeFile(deep, "in a new folder");
    await until("in a new folder");
    await writeFile(deep, "edited there");
    await until("edited there");

    await mkdir(at("other"));
    await writeFile(at("other/openapi.yaml"), "in another folder");
    await rename(at("specs/acme"), at("away"));
    await rename(at("other"), at("specs/acme"));
    await until("in another folder");
    await writeFile(file, "edited in that");
    await until("edited in that");

    await rename(at("specs"), at("before"));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, "in another specs");
    await until("in another specs");
    await writeFile(file, "edited in those");
    await until("edited in those");
    controller.abort();
    await ended;
  });

  it("closes its watchers when a change cannot be dealt with", async () => {
    const file = join(workspace.root, "specs/acme/openapi.yaml");
    const ended = watchSpecs(workspace.root, folders, new AbortController().signal, {
      begin: async () => writeFile(file, "begun"),
      onChange: () => Promise.reject(new Error("No.")),
    });
    await expect(ended).rejects.toThrow("No.");
    expect(process.getActiveResourcesInfo()).not.toContain("FSEvent");
  });
});

describe("trunkline generate --watch", () => {
  const until = (pattern: RegExp): Promise<void> =>
    vi.waitFor(() => expect(workspace.output()).toMatch(pattern), { timeout: 20_000, interval: 10 });

  /** How often something was written or looked at, once that has an end. */
  const turns = async (): Promise<number> => {
    const count = (): number => workspace.output().match(/ files(?:: \d| {2})/g)?.length ?? 0;
    for (let before = -1, turn = 0; turn < 20; turn++) {
      if (count() === before) return before;
      before = count();
      await sleep(300);
    }
    throw new Error(`It does not end:\n${workspace.output()}`);
  };

  it("waits for the next change when package.json is written only half", async () => {
    const ended = main(["generate", "--watch"]);
    await until(/Watching specs/);
    workspace.clear();
    const whole = await workspace.read("package.json");
    await workspace.put("package.json", whole.slice(0, 20));
    await workspace.put("specs/acme/openapi.yaml", document.replace("Gets one", "Gets any"));
    await until(/package\.json is not JSON/);
    await workspace.put("package.json", whole);
    await workspace.put("specs/acme/openapi.yaml", document.replace("Gets one", "Gets each"));
    await until(/acme .* changed/);
    const things = join(workspace.root, "packages/acme/src/resources/things.ts");
    // A busy machine may tell late of the document as it was before, which is made then as well.
    const written = async (): Promise<void> =>
      expect(await readFile(things, "utf8")).toContain("Gets each thing.");
    await vi.waitFor(written, { timeout: 20_000, interval: 10 });
    process.emit("SIGINT");
    expect(await ended).toBe(0);
  });

  it("builds what was written, and only that", async () => {
    await workspace.put(
      "node_modules/.bin/tsdown",
      "#!/bin/sh\nmkdir -p dist && cp src/client.ts dist/ && echo . >> dist/times\n",
    );
    await chmod(join(workspace.root, "node_modules/.bin/tsdown"), 0o755);
    const built = (): Promise<string> => workspace.read("packages/acme/dist/times");
    const ended = main(["generate", "--watch", "--build"]);
    await until(/Watching specs/);
    expect(await built()).toBe(".\n");
    workspace.clear();
    await workspace.put("specs/acme/openapi.yaml", `${document}# nothing that counts\n`);
    await until(/nothing to change/);
    await workspace.put("specs/acme/openapi.yaml", document.replace("Gets one", "Gets any"));
    await until(/acme +built/);
    expect(await built()).toBe(".\n.\n");
    await workspace.put("node_modules/.bin/tsdown", "#!/bin/sh\necho it broke; exit 1\n");
    await workspace.put("specs/acme/openapi.yaml", document.replace("Gets one", "Gets each"));
    await until(/@acme\/acme was written, and cannot be built:\n(.*\n)*.*it broke/);
    process.emit("SIGINT");
    expect(await ended).toBe(0);
    expect(await main(["generate", "--force", "--build"])).toBe(1);
    expect(await main(["generate", "--check", "--build"])).toBe(1);
  });

  it("does not see its own packages in the folder of the documents", async () => {
    await workspace.put(
      "package.json",
      '{"trunkline":{"scope":"@acme","specs":"specs","packages":"specs/made/deep"}}',
    );
    const ended = main(["generate", "--watch"]);
    await until(/Watching specs/);
    for (const word of ["any", "each", "every"]) {
      workspace.clear();
      await workspace.put("specs/acme/openapi.yaml", document.replace("Gets one", `Gets ${word}`));
      await until(/acme .* changed/);
      const before = await turns();
      // What a build writes there.
      await workspace.put("specs/made/deep/acme/dist/client.js", word);
      expect(await turns()).toBe(before);
    }
    process.emit("SIGINT");
    expect(await ended).toBe(0);
  });

  it.each([
    ["beside the document", "openapi.yaml", "src/api"],
    ["in a folder of what is built", "openapi.yaml", "dist/api"],
    ["elsewhere", "apis/openapi.yaml", "src/api"],
  ])("writes sources %s, when what they are made of changes, and comes to rest", async (_what, spec, out) => {
    const at = (name: string): string => join(workspace.root, dirname(spec), name);
    await workspace.put(spec, document);
    const ended = main([
      "generate",
      join(workspace.root, spec),
      "--out",
      join(workspace.root, out),
      "--watch",
    ]);
    await until(/Watching .*\(Ctrl\+C ends it\)/);
    const method = (): Promise<string> => workspace.read(`${out}/resources/things.ts`);
    // What was made at first may be told once more.
    await turns();
    workspace.clear();
    await workspace.put(spec, document.replace("Gets one", "Gets any"));
    await until(/ files: [1-9]\d* changed/);
    expect(await method()).toContain("Gets any thing.");
    await turns();
    workspace.clear();
    await workspace.put(spec, "openapi: [");
    await until(/Nothing was written/);
    await writeFile(at("saved"), document);
    await rename(at("saved"), at("openapi.yaml"));
    await until(/ files: [1-9]\d* changed/);
    expect(await method()).toContain("Gets one thing.");
    workspace.clear();
    const overlay =
      'overlay: 1.0.0\ninfo: { title: Ours, version: "1" }\nactions:\n  - target: $.paths["/things/{id}"].get\n    update: { summary: Gets ours. }\n';
    await writeFile(at("overlay.yaml"), overlay);
    await until(/ files: [1-9]\d* changed/);
    expect(await method()).toContain("Gets ours.");
    process.emit("SIGINT");
    expect(await ended).toBe(0);
  });

  it("needs a folder to watch", async () => {
    await workspace.remove("specs");
    expect(await main(["generate", "--watch"])).toBe(1);
    expect(workspace.output()).toMatch(/There is no folder .*specs, so that there is nothing to watch/);
  });
});
