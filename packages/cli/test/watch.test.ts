import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchSpecs } from "../src/generate/watch.ts";
import { main } from "../src/index.ts";
import { document, openTestWorkspace, type TestWorkspace } from "./support/workspace.ts";

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
    const ended = watchSpecs(workspace.root, "specs", controller.signal, {
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
    const ended = watchSpecs(workspace.root, "specs", new AbortController().signal, {
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
    expect(await readFile(things, "utf8")).toContain("Gets each thing.");
    process.emit("SIGINT");
    expect(await ended).toBe(0);
  });

  it("needs a folder to watch", async () => {
    await workspace.remove("specs");
    expect(await main(["generate", "--watch"])).toBe(1);
    expect(workspace.output()).toMatch(/There is no folder .*specs, so that there is nothing to watch/);
  });
});
