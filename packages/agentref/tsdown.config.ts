import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { defineConfig, type UserConfig } from "tsdown";

const whole = ["index", "raw", "webhooks"];
const resources = (await readdir("src/resources").catch(() => []))
  .sort()
  .map((file) => `resources/${file.slice(0, -3)}`);

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
      const source = `export * from "./${name.split("/").at(-1)}.cjs";\n`;
      this.emitFile({ type: "asset", fileName: `${name}.d.mts`, source });
    }
  },
});

/** There is one declaration of the client, which that of a part of it refers to. */
const wholeBeside = {
  name: "whole-beside",
  resolveId(id: string): object | undefined {
    return /^\.\/client(?:\.js)?$/.test(id) ? { id: "./index.cjs", external: true } : undefined;
  },
};

/** No bundler leaves out a part of CommonJS: there a resource is the whole client's, and what it declares is as well. */
async function takeFromWhole(): Promise<void> {
  const index = await readFile("src/index.ts", "utf8");
  await mkdir("dist/resources", { recursive: true });
  for (const [, names = "", resource] of index.matchAll(
    /export \{([^}]*)\} from "\.\/(resources\/.*)\.js"/g,
  )) {
    const all = names.split(",").map((name) => name.trim());
    const values = all.filter((name) => /^\w/.test(name) && !name.startsWith("type "));
    const lines = values.map((name) => `exports.${name} = require("../index.cjs").${name};\n`);
    await writeFile(`dist/${resource}.cjs`, lines.join(""));
    await writeFile(`dist/${resource}.d.cts`, `export { ${all.join(", ")} } from "../index.cjs";\n`);
  }
}

export default defineConfig([
  {
    ...common,
    entry: whole.map((name) => `src/${name}.ts`),
    format: {
      cjs: {
        dts: true,
        // A tab is one byte. Nobody reads the types of a whole document: they do without.
        async onSuccess() {
          for (const name of (await readdir("dist")).filter((file) => file.endsWith(".d.cts"))) {
            const types = await readFile(`dist/${name}`, "utf8");
            const tabs = (spaces) => "\t".repeat(spaces.length / 2);
            const indented =
              name === "raw.d.cts" ? types.replace(/^ +/gm, "") : types.replace(/^(?: {2})+/gm, tabs);
            await writeFile(`dist/${name}`, indented);
          }
        },
      },
      esm: { dts: false, plugins: [besides(whole)] },
    },
  },
  // Apart, so that the whole client stays one file: each file delays a user's start.
  {
    ...common,
    clean: false,
    treeshake: { manualPureFunctions: ["errorGuard"] },
    entry: Object.fromEntries(["pick", ...resources].map((name) => [name, `src/${name}.ts`])),
    format: { esm: { dts: false, plugins: [besides(["pick", ...resources])], onSuccess: takeFromWhole } },
  },
  {
    ...common,
    clean: false,
    entry: ["src/pick.ts"],
    format: "cjs",
    dts: true,
    inputOptions: (rolldown) => ({ ...rolldown, plugins: [wholeBeside, rolldown.plugins] }),
  },
]);
