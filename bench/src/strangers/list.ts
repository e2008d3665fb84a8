import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { here, installed } from "../folders.ts";
import { run } from "../run.ts";
import { choose, SHELVES } from "./rule.ts";
import type { Stranger } from "./strangers.ts";

// Writes strangers.json: which documents the rule chooses, and what Redocly's `spec` ruleset finds in each. Run once,
// before the first run of the bench; what is listed is never exchanged.
const strangers: Stranger[] = [];
for (const shelf of SHELVES) {
  const folder = installed(`${shelf.package}/${shelf.folder}`);
  const { version } = JSON.parse(await readFile(installed(`${shelf.package}/package.json`), "utf8")) as {
    version: string;
  };
  const entries = await readdir(folder, { recursive: true });
  const paths = entries.map((path) => path.replaceAll("\\", "/")).filter((path) => path.endsWith(".json"));
  for (const path of choose(shelf, paths)) {
    const file = `${shelf.folder}/${path}`;
    const bytes = await readFile(installed(`${shelf.package}/${file}`));
    const document = JSON.parse(bytes.toString()) as Described;
    strangers.push({
      package: shelf.package,
      version,
      file,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      openapi: document.openapi ?? document.swagger ?? "?",
      operations: countOperations(document),
      kilobytes: Math.ceil(bytes.length / 1000),
      errors: await countErrors(installed(`${shelf.package}/${file}`)),
    });
  }
}
await writeFile(`${here}strangers.json`, `${JSON.stringify(strangers, undefined, 2)}\n`);

interface Described {
  readonly openapi?: string;
  readonly swagger?: string;
  readonly paths?: Readonly<Record<string, object>>;
}

function countOperations({ paths = {} }: Described): number {
  const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
  return Object.values(paths)
    .flatMap((item) => Object.keys(item))
    .filter((key) => methods.has(key)).length;
}

/** Errors of Redocly's `spec` ruleset, which are breaches of the specification. */
async function countErrors(path: string): Promise<number> {
  const ran = await run("node", [
    installed("@redocly/cli/bin/cli.js"),
    ...["lint", path, "--extends=spec", "--format=json", "--max-problems=1000000"],
  ]);
  const from = ran.stdout.indexOf("{");
  if (from < 0) throw new Error(`Redocly said nothing of ${path}: ${ran.stderr.slice(-300)}`);
  const { totals } = JSON.parse(ran.stdout.slice(from, ran.stdout.lastIndexOf("}") + 1)) as {
    totals: { errors: number };
  };
  return totals.errors;
}
