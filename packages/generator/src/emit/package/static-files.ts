import type { Model } from "../../model/types.ts";

const tsconfig = {
  compilerOptions: {
    target: "es2022",
    lib: ["es2022"],
    module: "nodenext",
    moduleResolution: "nodenext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitOverride: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    isolatedDeclarations: true,
    declaration: true,
    skipLibCheck: true,
    noEmit: true,
    types: ["node"],
  },
  include: ["src", "test"],
};

/** Files of an emitted package that depend on nothing but which entries it has. */
export function staticFilesOf(model: Model): ReadonlyMap<string, string> {
  return model.webhooks?.signed === undefined ? files : filesWithWebhooks;
}

const filesOf = (entries: string): ReadonlyMap<string, string> =>
  new Map([
    ["tsconfig.json", `${JSON.stringify(tsconfig, undefined, 2)}\n`],
    [
      "tsdown.config.ts",
      `import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { defineConfig, type UserConfig } from "tsdown";

const whole = ${entries};
const resources = (await readdir("src/resources").catch(() => []))
  .sort()
  .map((file) => \`resources/\${file.slice(0, -3)}\`);
const sources = (names: string[]): string[] => names.map((name) => \`src/\${name}.ts\`);

const common: UserConfig = {
  target: "es2022",
  platform: "neutral",
  fixedExtension: true,
  // The declarations have the doc comments.
  outputOptions: { comments: { jsdoc: false } },
};

/** Declarations of CommonJS serve both formats, so that there is one of each type, and half the bytes. */
const besides = (entries: string[]): object => ({
  name: "declarations",
  generateBundle(this: { emitFile(file: object): void }) {
    for (const name of entries) {
      const source = \`export * from "./\${name.split("/").at(-1)}.cjs";\\n\`;
      this.emitFile({ type: "asset", fileName: \`\${name}.d.mts\`, source });
    }
  },
});

/** Each type is declared once, by \`index\`, which the declarations of the other entries refer to. */
const typesBeside = {
  name: "types-beside",
  resolveId(id: string): object | undefined {
    return /^\\.\\/(?:client|types)(?:\\.js)?$/.test(id) ? { id: "./index.cjs", external: true } : undefined;
  },
};

/** Changes the declarations of an entry. */
async function rewrite(name: string, ...changes: readonly ((types: string) => string)[]): Promise<void> {
  const file = \`dist/\${name}.d.cts\`;
  const types = await readFile(file, "utf8");
  await writeFile(
    file,
    changes.reduce((text, change) => change(text), types),
  );
}

/** A tab is one byte. */
const withTabs = (types: string): string =>
  types.replace(/^(?: {2})+/gm, (spaces) => "\\t".repeat(spaces.length / 2));

/** Nobody reads the types of a whole document. */
const withoutIndent = (types: string): string => types.replace(/^ +/gm, "");

/** Exports what is declared where it is declared, not by its name once more at the end. */
function exportInPlace(types: string): string {
  const declaration = /^(?:declare (?:abstract )?(?:class|const|function)|interface|type) ([\\w$]+)/gm;
  const declared = new Set([...types.matchAll(declaration)].map(([, name = ""]) => name));
  const list = /^export \\{ (.*) \\};?$/m;
  const exported = (list.exec(types)?.[1] ?? "").split(", ").map((name) => name.replace(/^type /, ""));
  const others = exported.filter((name) => !declared.has(name));
  return types
    .replace(declaration, (head, name) => (exported.includes(name) ? \`export \${head}\` : head))
    .replace(list, \`export { \${others.join(", ")} };\`);
}

/** No bundler leaves out a part of CommonJS: there a resource is the whole client's. */
async function takeFromWhole(): Promise<void> {
  const index = await readFile("src/index.ts", "utf8");
  await mkdir("dist/resources", { recursive: true });
  for (const [, names = "", resource] of index.matchAll(
    /export \\{([^}]*)\\} from "\\.\\/(resources\\/.*)\\.js"/g,
  )) {
    const classes = names.match(/(?<=^|,)\\s*\\w+(?=,|\\s*$)/g)?.map((name) => name.trim()) ?? [];
    const lines = classes.map((name) => \`exports.\${name} = require("../index.cjs").\${name};\\n\`);
    await writeFile(\`dist/\${resource}.cjs\`, lines.join(""));
    const types = \`export type * from "../index.cjs";\\nexport { \${classes.join(", ")} } from "../index.cjs";\\n\`;
    await writeFile(\`dist/\${resource}.d.cts\`, types);
  }
}

export default defineConfig([
  { ...common, entry: sources(whole), format: { esm: { dts: false, plugins: [besides(whole)] } } },
  {
    ...common,
    clean: false,
    entry: sources(["index"]),
    format: "cjs",
    dts: true,
    onSuccess: () => rewrite("index", withTabs, exportInPlace),
  },
  // Apart, so that the whole client stays one file: each file delays a user's start.
  {
    ...common,
    clean: false,
    treeshake: { manualPureFunctions: ["errorGuard"] },
    entry: Object.fromEntries(["pick", ...resources].map((name) => [name, \`src/\${name}.ts\`])),
    format: { esm: { dts: false, plugins: [besides(["pick", ...resources])], onSuccess: takeFromWhole } },
  },
  {
    ...common,
    clean: false,
    entry: sources(["pick", ...whole.slice(1)]),
    format: "cjs",
    dts: true,
    inputOptions: (rolldown) => ({ ...rolldown, plugins: [typesBeside, rolldown.plugins] }),
    onSuccess: () => rewrite("raw", withoutIndent),
  },
]);
`,
    ],
    [
      "vitest.config.ts",
      `import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    // The mock server and the suites take seconds to load: once is enough for both files.
    isolate: false,
    maxWorkers: 1,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
`,
    ],
    [
      "test/contract.test.ts",
      `import { describeContract } from "@trunkline/conformance/vitest";

describeContract(new URL("..", import.meta.url));
`,
    ],
  ]);

const files = filesOf('["index", "raw"]');
const filesWithWebhooks = filesOf('["index", "raw", "webhooks"]');
