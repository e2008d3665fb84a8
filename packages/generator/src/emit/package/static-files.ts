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
      `import { readdir, readFile, writeFile } from "node:fs/promises";
import { defineConfig } from "tsdown";

const entries = ${entries};

export default defineConfig({
  entry: entries.map((name) => \`src/\${name}.ts\`),
  target: "es2022",
  platform: "neutral",
  fixedExtension: true,
  // The declarations have the doc comments.
  outputOptions: { comments: { jsdoc: false } },
  format: {
    cjs: {
      dts: true,
      // A tab is one byte. Nobody reads the types of a whole document: they do without.
      async onSuccess() {
        for (const name of (await readdir("dist")).filter((file) => file.endsWith(".d.cts"))) {
          const types = await readFile(\`dist/\${name}\`, "utf8");
          const tabs = (spaces) => "\\t".repeat(spaces.length / 2);
          const indented = name === "raw.d.cts" ? types.replace(/^ +/gm, "") : types.replace(/^(?: {2})+/gm, tabs);
          await writeFile(\`dist/\${name}\`, indented);
        }
      },
    },
    // Declarations of CommonJS serve both formats, so that there is one of each type, and half the bytes.
    esm: {
      dts: false,
      plugins: [
        {
          name: "declarations",
          generateBundle() {
            for (const name of entries) {
              const source = \`export * from "./\${name}.cjs";\\n\`;
              this.emitFile({ type: "asset", fileName: \`\${name}.d.mts\`, source });
            }
          },
        },
      ],
    },
  },
});
`,
    ],
    [
      "vitest.config.ts",
      `import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
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
