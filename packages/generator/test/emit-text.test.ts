import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { growthBetween, MOST, TIMES } from "../../house/growth/measure.ts";
import {
  type Code,
  code,
  comment,
  identifier,
  join,
  literal,
  memberName,
  nothing,
  parameterName,
  print,
  propertyKey,
  stringLiteral,
} from "../src/emit/text.ts";
import { parseSource } from "../src/verify/parse.ts";

const hostile = [
  "*/ globalThis.fired = true; /*",
  '"; globalThis.fired = true; "',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must not become a template
  "`${globalThis.fired = true}`",
  "a\nglobalThis.fired = true;\r\n\u2028globalThis.fired = true\u2029",
  "\\",
  "\\u002a/ x",
  "</script><script>",
  "// x",
  "\u202e\u2066abc\u2069",
  "\ud800",
  "\u0000\u0007\u001b[31m",
  "@ts-nocheck",
  "@ts-ignore",
  "x\n@ts-expect-error",
  "biome-ignore lint: no\neslint-disable",
  "//# sourceMappingURL=data:application/json,x",
  "#__PURE__",
  "```ts\n// @ts-ignore\n/* @ts-nocheck */\n* @ts-expect-error\n/// @ts-check\n```",
  "```\n*/ globalThis.fired = true\n",
  "__proto__",
];

describe("text of a document", () => {
  it.each(hostile)("%j stays inside a comment", (text) => {
    const source = `${print(comment([text, `x ${text}`], [`@default ${text}`]))}const a = 1;\n`;
    expect(statementsOf(source)).toEqual(["FirstStatement"]);
    expect(source).not.toMatch(/(?!\n)\p{Cc}|[\p{Cf}\u2028\u2029]/u);
    expect(source).not.toMatch(/\p{Surrogate}/u);
    expect(source).not.toMatch(/@ts-/);
    expect(source).not.toMatch(/biome-ignore|eslint-disable|[#@] ?sourceMappingURL=|#__PURE__/);
  });

  it.each(hostile)("%j is the same text as a string literal", (text) => {
    const source = `const a = ${print(stringLiteral(text))};\n`;
    expect(statementsOf(source)).toEqual(["FirstStatement"]);
    expect(source).toMatch(/^[\x20-\x7e\n]*$/);
    expect(evaluate(print(stringLiteral(text)))).toBe(text);
  });

  it.each(hostile)("%j is one key of a type", (text) => {
    const source = `interface A { ${print(propertyKey(text))}: 1 }`;
    expect(statementsOf(source)).toEqual(["InterfaceDeclaration"]);
  });

  it.each(["a b", "", "1a", "a-b", "class", "a;b", "a\u200d", "\ud800", "x/*"])(
    "%j is refused as an identifier",
    (name) => {
      expect(() => identifier(name)).toThrow("Not an identifier");
    },
  );

  it.each(["a b", "", "1a", "class", "readonly", "undefined", "__proto__", "a\u200d", "a, b"])(
    "%j is refused as a parameter",
    (name) => {
      expect(() => parameterName(name)).toThrow("Not a name of a parameter");
    },
  );

  it.each(["type", "number", "namespace", "object", "from"])("%j is a parameter", (name) => {
    const [method] = statementsOf(
      `class A { get(${print(parameterName(name))}: string) { return ${name}; } }`,
    );
    expect(method).toBe("ClassDeclaration");
  });

  it.each(["constructor", "__proto__", "a b"])("%j is refused as a member", (name) => {
    expect(() => memberName(name)).toThrow("Not a member name");
  });

  it("takes reserved words as members, since they may stand after a dot", () => {
    expect(print(memberName("delete"))).toBe("delete");
  });

  it("is refused by the template when it is not quoted", () => {
    expect(() => code`const a = ${"1; evil()" as unknown as Code};`).toThrow("Only code may stand in code");
    expect(() => join(["a" as unknown as Code], code`, `)).toThrow("Only code may stand in code");
    const forged = { text: "evil()" } as unknown as Code;
    expect(() => code`${forged}`).toThrow("Only code may stand in code");
  });

  it("gives JSON values as expressions", () => {
    const value = { a: [1, null, true, "x\u2028"], "b-c": { __proto__x: -0.5 } };
    expect(evaluate(`(${print(literal(value))})`)).toEqual(value);
    const poisoned = JSON.parse('{"__proto__": {"polluted": true}}');
    expect(Object.keys(evaluate(`(${print(literal(poisoned))})`) as object)).toEqual(["__proto__"]);
  });
});

/** What tools take for an order, anywhere in a comment, and what it is shown as. */
const orders: readonly [given: string, shown: string][] = [
  ["// @ts-ignore", "// @ts\u2011ignore"],
  ["* @TS-NOCHECK", "* @TS\u2011NOCHECK"],
  ["@ts-check", "\\@ts\u2011check"],
  ["x @ts-expect-error: y", "x @ts\u2011expect-error: y"],
  ["/* @vite-ignore */", "/\\* @vite\u2011ignore *\\/"],
  ["@vitest-anything jsdom", "\\@vitest\u2011anything jsdom"],
  ["// biome-ignore-all lint: x", "// biome\u2011ignore-all lint: x"],
  ["eslint-disable", "eslint\u2011disable"],
  ["// deno-lint-ignore", "// deno\u2011lint-ignore"],
  ["// tslint:disable", "// tslint\u2011disable"],
  ["istanbul ignore next", "istanbul\u2011ignore next"],
  ["node:coverage disable", "node:coverage\u2011disable"],
  ["//# sourceMappingURL=a.map", "//# sourceMappingURL =a.map"],
  ["@ sourceURL=a", "\\@ sourceURL =a"],
  ["#__PURE__ f()", "__PURE__ f()"],
  ["a @@__NO_SIDE_EFFECTS__", "a __NO_SIDE_EFFECTS__"],
  ["a @jsxImportSource evil", "a @ jsxImportSource evil"],
  ["Free. @license MIT", "Free. @ license MIT"],
  ["a {@internal} b", "a {@ internal} b"],
];

describe("orders to tools", () => {
  it.each(orders)("%s", (given, shown) => {
    expect(print(comment([given]))).toBe(`/** ${shown} */\n`);
  });

  it.each([
    "a1b2-4c8-9d",
    "550e8400-e29b-41d4-a716-4466554440c8",
    "mail@tsunami.example",
    "# source of all: x = y",
    "eslint - and v8 - and c8",
  ])("%s is none", (text) => {
    expect(print(comment([text]))).toBe(`/** ${text} */\n`);
  });

  it("are gone from any text, so that none can be refused for one", () => {
    const piece = fc.constantFrom(
      ..."@ # - : = / * \n".split(" "),
      ..." ts ignore nocheck biome eslint disable istanbul c8 v8 source Mapping URL __PURE__ jsx license a".split(
        " ",
      ),
      "\u200b",
      "\r",
    );
    const texts = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    const property = fc.property(texts, (text) => {
      const source = `${print(comment([text, `\`\`\`\n${text}\n\`\`\``], [`@default ${text}`]))}const a = 1;\n`;
      expect(parseSource("a.ts", source).all).toEqual([]);
    });
    fc.assert(property, { numRuns: 2000 });
  });
});

const comments: [name: string, row: { given: readonly string[]; tags?: readonly string[]; want: string }][] =
  [
    ["one line", { given: ["An agent."], want: "/** An agent. */\n" }],
    ["nothing", { given: ["", " "], want: "" }],
    [
      "blocks and tags",
      { given: ["A.", "B."], tags: ["@default 1"], want: "/**\n * A.\n *\n * B.\n *\n * @default 1\n */\n" },
    ],
    ["one line and a tag", { given: ["A."], tags: ["@default 1"], want: "/**\n * A.\n * @default 1\n */\n" }],
    [
      "lists keep their lines",
      { given: ["Of:\n- one\n- two"], want: "/**\n * Of:\n * - one\n * - two\n */\n" },
    ],
    ["paragraphs are filled", { given: ["a\nb\n\nc"], want: "/**\n * a b\n *\n * c\n */\n" }],
    [
      "code keeps its lines",
      { given: ["```\na\n  b\n```"], want: "/**\n * ```\n * a\n *   b\n * ```\n */\n" },
    ],
    ["code that was left open is closed", { given: ["```\na"], want: "/**\n * ```\n * a\n * ```\n */\n" }],
    [
      "items of lists go on in the lines below",
      { given: ["- one\n  and a half\n- two"], want: "/**\n * - one and a half\n * - two\n */\n" },
    ],
    ["quotes", { given: ["> [!NOTE]\n> a\n> b"], want: "/**\n * > [!NOTE]\n * > a b\n */\n" }],
    [
      "a line that came to begin with @ is not a tag either",
      {
        given: [`${"x ".repeat(53)}@ts-ignore`],
        want: `/**\n * ${"x ".repeat(53).trim()}\n * \\@ts\u2011ignore\n */\n`,
      },
    ],
    [
      "a line that begins with @ is not a tag",
      { given: ["@deprecated no"], want: "/** \\@deprecated no */\n" },
    ],
  ];

describe("comments", () => {
  it.each(comments)("%s", (_name, { given, tags, want }) => {
    expect(print(comment(given, tags))).toBe(want);
  });

  it("wraps at 110 columns, indentation included", () => {
    const lines = print(comment(["word ".repeat(60)], [], 2)).split("\n");
    expect(Math.max(...lines.map((line) => line.length + 2))).toBeLessThanOrEqual(110);
    expect(Math.max(...lines.map((line) => line.length + 2))).toBeGreaterThan(100);
  });

  it("takes time that grows with the words", async () => {
    const given = (words: number) => () => print(comment(["word* /@x `a` ".repeat(words)]));
    expect(await growthBetween(given(10_000), given(10_000 * TIMES))).toBeLessThanOrEqual(MOST);
  });

  it("is nothing where there is nothing to say", () => {
    expect(print(comment([]))).toBe(print(nothing));
  });
});

function statementsOf(source: string): string[] {
  const file = ts.createSourceFile("a.ts", source, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly unknown[] };
  expect(parseDiagnostics).toEqual([]);
  return file.statements.map(({ kind }) => ts.SyntaxKind[kind]);
}

function evaluate(expression: string): unknown {
  return new Function(`return ${expression};`)();
}
