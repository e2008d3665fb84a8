import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startMock } from "../src/index.ts";

const asked: string[] = [];
const server = createServer(({ url = "" }, response) => {
  asked.push(url);
  response.end('{ "secret": true }');
});
let folder: string;
let origin: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), "trunkline-mock-"));
  await mkdir(join(folder, "spec"));
  await writeFile(join(folder, "secret.json"), '{ "secret": true }');
  await writeFile(join(folder, "spec/inner.json"), '{ "example": { "$ref": "../secret.json" } }');
  await symlink(join(folder, "secret.json"), join(folder, "spec/link.json"));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const places: readonly [place: string, (ref: object) => object, (ref: object) => object][] = [
  ["an example", (ref) => ({ schema: { type: "object" }, example: ref }), () => ({})],
  ["a value of an example", (ref) => ({ examples: { a: { value: ref } } }), () => ({})],
  ["a schema", (ref) => ({ schema: ref }), () => ({})],
  ["a default", (ref) => ({ schema: { type: "object", default: ref } }), () => ({})],
  ["an enum", (ref) => ({ schema: { enum: [ref] } }), () => ({})],
  ["an extension", () => ({ schema: {} }), (ref) => ({ "x-any": ref })],
];

describe("a reference that leads out of the document", () => {
  it.each(places)("is refused in %s, and nothing is asked", async (_place, media, root) => {
    const references = [
      `${origin}/a`,
      origin.slice(5),
      `file://${folder}/secret.json`,
      join(folder, "secret.json"),
      "../secret.json",
      "%2e%2e/secret.json",
      "link.json",
      "inner.json",
    ];
    for (const $ref of references) {
      const path = join(folder, "spec/openapi.json");
      await writeFile(path, JSON.stringify({ ...document(media({ $ref })), ...root({ $ref }) }));
      await expect(startMock(path), $ref).rejects.toThrow(/is not followed|leads out of/);
    }
    expect(asked).toEqual([]);
  });
});

function document(media: object): object {
  const responses = { "200": { description: "Done.", content: { "application/json": media } } };
  return {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    paths: { "/pets": { get: { operationId: "pets.list", responses } } },
  };
}
