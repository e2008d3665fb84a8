import MarkdownIt from "markdown-it";
import ts from "typescript";
import { parse, parseAllDocuments } from "yaml";
import type { CellsResult } from "./cells.ts";
import { foreignVariables } from "./variables.ts";

const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/u;

const manifestKeys =
  "dependencies description devDependencies engines exports files keywords main name scripts sideEffects trunkline type types typesVersions version";

/** What of a package is not inert. Shares no code with the generator's own verification. */
export function activeParts(
  { payload, made }: Pick<CellsResult, "payload" | "made">,
  options: {
    /** Environment variables that a person chose. */
    readonly persons?: readonly string[];
  } = {},
): string[] {
  const variables = foreignVariables(made?.files ?? new Map<string, string>(), options.persons);
  const found = variables.map((one) => `${payload}: ${one}`);
  for (const [name, text] of made?.files ?? []) {
    const add = (what: string): void => void found.push(`${payload}: ${name} ${what}`);
    if (
      !/^(?:src|test)\/(?:resources\/)?[a-z\d-]+(?:\.test)?\.ts$|^[a-zA-Z.-]+$|^skills\/[a-z\d-]+\/(?:SKILL|references\/methods)\.md$/.test(
        name,
      )
    )
      add("has such a name");
    if (/[^/]{200}/.test(name)) add("has a name that is longer than file systems admit");
    if (invisible.test(text)) add("has a character that cannot be seen");
    if (name.endsWith(".ts")) checkTypeScript(name, text, add);
    else if (name.endsWith("/SKILL.md")) checkMarkdown(withoutFront(text, add), add);
    else if (name.endsWith(".md")) checkMarkdown(text, add);
    else if (name.endsWith(".yaml")) checkYaml(text, add);
    else if (name === "package.json") {
      const manifest = JSON.parse(text) as Record<string, object>;
      if (Object.keys(manifest).sort().join(" ") !== manifestKeys) add("has other keys");
      if (Object.keys(manifest.scripts ?? {}).join(" ") !== "build typecheck test lint:package")
        add("has other scripts");
      if (/[\r\n]/.test(String(manifest.description))) add("has a description of several lines");
    } else if (name === "names.lock") {
      const keys = Object.keys(JSON.parse(text) as object).join(" ");
      if (
        !/^version client operations (?:variants )?resources types inputs(?: credentials)?(?: guessed)?(?: leftOut)?$/.test(
          keys,
        )
      )
        add("has other keys");
    }
  }
  return found;
}

function checkTypeScript(name: string, text: string, add: (what: string) => void): void {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const { parseDiagnostics = [] } = file as { parseDiagnostics?: readonly unknown[] };
  if (parseDiagnostics.length > 0) add("is not TypeScript");
  const visit = (node: ts.Node): void => {
    // A name of a member is a checked identifier; what is called or referred to is code.
    const isName = (node.parent as { readonly name?: ts.Node } | undefined)?.name === node;
    if (!isName && ts.isIdentifier(node) && /^(?:fired|globalThis|evil|eval)$/.test(node.text)) {
      add(`has ${node.text} in its code`);
    }
    if (ts.isTaggedTemplateExpression(node)) add("calls a template");
    ts.forEachChild(node, visit);
  };
  visit(file);
  for (const statement of file.statements) {
    if (ts.isExpressionStatement(statement) && !name.startsWith("test/")) add("has a statement that runs");
  }
  for (const written of text.split("\n")) {
    // The mark of ways to page that do nothing but be made is the generator's own.
    const line = name.endsWith("src/pages.ts") ? written.replace(/^\s*\/\* @__PURE__ \*\/ /, "") : written;
    const [order] = (/^\s*\/?\*/.test(line) && orders.exec(line)) || [];
    if (order !== undefined) add(`gives an order to a tool: ${order}`);
  }
}

/** What every README and skill links to. */
const ownLinks: ReadonlySet<string> = new Set([
  "./references/methods.md",
  "../../README.md",
  "https://openapi-ts.dev/openapi-fetch/",
  "./CHANGELOG.md",
  "https://github.com/trunkline-clients/trunkline/blob/HEAD/docs/errors.md",
  "https://github.com/trunkline-clients/trunkline/blob/HEAD/SECURITY.md",
  "https://github.com/trunkline-clients/trunkline/tree/HEAD/examples",
  "https://github.com/trunkline-clients/trunkline/tree/HEAD/examples/middleware#readme",
  "https://github.com/trunkline-clients/trunkline/tree/HEAD/packages/mock#readme",
  "https://github.com/trunkline-clients/trunkline/tree/HEAD/packages/runtime#readme",
]);

const orders =
  /@ts-|@(?:jsx|license|preserve|internal\b|vite-ignore)|[#@]__PURE__|sourceMappingURL=|(?:biome|oxfmt|prettier|deno-lint|deno-fmt)-ignore|(?:es|ox|ts)lint-(?:dis|en)able|(?:istanbul|c8|v8) ignore/;

/** The front matter of a skill is plain YAML of three keys. */
function withoutFront(text: string, add: (what: string) => void): string {
  const [whole = "", front = ""] = /^---\n([\s\S]*?)\n---\n\n/.exec(text) ?? [];
  checkYaml(front, add);
  const { metadata, ...others } = parse(front) as { metadata?: object };
  const keys = [...Object.keys(others), ...Object.keys(metadata ?? {})].join(" ");
  if (keys !== "name description library") add("has other front matter");
  return text.slice(whole.length);
}

function checkMarkdown(text: string, add: (what: string) => void): void {
  if (text.startsWith("---")) add("has front matter");
  const env: { references?: Record<string, { href: string; title: string }> } = {};
  const tokens = new MarkdownIt({ html: true, linkify: false }).parse(text, env);
  if (env.references !== undefined && Object.keys(env.references).length > 0) add("defines a link");
  for (const token of tokens.flatMap((one) => [one, ...(one.children ?? [])])) {
    if (/html|image/.test(token.type)) add(`has a ${token.type}`);
    const link = token.type === "link_open" ? String(token.attrGet("href")) : undefined;
    if (link !== undefined && !ownLinks.has(link) && !/^\.\/skills\/[a-z\d-]+\/SKILL\.md$/.test(link)) {
      add(`links to ${link}`);
    }
    if (token.type === "heading_open" && token.tag === "h1" && token.map?.[0] !== 0)
      add("has a second title");
  }
}

function checkYaml(text: string, add: (what: string) => void): void {
  const documents = parseAllDocuments(text, { uniqueKeys: false });
  const [document] = documents;
  if (!Array.isArray(documents) || documents.length !== 1 || document === undefined) {
    add("is not one document");
    return;
  }
  for (const { message } of [...document.errors, ...document.warnings]) add(`is not plain YAML: ${message}`);
  if (/^%|^---/m.test(text.split("\n", 1)[0] ?? "")) add("begins with a mark");
}
