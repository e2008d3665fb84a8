import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { pagesOf, readReference } from "../src/index.ts";

it("makes the pages of a package that an older version emitted", async () => {
  const folder = fileURLToPath(new URL("../../house/test/fixtures/agora-0.1.0", import.meta.url));
  const { pages } = pagesOf([await readReference(folder)]);
  expect(pages.map(({ path }) => path)).toContain("agora/methods/leads.upload.md");
});

it("makes the pages of a document with 10,000 schemas, none of which is out of hand", async () => {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-large-"));
  const names = Array.from({ length: 10_000 }, (_, index) => `Thing${index}`);
  const ref = (name = ""): object => ({ $ref: `#/components/schemas/${name}` });
  const schemas = Object.fromEntries(
    names.map((name, index) => [
      name,
      {
        type: "object",
        description: `Thing number ${index}.`,
        properties: { id: { type: "string" }, next: ref(names[(index + 1) % names.length]) },
      },
    ]),
  );
  const path = join(folder, "openapi.json");
  const answer = { description: "It.", content: { "application/json": { schema: ref("Thing0") } } };
  await writeFile(
    path,
    JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Things", version: "1" },
      servers: [{ url: "https://api.acme.example" }],
      paths: { "/things": { get: { operationId: "things.get", responses: { 200: answer } } } },
      components: { schemas },
    }),
  );
  const { files, pages } = pagesOf([await readReference(path, { packageName: "@acme/things" })]);
  await rm(folder, { recursive: true });
  expect(pages.length).toBeLessThan(500);
  expect(Math.max(...[...files.values()].map(({ length }) => length))).toBeLessThan(2_000_000);
  expect([...files.values()].join("").split("Thing number 9999").length).toBeGreaterThan(1);
}, 120_000);
