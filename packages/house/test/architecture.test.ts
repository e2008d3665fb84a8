import { existsSync, globSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { objectModel } from "../../generator/src/read/object-model.ts";
import { codeIn, read, root, rowsBetween } from "./support/documents.ts";

const architecture = read("ARCHITECTURE.md");

describe("ARCHITECTURE", () => {
  const promises = rowsBetween(architecture, "## What the runtime promises", "\n## Decisions").slice(1);

  it("keeps promises in files that are there, and proves them by tests and faults that are there", () => {
    expect(promises.length).toBeGreaterThan(30);
    const paths = promises.flatMap(([, files, tests, faults]) => [
      ...codeIn(files).map((path) =>
        path === "api.md" ? "packages/runtime/api.md" : `packages/runtime/src/${path}`,
      ),
      ...codeIn(tests)
        .filter((path) => !path.startsWith("pnpm "))
        .map((path) => `packages/runtime/test/${path}${path.endsWith("/") ? "" : ".test.ts"}`),
      ...codeIn(faults).map((path) => `packages/conformance/src/faults/cases/${path}`),
    ]);
    expect(paths.filter((path) => globSync(path, { cwd: root }).length === 0)).toEqual([]);
  });

  // A path is read from the root, from a package, or from the sources of one.
  const bases = ["", ...globSync("packages/{*,*/src}/", { cwd: root }).map((path) => `${path}/`)];

  it("knows what handles each object of OpenAPI", () => {
    const rows = rowsBetween(architecture, "## OpenAPI object -> file", "\n## Flaw").slice(1);
    const named = rows.flatMap(([object]) => codeIn(object));
    expect(Object.keys(objectModel).filter((kind) => !named.includes(kind))).toEqual([]);
    const paths = rows.flatMap(([, model, emit, runtime]) => [
      ...codeIn(`${model} ${emit}`).map((path) => `packages/generator/src/${path}`),
      ...codeIn(runtime).map((path) => `packages/runtime/src/${path}`),
    ]);
    expect(paths.filter((path) => !existsSync(root + path))).toEqual([]);
  });

  it("says of files that are there where something is added", () => {
    const rows = rowsBetween(architecture, "Where would you add …", "### Floors of the runtime");
    const paths = rows
      .flatMap(([, where]) => codeIn(where))
      .filter((code) => /^[\w@.-]+(?:\/[\w.-]*)+$/.test(code));
    expect(paths.length).toBeGreaterThan(40);
    expect(paths.filter((path) => !bases.some((base) => existsSync(root + base + path)))).toEqual([]);
  });
});
