import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Fence, fencesOfComments, fencesOfPage, inSources } from "../fences/extract.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const places = (fences: readonly Fence[]): unknown =>
  fences.map(({ line, column, language, text }) => [line, column, language, text]);

describe("fences of a page", () => {
  const cases: readonly [string, { given: string; want: unknown }][] = [
    ["a plain one", { given: "a\n```ts\nx;\ny;\n```\n", want: [[3, 1, "ts", "x;\ny;"]] }],
    ["words after the language", { given: "```ts title=a.ts {1}\nx;\n```", want: [[2, 1, "ts", "x;"]] }],
    [
      "capitals and other names",
      {
        given: "```TypeScript\nx;\n```\n```mjs\ny;\n```",
        want: [
          [2, 1, "ts", "x;"],
          [5, 1, "js", "y;"],
        ],
      },
    ],
    [
      "in a list, without what indents it",
      { given: "- a\n\n  ```ts\n  x;\n    y;\n  ```\n", want: [[4, 3, "ts", "x;\n  y;"]] },
    ],
    [
      "of tildes, around marks",
      { given: "~~~ts\nx(`a`);\n```\n~~~\n", want: [[2, 1, "ts", "x(`a`);\n```"]] },
    ],
    [
      "of four marks around one of three",
      { given: "````ts\n/*\n```ts\n*/\n````\n", want: [[2, 1, "ts", "/*\n```ts\n*/"]] },
    ],
    ["shown inside another language: text", { given: "````md\n```ts\nx;\n```\n````\n", want: [] }],
    ["of other languages, or of none", { given: "```sh\nnpm\n```\n```\nx\n```\n", want: [] }],
    ["one that nobody ends goes to the end", { given: "```ts\nx;\n", want: [[2, 1, "ts", "x;\n"]] }],
    ["marks in a line are no fence", { given: "a ```ts x``` b\n```ts x```\n", want: [] }],
  ];
  it.each(cases)("%s", (_, { given, want }) => expect(places(fencesOfPage(given, "a.md"))).toEqual(want));
});

describe("fences of doc comments", () => {
  it("are read without the margin, with the place of their code", () => {
    const given =
      "const a = 1;\n\n  /**\n   * A.\n   * @example\n   * ```ts\n   * x({\n   *   y: 1,\n   * });\n   * ```\n   */\n  b();\n/* ```ts\nz\n``` */\n";
    expect(places(fencesOfComments(given, "a.ts", "p"))).toEqual([[7, 6, "ts", "x({\n  y: 1,\n});"]]);
  });

  it("are told where the source has them, else where they are shipped", () => {
    const source = fencesOfComments("/**\n * ```ts\n * x;\n * ```\n */", "src/a.ts", "p");
    const shipped = fencesOfComments(
      "\n\n/** A\n * ```ts\n * x;\n * ```\n * ```ts\n * y;\n * ```\n */",
      "dist/a.d.cts",
      "p",
    );
    expect(inSources(shipped, source).map(({ path, line }) => [path, line])).toEqual([
      ["src/a.ts", 3],
      ["dist/a.d.cts", 8],
    ]);
  });
});

describe("pnpm lint:fences", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "trunkline-fences-test-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("tells each fault once, at the line and column of the page", { timeout: 120_000 }, async () => {
    const page = join(folder, "page.md");
    const lines = [
      "```ts",
      'import { Agora } from "@trunkline/agora";',
      "const client = new Agora();",
      "```",
      "",
      "```ts",
      "// Uses what the page declared before.",
      "const types = await client.webhooks.listEventTypes(123);",
      "```",
      "",
      "- In a list:",
      "  ```ts",
      "  const count: string = types.length;",
      "  missing();",
      "  ```",
      "",
      "```js",
      'import { nothing } from "@trunkline/agora/nowhere"; nothing(;',
      "```",
      "",
      "```json",
      "{ a: 1 }",
      "```",
    ];
    await writeFile(page, lines.join("\n"));
    const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
      execFile(process.execPath, [join(root, "scripts/check-fences.ts"), page], (error, _, told) =>
        resolve({ code: error?.code ?? 0, stderr: told }),
      );
    });
    const told = stderr.trim().split("\n");
    expect(told.map((line) => /page\.md:(\d+:\d+)/.exec(line)?.[1])).toEqual([
      "13:9",
      "14:3",
      "18:61",
      "22:1",
    ]);
    expect(told[0]).toContain("Type 'number' is not assignable to type 'string'");
    expect(told[1]).toContain("Cannot find name 'missing'");
    expect(code).toBe(1);
  });
});
