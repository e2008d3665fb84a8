import ts from "typescript";
import { describe, expect, it } from "vitest";
import {
  type Code,
  code,
  comment,
  identifier,
  join,
  literal,
  memberName,
  nothing,
  print,
  propertyKey,
  stringLiteral,
} from "../src/emit/text.ts";

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
  "```\n*/ globalThis.fired = true\n",
  "__proto__",
];

describe("text of a document", () => {
  it.each(hostile)("%j stays inside a comment", (text) => {
    const source = `${print(comment([text, `x ${text}`], [`@default ${text}`]))}const a = 1;\n`;
    expect(statementsOf(source)).toEqual(["FirstStatement"]);
    expect(source).not.toMatch(/(?!\n)\p{Cc}|[\p{Cf}\u2028\u2029]/u);
    expect(source).not.toMatch(/\p{Surrogate}/u);
    expect(source).not.toMatch(/^[\s*/]*@ts-/m);
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
      "a line that came to begin with @ is no tag either",
      {
        given: [`${"x ".repeat(53)}@ts-ignore`],
        want: `/**\n * ${"x ".repeat(53).trim()}\n * \\@ts-ignore\n */\n`,
      },
    ],
    ["a line that begins with @ is no tag", { given: ["@deprecated no"], want: "/** \\@deprecated no */\n" }],
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

  it("takes 100,000 words in a blink", () => {
    const before = performance.now();
    print(comment(["word* /@x `a` ".repeat(100_000)]));
    expect(performance.now() - before).toBeLessThan(2_000);
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
