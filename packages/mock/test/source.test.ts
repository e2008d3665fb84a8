import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MockUsageError, packageFolder, startMock } from "../src/index.ts";
import { documentPath } from "../src/source.ts";
import { SHOP } from "./shop.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mock-"));
  await mkdir(join(folder, "node_modules"));
  await symlink(SHOP, join(folder, "node_modules", "shop-client"), "dir");
  await mkdir(join(folder, "empty"));
  await writeFile(join(folder, "swagger.yaml"), "swagger: '2.0'\n");
  await writeFile(join(folder, "lost.yaml"), 'openapi: 3.1.0\npaths: { /a: { $ref: "#/nowhere" } }\n');
  await writeFile(
    join(folder, "far.yaml"),
    'openapi: 3.1.0\npaths: { /a: { $ref: "https://x.example/a.yaml" } }\n',
  );
});
afterAll(() => rm(folder, { recursive: true }));

const DOCUMENT = join(SHOP, "openapi.yaml");

it("takes a document, a package folder, or a package name", () => {
  expect(documentPath(DOCUMENT)).toBe(DOCUMENT);
  expect(documentPath(SHOP)).toBe(DOCUMENT);
  expect(documentPath(pathToFileURL(SHOP))).toBe(DOCUMENT);
  expect(documentPath("openapi.yaml", SHOP)).toBe(DOCUMENT);
  expect(documentPath("shop-client", folder)).toMatch(/shop.openapi\.yaml$/);
  expect(documentPath("shop-client", pathToFileURL(join(folder, "test.ts")))).toMatch(/shop.openapi\.yaml$/);
});

it("finds the folder of a package", () => {
  expect(packageFolder(SHOP)).toBe(SHOP.replace(/\/$/, ""));
  expect(packageFolder("shop-client", folder)).toMatch(/fixtures.shop$/);
  expect(() => packageFolder("other-client", folder)).toThrow(/"other-client" cannot be resolved from/);
});

describe("says what to do", () => {
  it.each([
    ["./nothing.yaml", /no document or package folder at .*nothing\.yaml/],
    ["nothing/openapi.yaml", /no document or package folder at .*nothing.openapi\.yaml/],
    ["packages/nothing", /no document or package folder at .*packages.nothing\./],
    ["packages\\nothing", /no document or package folder at /],
    ["@acme/nothing", /"@acme\/nothing" cannot be resolved from/],
    ["other-client", /"other-client" cannot be resolved from .*Install it there/],
    ["empty", /ships no OpenAPI document/],
  ])("about %s", (source, want) => {
    expect(() => documentPath(source, folder)).toThrow(want);
    expect(() => documentPath(source, folder)).toThrow(MockUsageError);
  });

  it.each([
    ["swagger.yaml", /is Swagger, which is not served as it is/],
    ["lost.yaml", /lost\.yaml: the reference #\/nowhere leads nowhere/],
    ["far.yaml", /the remote reference "https:\/\/x\.example\/a\.yaml" is not followed/],
  ])("about %s", async (source, want) => {
    await expect(startMock(source, { from: folder })).rejects.toThrow(want);
  });
});

it("listens on the port that is asked for, and says when it is taken", async () => {
  await using first = await startMock(SHOP);
  const port = Number(new URL(first.url).port);
  await expect(startMock(SHOP, { port })).rejects.toThrow(/EADDRINUSE/);
  expect(first.url).toBe(`http://127.0.0.1:${port}/api/v1`);
});

it("is closed at the end of its block, and may be closed twice", async () => {
  let url: string;
  {
    await using mock = await startMock(SHOP);
    ({ url } = mock);
    await mock.close();
  }
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});

describe.skipIf(process.platform === "win32")("a pipe, which nobody writes to", () => {
  it.each(["as the document", "behind a reference"])("is refused %s, and not waited for", async (place) => {
    const spec = await mkdtemp(join(folder, "spec-"));
    const path = join(spec, "openapi.yaml");
    const pipe = place === "as the document" ? path : join(spec, "pipe.yaml");
    if (pipe !== path) await writeFile(path, 'openapi: 3.1.0\nx-any: { $ref: "pipe.yaml#/a" }\n');
    execFileSync("mkfifo", [pipe]);
    // In a process of its own, which a reader that waits would not end.
    const mock = JSON.stringify(new URL("../src/index.ts", import.meta.url).href);
    const program = `import { startMock } from ${mock}; await startMock(process.argv[1]).catch((e) => console.log(e.message))`;
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", program, path], {
      encoding: "utf8",
      timeout: 10_000,
    });
    expect(printed).toContain(`${pipe} is not a file, so it is not read`);
  });
});
