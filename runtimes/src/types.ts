import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Consumer } from "./consumer.ts";
import { here } from "./folders.ts";
import { must, run } from "./run.ts";

/** One way to compile a user's program. */
interface Setting {
  readonly compiler: "5.4" | "5.9" | "7";
  readonly types: keyof typeof TYPES;
  readonly resolution: (typeof RESOLUTIONS)[number];
  readonly exactOptionalPropertyTypes: boolean;
  readonly noUncheckedIndexedAccess: boolean;
}

/** What came of it: the compiler's errors, empty where there are none. */
interface Compiled extends Setting {
  readonly errors: string;
}

const COMPILERS = { "5.4": "ts54", "5.9": "ts59", "7": "ts7" } as const;

/** Where the types of fetch come from. The declarations ask for seven names; `/raw` asks for more. */
const TYPES = {
  DOM: { lib: ["es2022", "dom"], types: [], raw: true, more: [] },
  "@types/node": { lib: ["es2022"], types: ["node"], raw: true, more: [] },
  "fetch alone": { lib: ["es2022"], types: [], raw: false, more: ["fetch-types.d.ts"] },
} as const;

const RESOLUTIONS = ["node16", "nodenext", "bundler", "node10"] as const;

/** TypeScript 7 does not know `node10`. */
function resolutionsOf(compiler: Setting["compiler"]): readonly Setting["resolution"][] {
  return RESOLUTIONS.filter((resolution) => resolution !== "node10" || compiler !== "7");
}

const MODULES = { node16: "node16", nodenext: "nodenext", bundler: "esnext", node10: "commonjs" } as const;

function settings(compiler: Setting["compiler"]): readonly Setting[] {
  const found: Setting[] = [];
  for (const types of Object.keys(TYPES) as Setting["types"][])
    for (const resolution of resolutionsOf(compiler))
      for (const exactOptionalPropertyTypes of [true, false])
        for (const noUncheckedIndexedAccess of [true, false])
          found.push({ compiler, types, resolution, exactOptionalPropertyTypes, noUncheckedIndexedAccess });
  return found;
}

/** Compiles a user's program in all settings, and gives a table and what failed. */
export async function checkTypes({ folder }: Consumer): Promise<{ table: string; ok: boolean }> {
  const work = join(folder, "types");
  for (const name of ["scenario.mts", "redirects.mts", "redirect-cells.mts"])
    await cp(join(folder, name), join(work, name));
  await cp(join(work, "consumer.mts"), join(work, "consumer.cts"));
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts"];
  await writeFile(join(work, "package.json"), JSON.stringify({ private: true }));
  // Where only the setting "@types/node" finds them by itself.
  await must("npm", ["install", ...quiet, "@types/node@24"], { cwd: work });

  // The older ones side by side: one process each, that they take as long as the machine has a core for both.
  const old = await Promise.all([compileTogether(work, "5.4"), compileTogether(work, "5.9")]);
  const done = [...old.flat(), ...(await compileEach(work, "7"))];
  return { table: formatTypes(done), ok: done.every(({ errors }) => errors === "") };
}

/** Through the compiler's API, in one process. */
async function compileTogether(work: string, compiler: "5.4" | "5.9"): Promise<readonly Compiled[]> {
  const configs = await Promise.all(
    settings(compiler).map(async (setting) => [setting, await writeConfig(work, setting)] as const),
  );
  const paths = configs.map(([, path]) => path);
  const printed = await must(
    process.execPath,
    [join(here, "src/compile.ts"), COMPILERS[compiler], ...paths],
    { cwd: here, limit: 600_000 },
  );
  const said = JSON.parse(printed) as Readonly<Record<string, string>>;
  return configs.map(([setting, path]) => ({
    ...setting,
    errors: (said[path] ?? "not compiled").slice(0, 1500),
  }));
}

/** Through the command: TypeScript 7 has no API, and takes less than a second. */
async function compileEach(work: string, compiler: "7"): Promise<readonly Compiled[]> {
  const done: Compiled[] = [];
  const path = join(here, "node_modules", COMPILERS[compiler], "bin/tsc");
  for (const setting of settings(compiler)) {
    const config = await writeConfig(work, setting);
    const { stdout, stderr, code } = await run(process.execPath, [path, "-p", config], { cwd: work });
    done.push({ ...setting, errors: code === 0 ? "" : (stdout || stderr).slice(0, 1500) });
  }
  return done;
}

async function writeConfig(work: string, setting: Setting): Promise<string> {
  const { compiler, types, resolution, exactOptionalPropertyTypes, noUncheckedIndexedAccess } = setting;
  const { lib, raw, more } = TYPES[types];
  const name = [compiler, types, resolution, exactOptionalPropertyTypes, noUncheckedIndexedAccess].join("-");
  const config = join(work, `tsconfig.${name.replace(/[^\w.]/g, "-")}.json`);
  const compilerOptions = {
    target: "es2022",
    lib,
    types: TYPES[types].types,
    module: MODULES[resolution],
    moduleResolution: resolution,
    strict: true,
    skipLibCheck: false,
    // The compiler's own lib files are not ours to check.
    skipDefaultLibCheck: true,
    noEmit: true,
    exactOptionalPropertyTypes,
    noUncheckedIndexedAccess,
  };
  const sources = ["consumer.mts"];
  // The types of `/raw` take the older compilers seconds: they see them with both strictnesses and with none.
  if (raw && (compiler === "7" || exactOptionalPropertyTypes === noUncheckedIndexedAccess))
    sources.push("scenario.mts");
  if (resolution !== "bundler") sources.push("consumer.cts");
  await writeFile(config, JSON.stringify({ compilerOptions, files: [...sources, ...more] }));
  return config;
}

function formatTypes(done: readonly Compiled[]): string {
  const lines = [`${"".padEnd(31)}${RESOLUTIONS.map((name) => name.padEnd(10)).join("")}`];
  for (const compiler of ["5.4", "5.9", "7"]) {
    for (const types of Object.keys(TYPES)) {
      const cells = RESOLUTIONS.map((resolution) => {
        const tried = done.filter(
          (one) => one.compiler === compiler && one.types === types && one.resolution === resolution,
        );
        if (tried.length === 0) return "–".padEnd(10);
        const good = tried.filter(({ errors }) => errors === "").length;
        return `${good === tried.length ? "ok" : "FAIL"} ${good}/${tried.length}`.padEnd(10);
      });
      lines.push(`${`TypeScript ${compiler}`.padEnd(16)}${types.padEnd(15)}${cells.join("")}`.trimEnd());
    }
  }
  for (const { errors, ...setting } of done) if (errors) lines.push("", JSON.stringify(setting), errors);
  return lines.join("\n");
}
