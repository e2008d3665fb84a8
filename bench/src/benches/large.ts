import { mkdir, readFile, writeFile } from "node:fs/promises";
import { documentOf } from "../documents.ts";
import { repository, work } from "../folders.ts";
import { GENERATORS, generate } from "../generators.ts";
import type { Bench, Row, Target } from "../result.ts";
import { type Ran, reasonOf, run } from "../run.ts";
import { median } from "../stats.ts";
import { type Added, add } from "../strangers/add.ts";
import { installTools } from "../strangers/tools.ts";

/** Operations of the document that is larger than any that is published. */
const MANY = 3000;

/** A round takes minutes. */
const ROUNDS = 1;

const AGAIN = 5;

/** What large documents cost, and what it costs that nothing has changed. */
export const large: Bench = {
  name: "large",
  title: "What a large document costs",
  async run() {
    const github = documentOf("github");
    const larger = await enlarged(github.path);
    // This machine may be busy. What a document may take of memory stays as it is by itself, but for the larger one.
    const ours = { ...GENERATORS.trunkline, args: withLimits(["--time-limit", "600"]) };
    const unbounded = { ...ours, args: withLimits(["--time-limit", "600", "--memory-limit", "6000"]) };
    const few: Ran[] = [];
    const peer: Ran[] = [];
    const many: Ran[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      few.push((await generate(ours, github, 600)).ran);
      peer.push((await generate(GENERATORS.heyApi, github, 600)).ran);
      many.push((await generate(unbounded, larger, 900)).ran);
    }
    const again: Ran[] = [];
    for (let round = 0; round <= AGAIN; round++) again.push(await regenerate());
    await installTools();
    const added = await add("github", github.path);
    const rows = [
      rowOf("GitHub's, `generate`", few, 1223, true),
      rowOf("GitHub's, hey-api", peer, 1223, false),
      rowOf(`${MANY} operations, \`generate\``, many, MANY, true),
      // The first makes what the others find unchanged.
      rowOf("nothing changed, the four vendors of this repository", again.slice(1), undefined, true),
      rowOfAdded(added),
    ];
    return {
      tables: [
        {
          title: "Large documents",
          text: `Seconds by the clock from start to end of the command, those of processors for it and all that it started, and the most memory of the program and its children at any moment: each once, in turn, and the median of ${AGAIN} where nothing changed. The document of ${MANY} operations is GitHub's with its paths again under further prefixes. \`add\` makes the package, builds and checks it, runs both suites and packs it, once.`,
          columns: [
            { key: "seconds", title: "seconds", digits: 2 },
            { key: "cpu", title: "of a processor", digits: 2 },
            { key: "each", title: "ms an operation", digits: 1 },
            { key: "megabytes", title: "MB" },
            { key: "found", title: "found" },
          ],
          rows,
        },
      ],
      targets: targetsOf({ few, peer, many, again: again.slice(1), added }),
    };
  },
};

interface Measured {
  readonly few: readonly Ran[];
  readonly peer: readonly Ran[];
  readonly many: readonly Ran[];
  readonly again: readonly Ran[];
  readonly added: Added;
}

function targetsOf({ few, peer, many, again, added }: Measured): readonly Target[] {
  const [ours, theirs] = [secondsOf(few), secondsOf(peer)];
  const growth = secondsOf(many) / MANY / (ours / 1223);
  const nothing = secondsOf(again);
  return [
    {
      text: "GitHub's through generate: at most hey-api's time",
      figure: `${ours.toFixed(1)} s against ${theirs.toFixed(1)} s`,
      reached: ours <= theirs,
    },
    {
      text: "GitHub's through generate: at most hey-api's memory",
      figure: `${megabytesOf(few).toFixed(0)} MB against ${megabytesOf(peer).toFixed(0)} MB`,
      reached: megabytesOf(few) <= megabytesOf(peer),
    },
    {
      text: `${MANY} operations: at most 2.5 × GitHub's cost of an operation`,
      figure: `${growth.toFixed(2)} ×`,
      reached: growth <= 2.5,
    },
    {
      text: "nothing changed, four vendors: at most 0.3 s",
      figure: `${nothing.toFixed(2)} s`,
      reached: nothing <= 0.3,
    },
    {
      text: "GitHub's through add, within its bounds: green",
      figure: added.isGreen ? `contract ${added.contract}, faults ${added.faults}` : added.reason,
      reached: added.isGreen,
    },
  ];
}

function withLimits(limits: readonly string[]): (typeof GENERATORS.trunkline)["args"] {
  return () => [`${repository}packages/cli/bin/trunkline.cjs`, "generate", ...limits];
}

/** GitHub's document with its paths again, under as many prefixes as it takes. */
async function enlarged(path: string): Promise<Parameters<typeof generate>[1]> {
  const document = JSON.parse(await readFile(path, "utf8")) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  const paths: Record<string, Record<string, unknown>> = {};
  let operations = 0;
  for (let copy = 0; operations < MANY; copy++) {
    for (const [template, item] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(item)) {
        if (operations === MANY) break;
        operations += 1;
        const to = copy === 0 ? template : `/copy${copy}${template}`;
        paths[to] = { ...paths[to], [method]: copy === 0 ? operation : copied(operation, copy) };
      }
    }
  }
  await mkdir(`${work}large`, { recursive: true });
  const file = `${work}large/many.json`;
  await writeFile(file, JSON.stringify({ ...document, paths }));
  return { name: "many" as never, title: `${MANY} operations`, path: file };
}

function copied(operation: unknown, copy: number): unknown {
  const { operationId, tags = [], ...rest } = operation as { operationId?: string; tags?: string[] };
  return {
    ...rest,
    operationId: operationId?.replace("/", `-copy${copy}/`),
    tags: tags.map((tag) => `${tag}-copy${copy}`),
  };
}

function regenerate(): Promise<Ran> {
  return run("node", [`${repository}packages/cli/bin/trunkline.cjs`, "generate"], {
    cwd: repository,
    memory: true,
  });
}

function rowOf(name: string, ran: readonly Ran[], operations: number | undefined, ours: boolean): Row {
  const failed = ran.find(({ code }) => code !== 0);
  if (failed !== undefined)
    return { name, ours, values: {}, failed: { ran: name, reason: reasonOf(failed) } };
  const seconds = secondsOf(ran);
  return {
    name,
    ours,
    values: {
      seconds,
      cpu: median(ran.map(({ cpuSeconds }) => cpuSeconds)),
      each: operations === undefined ? "" : (seconds / operations) * 1000,
      megabytes: megabytesOf(ran),
      found: "",
    },
  };
}

function rowOfAdded({ seconds, megabytes, operations, contract, faults, isGreen }: Added): Row {
  return {
    name: "GitHub's, `add` with all that it proves",
    ours: true,
    values: {
      seconds,
      cpu: "",
      each: (seconds / operations) * 1000,
      megabytes,
      found: `${isGreen ? "green" : "red"}: contract ${contract}, faults ${faults}`,
    },
  };
}

function secondsOf(ran: readonly Ran[]): number {
  return median(ran.map(({ seconds }) => seconds));
}

function megabytesOf(ran: readonly Ran[]): number {
  return median(ran.map(({ megabytes }) => megabytes));
}
