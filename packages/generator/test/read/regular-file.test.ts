import { execFileSync } from "node:child_process";
import { lstat, mkdir, readdir, rename, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { DocumentError } from "../../src/diagnostics.ts";
import { generatePackage } from "../../src/generate.ts";
import { readSurface } from "../../src/surface/surface.ts";
import { applyChanges, compareFiles } from "../../src/write/write-files.ts";
import { folderOf, yaml } from "../support/documents.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** What can stand where a file belongs. */
const things: Readonly<Record<string, (path: string) => Promise<void>>> = {
  "a pipe": async (path) => void execFileSync("mkfifo", [path]),
  "a link to a pipe": async (path) => {
    execFileSync("mkfifo", [`${path}.pipe`]);
    await symlink(`${path}.pipe`, path);
  },
  "a folder": async (path) => void (await mkdir(path)),
  "a socket": async (path) => {
    const server = createServer();
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(path, resolve));
  },
};

/** Files that are read for a package. */
const places = ["openapi.yaml", "thing.yaml", "overlay.yaml", "names.lock", "conformance.json"];

const document = `${yaml(`paths: { /a: { get: { operationId: a.list, responses: { "200": { description: Good., content: { application/json: { schema: { $ref: thing.yaml } } } } } } } }`)}\n`;

async function workspace(): Promise<string> {
  return folderOf({
    "specs/acme/openapi.yaml": document,
    "specs/acme/thing.yaml": "type: object\nproperties: { id: { type: string } }\n",
  });
}

const generate = (folder: string): Promise<unknown> =>
  generatePackage({
    spec: join(folder, "specs/acme/openapi.yaml"),
    target: join(folder, "packages/acme"),
    packageName: "@acme/acme",
    workspace: false,
  });

describe.each(Object.entries(things))("%s where a file belongs", (what, put) => {
  it.each(what === "a pipe" ? places : ["thing.yaml", "names.lock"])(
    "as %s is refused in words, at once",
    async (name) => {
      const folder = await workspace();
      const path = join(folder, "specs/acme", name);
      await rename(path, `${path}.before`).catch(() => {});
      await put(path);
      const error = await generate(folder).then(
        () => undefined,
        (reason: Error) => reason,
      );
      const is = what === "a socket" ? "a socket or a device" : what.replace("a link to ", "");
      expect(error?.message).toContain(` is ${is}`);
      expect(error?.message).toContain(name);
      if (name.endsWith(".yaml") && name !== "overlay.yaml") expect(error).toBeInstanceOf(DocumentError);
    },
  );

  it("as a file of the package is refused, and a link is replaced", async () => {
    const folder = await workspace();
    const path = join(folder, "README.md");
    await put(path);
    const files = new Map([["README.md", "ours"]]);
    const write = async (): Promise<void> =>
      applyChanges({ target: folder, files, changes: await compareFiles(folder, files) });
    if (!what.startsWith("a link")) {
      await expect(write()).rejects.toThrow(/README\.md is a/);
      return;
    }
    await write();
    expect((await lstat(path)).isFile()).toBe(true);
    expect((await lstat(`${path}.pipe`)).isFIFO()).toBe(true);
  });
});

describe("a folder that is a link", () => {
  it.each(["packages/acme", "specs/acme"])(
    "as %s is refused, and nothing is written through it",
    async (name) => {
      const folder = await workspace();
      const outside = join(folder, "outside");
      if (name === "specs/acme") await rename(join(folder, name), outside);
      else {
        await mkdir(outside);
        await mkdir(join(folder, "packages"));
      }
      await symlink(outside, join(folder, name));
      await expect(generate(folder)).rejects.toThrow(
        `${join(folder, name)} is a link, and what it leads to is not known to be this package.`,
      );
      expect((await readdir(outside)).filter((one) => !/^(?:openapi|thing)\.yaml$/.test(one))).toEqual([]);
    },
  );
});

describe("a lock that is not read", () => {
  it("is one of 40 MB", async () => {
    const folder = await workspace();
    await writeFile(join(folder, "specs/acme/names.lock"), " ".repeat(40_000_000));
    await expect(generate(folder)).rejects.toThrow(/names\.lock is larger than 33554432 bytes/);
    await expect(readSurface(join(folder, "specs/acme/openapi.yaml"))).rejects.toThrow(
      /names\.lock is larger/,
    );
  });
});
