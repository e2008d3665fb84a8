import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { makeClients } from "../clients.ts";
import { weighDeclarations } from "../contestants/declarations.ts";
import { type GitHubPrograms, makeGitHub } from "../contestants/github.ts";
import { weighParts } from "../contestants/parts.ts";
import { PROGRAMS } from "../contestants/programs.ts";
import { weighSeam } from "../contestants/seam.ts";
import { work } from "../folders.ts";
import { type Bench, type Row, replaced, type Table, type Target } from "../result.ts";

/** Bytes that the whole client of each of our packages may have. */
const TARGETS = { agora: 12_500, agoralia: 13_500, buena: 15_500, agentref: 16_500 };
/** What stood in their place before clients had to promise more. */
const FIRST_TARGETS = { agora: 7500, agoralia: 7500, buena: 8500, agentref: 10_000 };
/** Bytes of what AgentRef declares, without its raw client. */
const DECLARATIONS = 150_000;
/** Bytes that the smallest program with one call of AgentRef may have. */
const ONE_CALL = 12_000;

const RAW = `const response = await fetch("https://www.agentref.co/api/v1/programs?" + new URLSearchParams({ page: "2", pageSize: "5" }), { headers: { authorization: "Bearer " + process.env.KEY } });
if (!response.ok) throw new Error(response.status);
console.log(await response.json());`;

/** Bytes that a browser loads. */
export const bundle: Bench = {
  name: "bundle",
  title: "What a program weighs",
  async run() {
    const failures = await makeClients();
    const rows: Row[] = [{ name: "raw fetch + JSON", values: { call: (await weigh(RAW)).gzip } }];
    for (const { id, name, ours = false, whole, call } of PROGRAMS) {
      if (!ours && failures[id]) {
        rows.push({ name, values: {}, failed: failures[id] });
        continue;
      }
      try {
        const { gzip, minified } = await weigh(whole);
        rows.push({ name, ours, values: { whole: gzip, call: (await weigh(call)).gzip, minified } });
      } catch (error) {
        const reason = String(error).split("\n").slice(0, 2).join(" ");
        rows.push({ name, ours, values: {}, failed: { ran: "esbuild --bundle --minify", reason } });
      }
    }
    const github = await weighGitHub();
    const seam = await weighSeam();
    const text =
      "Bytes, minified by esbuild as ESM for browsers, all chunks, everything that it imports included; gzip level 9. Of the whole client, and of the smallest program that makes one typed list call.";
    return {
      tables: [
        {
          title: "Bytes of the whole client",
          text,
          columns: [
            { key: "whole", title: "whole client, min+gzip" },
            { key: "call", title: "one call, min+gzip" },
            { key: "minified", title: "whole client, min" },
          ],
          rows,
          chart: "whole",
        },
        ...(await partsTables()),
        declarationsTable(),
      ],
      targets: [
        ...Object.entries(TARGETS).map(([vendor, most]) =>
          target(vendor, bytesOf(rows, vendor, "whole"), most),
        ),
        ...Object.entries(FIRST_TARGETS).map(([vendor, most]) =>
          replaced(target(vendor, bytesOf(rows, vendor, "whole"), most)),
        ),
        target("agentref, one typed call", bytesOf(rows, "agentref", "call"), ONE_CALL),
        ...github.targets,
        {
          text: "the place for middleware, tracing and quotas in a client that has none: at most 0.2 kB",
          figure: `${seam} bytes`,
          reached: seam <= 200,
        },
        target(
          "agentref, declarations without ./raw",
          weighDeclarations("agentref").get("declarations") ?? Number.NaN,
          DECLARATIONS,
        ),
      ],
    };
  },
};

function bytesOf(rows: readonly Row[], vendor: string, column: string): number {
  return Number(rows.find(({ name }) => name === `@trunkline/${vendor}`)?.values[column]);
}

function target(what: string, size: number, most: number): Target {
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  return { text: `${what}: at most ${kilobytes(most)}`, figure: kilobytes(size), reached: size <= most };
}

const PICKED = "a client of its resource alone (./pick)";
const ALONE = "the client of a document with this resource alone";
const BARE = "the runtime's base of clients alone";

/** One call of GitHub's document, and of less. */
async function weighGitHub(): Promise<{ readonly table: Table; readonly targets: readonly Target[] }> {
  const made = await makeGitHub();
  const programs: Readonly<Record<string, keyof Omit<GitHubPrograms, "entry">>> = {
    "GitHub's whole client": "whole",
    [PICKED]: "picked",
    [ALONE]: "alone",
  };
  const rows: Row[] = [];
  for (const [name, program] of Object.entries(programs)) {
    if ("reason" in made) rows.push({ name, ours: true, values: {}, failed: made });
    else rows.push({ name, ours: true, values: { call: (await weigh(made[program])).gzip } });
  }
  const base = `import { APIClient } from "@trunkline/runtime/client"; globalThis.client = APIClient;`;
  rows.push({ name: BARE, ours: true, values: { call: (await weigh(base)).gzip } });
  const of = (name: string): number => Number(rows.find((row) => row.name === name)?.values.call);
  const more = of(PICKED) - of(ALONE);
  return {
    table: {
      title: "One call of GitHub's document",
      text: "Bytes, as above, of a program that makes one call of 1,223 operations; and what the runtime weighs without any document, which a target below it cannot be reached for.",
      columns: [{ key: "call", title: "min+gzip" }],
      rows,
    },
    targets: [
      target("one call of GitHub's document", of(PICKED), 17_000),
      {
        text: "and at most 1.2 kB more than of a client of one resource",
        figure: `${more} bytes more`,
        reached: more <= 1200,
      },
    ],
  };
}

async function partsTables(): Promise<Table[]> {
  const clients = { agora: "Agora", agoralia: "Agoralia", buena: "Buena", agentref: "AgentRef" };
  const lost = new Map<string, Record<string, number>>();
  const left = new Map<string, Record<string, number>>();
  const modules = new Map<string, Record<string, number>>();
  for (const [vendor, client] of Object.entries(clients)) {
    const parts = await weighParts(vendor, client);
    for (const [part, bytes] of parts.lost) lost.set(part, { ...lost.get(part), [vendor]: bytes });
    for (const [part, bytes] of parts.modules) modules.set(part, { ...modules.get(part), [vendor]: bytes });
    for (const [part, bytes] of parts.left) left.set(part, { ...left.get(part), [vendor]: bytes });
  }
  const columns = Object.keys(clients).map((vendor) => ({ key: vendor, title: vendor }));
  const rowsOf = (parts: typeof lost): Row[] =>
    [...parts].map(([name, values]) => ({ name, ours: true, values }));
  return [
    {
      title: "What the bytes are for",
      text: "Compressed bytes that each of our clients would lose if a part were taken out of it. Parts share words, so that they have no sum.",
      columns,
      rows: rowsOf(lost),
      chart: "agora",
    },
    {
      title: "What would be left",
      text: "Compressed bytes of each of our clients if a part that is promised to all of them were taken out, and those of the lines above it with it. What would be left could not be used; the targets are 12.5, 13.5, 15.5 and 16.5 kB.",
      columns,
      rows: rowsOf(left),
      chart: "agora",
    },
    {
      title: "What each module costs",
      text: `Compressed bytes that each of our clients would lose without one file, of the ${MODULES} that cost most.`,
      columns,
      rows: rowsOf(new Map([...modules].sort(([, a], [, b]) => most(b) - most(a)).slice(0, MODULES))),
    },
  ];
}

const VENDORS = ["agora", "agoralia", "buena", "agentref"];

function declarationsTable(): Table {
  const rows = new Map<string, Record<string, number>>();
  for (const vendor of VENDORS)
    for (const [part, bytes] of weighDeclarations(vendor))
      rows.set(part, { ...rows.get(part), [vendor]: bytes });
  return {
    title: "What declarations are made of",
    text: "Bytes of each package's declarations, but for the types of the whole document, which `./raw` alone brings.",
    columns: VENDORS.map((vendor) => ({ key: vendor, title: vendor })),
    rows: [...rows].map(([name, values]) => ({ name, ours: true, values })),
  };
}

const MODULES = 50;

function most(values: Readonly<Record<string, number>>): number {
  return Math.max(...Object.values(values));
}

interface Weight {
  readonly minified: number;
  readonly gzip: number;
}

async function weigh(program: string): Promise<Weight> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: `${work}clients`, loader: "js" },
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    outdir: "out",
    write: false,
    logLevel: "silent",
  });
  return {
    minified: outputFiles.reduce((sum, { contents }) => sum + contents.length, 0),
    gzip: outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0),
  };
}
