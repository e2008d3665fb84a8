import MarkdownIt from "markdown-it";
import type { Node } from "typescript";
import { INVISIBLE } from "../invisible.ts";
import { ts } from "../typescript.ts";

const allowed = new Set(
  (
    "paragraph_open paragraph_close inline heading_open heading_close fence table_open table_close thead_open thead_close " +
    "tr_open tr_close th_open th_close tbody_open tbody_close td_open td_close bullet_list_open bullet_list_close " +
    "list_item_open list_item_close text text_special softbreak code_inline link_open link_close"
  ).split(" "),
);

// GitHub makes links of addresses with a scheme and of `www.`, and of nothing shorter.
const markdown = new MarkdownIt({ html: true, linkify: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: true, fuzzyIP: false });

/** What a page of Markdown may hold besides words. */
export interface PageRules {
  readonly packageName: string;
  /** Class of the client. */
  readonly client: string;
  readonly headings: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  /** What its samples import. */
  readonly modules: ReadonlySet<string>;
}

/** A page, parsed as GitHub and npm do: no HTML, no image, no link and no heading but the generator's own. */
export function checkPage(name: string, text: string, rules: PageRules): string[] {
  const faults: string[] = [];
  const { headings, links } = rules;
  const invisible = text.search(INVISIBLE);
  if (invisible !== -1) faults.push(`${name} has a character that cannot be seen`);
  if (/^(?:---|\+\+\+|;;;|\{)/.test(text)) faults.push(`${name} begins with front matter`);
  const env: { references?: Record<string, { href: string; title: string }> } = {};
  const tokens = markdown.parse(text, env);
  if (Object.keys(env.references ?? {}).length > 0) faults.push(`${name} defines a link`);
  for (const [index, token] of tokens.entries()) {
    const at = `${name}:${(token.map?.[0] ?? 0) + 1}`;
    for (const one of [token, ...(token.children ?? [])]) {
      if (!allowed.has(one.type)) faults.push(`${at} has a ${one.type}`);
      if (one.type === "link_open" && !links.has(String(one.attrGet("href")))) {
        faults.push(`${at} links to ${JSON.stringify(one.attrGet("href"))}`);
      }
    }
    // GitHub looks at the text as it is written: an escaped dot makes no link.
    if (token.type === "inline" && /\bwww\./i.test(withoutCode(token.content))) {
      faults.push(`${at} links to www.`);
    }
    if (token.type === "heading_open" && !headings.has(plain(tokens[index + 1]))) {
      faults.push(`${at} has a heading of its own`);
    }
    if (token.type === "fence") faults.push(...checkFence(token.info, token.content, at, rules));
  }
  return faults;
}

/** Code ends at as many backticks as it began with; an escaped one begins none. */
function withoutCode(text: string): string {
  const starts = new Map<number, { readonly all: number[]; next: number }>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const known = starts.get(run.length);
    if (known === undefined) starts.set(run.length, { all: [index], next: 0 });
    else known.all.push(index);
  }
  const endAfter = (start: number, length: number): number | undefined => {
    const ends = starts.get(length);
    if (ends === undefined) return undefined;
    while ((ends.all[ends.next] ?? text.length) < start) ends.next++;
    return ends.all[ends.next];
  };
  let rest = "";
  let from = 0;
  for (const { 0: run, index } of text.matchAll(/\\[\\`]|`+/g)) {
    if (index < from || run.startsWith("\\")) continue;
    const end = endAfter(index + run.length, run.length);
    if (end === undefined) continue;
    rest += text.slice(from, index);
    from = end + run.length;
  }
  return rest + text.slice(from);
}

function plain(
  token: { readonly children?: readonly { readonly content: string }[] | null } | undefined,
): string {
  return (token?.children ?? []).map(({ content }) => content).join("");
}

function checkFence(
  info: string,
  content: string,
  at: string,
  { packageName, modules, client }: PageRules,
): string[] {
  if (info === "sh")
    return content === `npm install ${packageName}\n` ? [] : [`${at} has a command of its own`];
  if (info !== "ts") return [`${at} has a fence of kind ${JSON.stringify(info)}`];
  const file = ts.createSourceFile("sample.ts", content, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const { parseDiagnostics = [] } = file as { parseDiagnostics?: readonly unknown[] };
  const faults = parseDiagnostics.length > 0 ? [`${at} has a sample that is not TypeScript`] : [];
  const known = new Set([
    "client",
    "patient",
    "c",
    "console",
    "page",
    "mock",
    "startMock",
    "isAPIError",
    "openAsBlob",
    "readFileSync",
    ...["fileJournal", "nodeTransport"],
    ...["chainMiddleware", "next", "openTelemetry"],
    "memoryQuota",
    "createRaw",
    "known",
    "JSON",
    "String",
    ...["Response", "dedupeKey", "handleOnce", "memoryReplays", "unwrap"],
    client,
    `create${client}`,
  ]);
  const visit = (node: Node): void => {
    if (ts.isImportDeclaration(node)) {
      const specifier = ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : "";
      if (!modules.has(specifier)) faults.push(`${at} imports ${specifier}`);
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      let callee: Node = node.expression;
      while (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) callee = callee.expression;
      if (!ts.isIdentifier(callee) || !known.has(callee.text))
        faults.push(`${at} calls what is not a client`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}
