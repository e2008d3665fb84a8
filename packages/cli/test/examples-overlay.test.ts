import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DocumentError, readOverlaid } from "@trunkline/generator";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parse } from "yaml";
import { examplesOverlay } from "../src/add/examples-overlay.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "trunkline-examples-"));
});
afterEach(() => rm(folder, { recursive: true }));

const document = (paths: object): string =>
  JSON.stringify({ openapi: "3.1.0", info: { title: "A", version: "1" }, paths });

const answer = (media: object): object => ({
  get: { responses: { 200: { description: "It.", content: { "application/json": media } } } },
});

const at = (path: string): readonly (string | number)[] => [
  ...["paths", path, "get", "responses", "200", "content", "application/json"],
];

async function mediaOf(path: string): Promise<unknown> {
  const { main } = await readOverlaid(join(folder, "openapi.yaml"));
  let found: unknown = main;
  for (const key of at(path)) found = (found as Record<string, unknown>)[key];
  return JSON.parse(JSON.stringify(found));
}

it.each([
  ["/a"],
  ['/"quoted"'],
  ["/it's"],
  ["/back\\slash"],
  ["/100%"],
  ["/ü/日本/🙂"],
  ["/a.b[0]['c']"],
  ["/$.."],
])("names a path %j", async (path) => {
  await writeFile(join(folder, "openapi.yaml"), document({ [path]: answer({ schema: { type: "string" } }) }));
  const text = examplesOverlay("acme", [
    { path: at(path), members: { examples: { default: { value: "x" } } } },
  ]);
  await writeFile(join(folder, "examples.overlay.yaml"), text ?? "");
  expect(await mediaOf(path)).toEqual({
    schema: { type: "string" },
    examples: { default: { value: "x" } },
  });
});

it("leaves a place without a name alone", () => {
  expect(examplesOverlay("acme", [{ path: ["paths", "/\ud800"], members: { example: 1 } }])).toBeUndefined();
});

it("gives way to a person's examples, and to a place that is gone", async () => {
  const schema = { type: "string" };
  await writeFile(
    join(folder, "openapi.yaml"),
    document({ "/a": answer({ schema }), "/b": answer({ schema, example: "theirs" }) }),
  );
  const members = { examples: { default: { value: "made" } } };
  const text = examplesOverlay(
    "acme",
    ["/a", "/b", "/gone"].map((path) => ({ path: at(path), members })),
  );
  await writeFile(join(folder, "examples.overlay.yaml"), text ?? "");
  const target = `$.paths["/a"].get.responses["200"].content["application/json"]`;
  await writeFile(
    join(folder, "overlay.yaml"),
    JSON.stringify({ overlay: "1.0.0", actions: [{ target, update: { example: "mine" } }] }),
  );
  expect(await mediaOf("/a")).toEqual({ schema, example: "mine" });
  expect(await mediaOf("/b")).toEqual({ schema, example: "theirs" });
});

it.each([
  ["another key", { update: { example: 1, security: [] } }],
  ["a removal", { remove: true }],
])("refuses %s in the overlay that is written anew", async (_what, change) => {
  await writeFile(join(folder, "openapi.yaml"), document({ "/a": answer({ schema: {} }) }));
  const overlay = { overlay: "1.0.0", actions: [{ target: `$.paths["/a"]`, ...change }] };
  await writeFile(join(folder, "examples.overlay.yaml"), JSON.stringify(overlay));
  await expect(readOverlaid(join(folder, "openapi.yaml"))).rejects.toThrow(DocumentError);
  await expect(readOverlaid(join(folder, "openapi.yaml"))).rejects.toThrow(
    /examples\.overlay\.yaml:1:\d+ error overlay-format: .* does more than to add examples\n {2}put it into overlay\.yaml/,
  );
});

it("says on top who writes it", () => {
  const text = examplesOverlay("acme", [{ path: ["paths"], members: { example: 1 } }]) ?? "";
  expect(text).toMatch(/^# Made of the schemas by `trunkline add` and `trunkline update acme`/);
  expect(parse(text).actions).toEqual([{ target: '$["paths"]', update: { example: 1 } }]);
});
