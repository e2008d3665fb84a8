import { mkdir, rm, writeFile } from "node:fs/promises";
import { Octokit } from "octokit";
import { completionSeconds } from "../completion.ts";
import { type Candidate, candidates, octokitName, type Typed } from "../contestants/typed.ts";
import { callableRoutes, documentOf, type Route } from "../documents.ts";
import { installed, work } from "../folders.ts";
import type { Bench, Failure, Row, Table } from "../result.ts";
import { reasonOf, run } from "../run.ts";
import { median } from "../stats.ts";

const CALLS = 20;
const ROUNDS = 3;

/** What a type checker and an editor pay. */
export const types: Bench = {
  name: "types",
  title: "What types cost",
  async run() {
    const small = await measure("agentref", "20 calls of AgentRef's 91 operations");
    const github = await measure("github", "20 calls of GitHub's 1,223 operations");
    const value = (table: Table, row: number, key: string): number => Number(table.rows[row]?.values[key]);
    const peers = github.rows.slice(1).filter(({ failed }) => failed === undefined);
    const best = Math.min(...peers.map(({ values }) => Number(values.check)));
    return {
      tables: [small, github],
      targets: [
        ...[small, github].map((table) => ({
          text: `at most 50 instantiations a call, ${table.title.replace("20 calls of ", "")}`,
          figure: value(table, 0, "each").toFixed(0),
          reached: value(table, 0, "each") <= 50,
        })),
        {
          text: "check time below each peer on GitHub's",
          figure: `${value(github, 0, "check").toFixed(3)} s against ${best.toFixed(3)} s`,
          reached: value(github, 0, "check") < best,
        },
      ],
    };
  },
};

interface Checked {
  readonly instantiations: number;
  readonly check: number;
  readonly total: number;
  readonly megabytes: number;
}

async function measure(name: "agentref" | "github", title: string): Promise<Table> {
  const routes = await routesOf(name);
  const ready: { readonly candidate: Candidate; readonly folder: string; readonly typed: Typed }[] = [];
  const failed = new Map<string, Failure>();
  for (const candidate of candidates(name)) {
    const typed = await candidate.make();
    if ("ran" in typed) {
      if (typed.failed) failed.set(candidate.id, typed.failed);
      continue;
    }
    const folder = await writeProgram(name, typed, routes);
    const ran = await check(folder, "calls");
    if ("reason" in ran) failed.set(candidate.id, ran);
    else ready.push({ candidate, folder, typed });
  }
  const figures = new Map<string, { none: Checked[]; calls: Checked[]; completion: number[] }>();
  for (const { candidate } of ready) figures.set(candidate.id, { none: [], calls: [], completion: [] });
  for (let round = 0; round < ROUNDS; round++) {
    for (const { candidate, folder, typed } of ready) {
      const own = figures.get(candidate.id);
      const [none, calls] = [await check(folder, "none"), await check(folder, "calls")];
      if ("reason" in none || "reason" in calls) continue;
      own?.none.push(none);
      own?.calls.push(calls);
      own?.completion.push(await completionSeconds(folder, typed.head, typed.complete));
    }
  }
  const rows = candidates(name).map(({ id, name: title, ours = false }): Row => {
    const own = figures.get(id);
    const failure = failed.get(id);
    if (failure) return { name: title, ours, values: {}, failed: failure };
    const of = (key: keyof Checked, which: "none" | "calls" = "calls"): number =>
      median((own?.[which] ?? []).map((one) => one[key]));
    return {
      name: title,
      ours,
      values: {
        each: (of("instantiations") - of("instantiations", "none")) / CALLS,
        instantiations: of("instantiations"),
        check: of("check"),
        total: of("total"),
        megabytes: of("megabytes"),
        completion: median(own?.completion ?? []),
      },
    };
  });
  return {
    title,
    text: `A file with ${CALLS} calls of GET routes from all over the document, their answers used, under TypeScript 7 (one thread, strict, skipLibCheck, no declarations of Node); a call's instantiations are those beyond the same file without calls. Completion: TypeScript 5.9's tsserver, from opening the file to the list after \`client.\` (hey-api's: \`sdk.\`, octokit's: \`client.rest.\`). Medians of ${ROUNDS} rounds in turn.`,
    columns: [
      { key: "each", title: "instantiations a call" },
      { key: "instantiations", title: "in all" },
      { key: "check", title: "check s", digits: 3 },
      { key: "total", title: "tsc s", digits: 2 },
      { key: "megabytes", title: "tsc MB" },
      { key: "completion", title: "completion s", digits: 2 },
    ],
    rows,
    chart: name === "github" ? "check" : "each",
  };
}

/** For GitHub, routes that octokit knows too: it is made of an older version of the document. */
async function routesOf(name: "agentref" | "github"): Promise<readonly Route[]> {
  if (name === "agentref") return callableRoutes(documentOf(name), CALLS);
  const rest = new Octokit().rest as unknown as Record<string, Record<string, unknown> | undefined>;
  const known = (route: Route): boolean => {
    const [scope, method] = octokitName(route);
    return typeof rest[scope]?.[method] === "function";
  };
  const all = (await callableRoutes(documentOf(name), Number.POSITIVE_INFINITY)).filter(known);
  const step = Math.floor(all.length / CALLS);
  return all.filter((_, i) => i % step === 0).slice(0, CALLS);
}

async function writeProgram(name: string, typed: Typed, routes: readonly Route[]): Promise<string> {
  const folder = `${work}types/${name}/${typed.id}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const calls = routes
    .map((route, i) => `const answer${i} = ${typed.call(route)};\nuse(answer${i});\n`)
    .join("");
  const use = "declare function use(value: unknown): void;\n";
  await writeFile(`${folder}/none.ts`, `${typed.head}${use}use(${typed.complete.slice(0, -1)});\n`);
  await writeFile(`${folder}/calls.ts`, `${typed.head}${use}${calls}`);
  const compilerOptions = {
    target: "es2022",
    lib: ["es2023", "dom", "dom.iterable"],
    module: "esnext",
    moduleResolution: "bundler",
    allowImportingTsExtensions: true,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };
  for (const file of ["none", "calls"]) {
    await writeFile(`${folder}/${file}.json`, JSON.stringify({ compilerOptions, files: [`${file}.ts`] }));
  }
  // What tsserver looks for.
  await writeFile(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  return folder;
}

async function check(folder: string, file: "none" | "calls"): Promise<Checked | Failure> {
  const args = ["-p", `${folder}/${file}.json`, "--singleThreaded", "--extendedDiagnostics"];
  const ran = await run("node", [installed("ts7/bin/tsc"), ...args], { limit: 120 });
  if (ran.code !== 0) return { ran: "tsc --strict", reason: reasonOf(ran) };
  const figure = (label: string): number =>
    Number(new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(ran.stdout)?.[1]);
  return {
    instantiations: figure("Instantiations"),
    check: figure("Check time"),
    total: figure("Total time"),
    megabytes: figure("Memory used") / 1024,
  };
}
