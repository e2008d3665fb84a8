import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import ts from "typescript";
import { repository } from "../folders.ts";

/** Parts of a client by what they are for, in the order of the table; the first that fits a file has it. */
const GROUPS: readonly (readonly [name: string, files: RegExp])[] = [
  ["what Node.js's fetch alone needs", /runtime\/src\/.*(?:check-dispatcher|patient-options|tell-cause)/],
  ["integers beyond 2^53", /runtime\/src\/(?:exact-json|hooks\/digits|values\/int64)/],
  ["messages of error bodies", /runtime\/src\/response\/(?:issues|tell-body)/],
  ["emitted: operations, methods, errors", /packages\/(?:agora|agoralia|buena|agentref)\/src/],
  ["pages", /runtime\/src\/(?:pages|links)/],
  ["credentials, token exchange", /runtime\/src\/credentials/],
  ["parameters and bodies", /runtime\/src\/(?:bodies|parameters|values|pointer|request\/(?:address|split))/],
  ["retries, time limits", /runtime\/src\/(?:retry|clock)|limits|retrying|within-clock/],
  [
    "redirects, browsers, base URL",
    /runtime\/src\/(?:redirects|browser|base-url|server|request\/fetch-options)|redirecting/,
  ],
  ["secrets kept out of what is shown", /runtime\/src\/secrets/],
  ["options that are unknown", /runtime\/src\/arguments|nearest/],
  ["answers and errors", /runtime\/src\/(?:response|errors|streams)|layer-errors/],
  ["hooks, log, preview, routes of no document", /runtime\/src\/(?:hooks|log)|preview|untyped/],
  ["the call itself, the client, the promise", /./],
];

/** Parts that are promised to each client, whatever its document says: which are easiest to do without comes first. */
const PROMISED: readonly string[] = [
  "hooks, log, preview, routes of no document",
  "redirects, browsers, base URL",
  "retries, time limits",
  "answers and errors",
  "credentials, token exchange",
  "parameters and bodies",
];

/** Compressed bytes of a client. */
export interface Parts {
  /** That it would lose, by what would be taken out. They overlap, so that they have no sum. */
  readonly lost: ReadonlyMap<string, number>;
  /** That would be left, if each part and all before it were taken out. */
  readonly left: ReadonlyMap<string, number>;
  /** That it would lose without one file. */
  readonly modules: ReadonlyMap<string, number>;
}

export async function weighParts(vendor: string, client: string): Promise<Parts> {
  const packages = `${repository}packages`;
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${client} } from "${packages}/${vendor}/src/index.ts"; globalThis.client = new ${client}();`,
      resolveDir: `${packages}/${vendor}`,
    },
    alias: { "@trunkline/runtime/client": `${packages}/runtime/src/client.ts` },
    bundle: true,
    // Not white space: the comments that name the files would go with it.
    minifyIdentifiers: true,
    minifySyntax: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    write: false,
    logLevel: "silent",
  });
  const files = (outputFiles[0]?.text ?? "").split(/^(?=\/\/ \S+$)/m).map((text) => ({
    name: /^\/\/ .*packages\/(\S+)\.ts$/.exec(text.split("\n", 1)[0] ?? "")?.[1] ?? "",
    group: GROUPS.find(([, files]) => files.test(text.split("\n", 1)[0] ?? ""))?.[0],
    text,
  }));
  const textWithout = (...groups: readonly string[]): string =>
    files.flatMap(({ group, text }) => (groups.includes(group ?? "") ? [] : [text])).join("");
  const whole = await compress(textWithout());
  const lost = new Map([
    ["sentences of messages", whole - (await compress(withoutSentences(textWithout())))],
  ]);
  for (const [group] of GROUPS) lost.set(group, whole - (await compress(textWithout(group))));
  const modules = new Map<string, number>();
  for (const { name } of files) {
    if (name === "") continue;
    const others = files.filter((file) => file.name !== name).map(({ text }) => text);
    modules.set(name.replace("/src", ""), whole - (await compress(others.join(""))));
  }
  const left = new Map([["as it is", whole]]);
  for (const [index, group] of PROMISED.entries()) {
    const taken = PROMISED.slice(0, index + 1);
    left.set(`${index === 0 ? "without" : "and"} ${group}`, await compress(textWithout(...taken)));
  }
  return { lost, left, modules };
}

async function compress(code: string): Promise<number> {
  const { code: small } = await transform(code, { minifyWhitespace: true });
  return gzipSync(small, { level: 9 }).length;
}

/** The code with its prose taken out: the text of literals with two spaces or more. */
function withoutSentences(code: string): string {
  const source = ts.createSourceFile("client.js", code, ts.ScriptTarget.ES2022);
  const cuts: [number, number][] = [];
  const visit = (node: ts.Node): void => {
    const isText =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && (node.text.match(/ /g)?.length ?? 0) >= 2) {
      const isOpen = ts.isTemplateHead(node) || ts.isTemplateMiddle(node);
      cuts.push([node.getStart(source) + 1, node.end - (isOpen ? 2 : 1)]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  let left = code;
  for (const [from, to] of cuts.reverse()) left = left.slice(0, from) + left.slice(to);
  return left;
}
