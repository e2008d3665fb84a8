import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { pagesOf } from "../src/pages-of.ts";
import { readReference } from "../src/reference.ts";
import { inspect } from "../src/run/inspect.ts";
import { strikeOut } from "../src/run/strike-out.ts";
import { stripSample } from "../src/run/strip.ts";
import { withRun } from "../src/runs.ts";

describe("a sample without types", () => {
  it.each([
    ['import { A } from "a";\nconst x: number = await A.f<string>();', /require\('a'\)[\s\S]*\nreturn x;$/],
    ["for await (const one of list()) console.log(one as string);", /console\.log\(one \)/],
    ["const { a } = await f();\nlet b = await g();", /\nreturn b;$/],
    ["interface A { b: string }\nawait f();", /await f\(\);$/],
  ])("%s", (sample, script) => {
    expect(stripSample(sample)).toMatch(script);
    expect(
      stripSample(sample)
        .replace(/\nreturn \w+;$/, "")
        .split("\n").length,
    ).toBe(sample.split("\n").length);
  });

  it("says where what is no TypeScript goes wrong", () => {
    expect(() => stripSample("const a = 1;\nconst = 2;")).toThrow(/\(2:7\)/);
  });
});

it.each([
  ["a", "a"],
  [["a", 1, null, undefined, true], '[\n  "a",\n  1,\n  null,\n  undefined,\n  true,\n]'],
  [{ a: { "b-c": 1n } }, '{\n  a: {\n    "b-c": 1n,\n  },\n}'],
  [new Date(0), "1970-01-01T00:00:00.000Z"],
  [new TypeError("no"), "TypeError: no"],
  [new Set([1]), "Set [\n  1,\n]"],
  [{}, "{}"],
  [Promise.resolve(1), "Promise: await it"],
])("shows a value as text (%#)", (value, text) => {
  expect(inspect(value)).toBe(text);
});

it("shows what goes in a circle once", () => {
  const value: { self?: unknown } = {};
  value.self = value;
  expect(inspect(value)).toBe("{\n  self: [circular],\n}");
});

it("strikes out credentials by their place, and secrets wherever they stand", () => {
  const securitySchemes = {
    a: { type: "apiKey", in: "query", name: "key" },
    b: { type: "apiKey", in: "header", name: "X-Key" },
  };
  const root = { components: { securitySchemes } };
  const secrets = new Set(["s3cret/1"]);
  const strike = strikeOut({ root, said: {}, operations: [] } as never, secrets);
  const request = {
    method: "POST",
    url: "https://a.test/s3cret%2F1?key=abc&q=s3cret%2F1",
    headers: [
      ["authorization", "Bearer abc"],
      ["x-key", "abc"],
      ["x-other", "s3cret/1!"],
    ] as const,
    body: '{"a":"s3cret/1"}',
    status: 200,
  };
  expect(strike.request(request)).toEqual({
    method: "POST",
    url: "https://a.test/•••?key=•••&q=•••",
    headers: [
      ["authorization", "Bearer •••"],
      ["x-key", "•••"],
      ["x-other", "•••!"],
    ],
    body: '{"a":"•••"}',
    status: 200,
  });
});

it("puts the element around a page's sample, and around nothing else", async () => {
  const reference = await readReference(fileURLToPath(new URL("../../agora", import.meta.url)));
  const page = pagesOf([reference]).pages.find(({ path }) => path === "agora/methods/leads.upload.md");
  if (page === undefined) throw new Error("There is no such page.");
  const sample = /^`{3,}ts\n([\s\S]*?)\n`{3,}$/m.exec(page.body)?.[1] ?? "";
  const run = { src: 'agora/a "b".json', statuses: ["401", "422"], sample };
  const { body } = withRun(page, run, "/run/");
  expect(body).toContain(
    `<tl-run src="/run/agora/a%20%22b%22.json" statuses="401 422">\n\n\`\`\`ts\n${sample}\n\`\`\`\n\n</tl-run>\n\n`,
  );
  expect(body.replace(/<tl-run[^>]*>\n\n|\n\n<\/tl-run>/g, "")).toBe(page.body);
  expect(withRun(page, undefined, "/run/")).toBe(page);
  expect(withRun(page, { ...run, sample: "elsewhere" }, "/run/")).toBe(page);
});
