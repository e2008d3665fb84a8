import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import type { Consumer } from "./consumer.ts";
import { here } from "./folders.ts";
import type { Row, Step } from "./row.ts";
import { run } from "./run.ts";
import type { Redirects, Servers } from "./servers.ts";

/** A runtime that is a program of its own and takes a module's path. */
export interface Program {
  readonly name: string;
  readonly path: string;
  readonly args: readonly string[];
}

const at = (path: string): string => `${here}node_modules/${path}`;

/** All of them, by npm package. */
export const PROGRAMS: readonly Program[] = [
  { name: "Node 20", path: at("node20/bin/node"), args: [] },
  { name: "Node 22", path: at("node22/bin/node"), args: [] },
  { name: "Node 24", path: at("node24/bin/node"), args: [] },
  { name: "Node 26", path: at("node26/bin/node"), args: [] },
  { name: "Bun", path: at("@oven/bun-linux-x64/bin/bun"), args: ["run"] },
  {
    name: "Deno",
    path: at("@deno/linux-x64-glibc/deno"),
    // Permissions as a careful user gives them.
    args: [
      "run",
      "--no-prompt",
      "--node-modules-dir=manual",
      "--allow-net=127.0.0.1,localhost",
      "--allow-read",
      "--allow-env",
    ],
  },
];

/** Runs a module that exports `scenario` in a program. */
export async function runIn(
  program: Program,
  form: string,
  module: string,
  { folder }: Consumer,
  servers: Servers,
  { redirects = "seen", overTransport = false }: { redirects?: Redirects; overTransport?: boolean } = {},
): Promise<Row> {
  const row = { runtime: program.name, form };
  if (!existsSync(program.path)) {
    return { ...row, outcome: { skipped: `${program.path.slice(here.length)} is not installed` } };
  }
  const extension = extname(module);
  const entry = `${module}.entry${overTransport ? "-transport" : ""}${extension}`;
  const urls = servers.arm(redirects);
  const load = (path: string): string =>
    extension === ".cjs" ? `Promise.resolve(require(${path}))` : `import(${path})`;
  const needs = overTransport
    ? `${load('"@trunkline/node"')}.then(({ nodeTransport }) => ({ transport: nodeTransport() }))`
    : "{}";
  await writeFile(
    entry,
    `const path = ${JSON.stringify(module)};
Promise.all([${load("path")}, ${needs}])
  .then(([{ scenario }, needs]) => scenario(${JSON.stringify(urls)}, needs))
  .then((steps) => console.log(JSON.stringify(steps)));
`,
  );
  const { code, stdout, stderr } = await run(program.path, [...program.args, entry], {
    cwd: folder,
    env: {
      NO_COLOR: "1",
      DENO_NO_UPDATE_CHECK: "1",
      DO_NOT_TRACK: "1",
      NODE_EXTRA_CA_CERTS: servers.certificate,
      DENO_CERT: servers.certificate,
    },
    limit: 60_000,
  });
  if (code !== 0) return { ...row, outcome: [{ name: "start", error: (stderr || stdout).slice(0, 2000) }] };
  return { ...row, outcome: [...(JSON.parse(stdout) as Step[]), ...servers.judge()] };
}

/** Version of a program, for the table. */
export async function versionOf({ path }: Program): Promise<string> {
  if (!existsSync(path)) return "";
  const { stdout } = await run(path, ["--version"], { cwd: here });
  return /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? "";
}
