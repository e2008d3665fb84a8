import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { drawChart } from "./charts.ts";
import { here } from "./folders.ts";
import type { Machine } from "./machine.ts";
import { NOTES } from "./notes.ts";
import type { Result } from "./result.ts";
import { formatTable } from "./table.ts";

/** What a run of a bench leaves in `results/`. */
export interface Recorded extends Result {
  readonly bench: string;
  readonly title: string;
  /** Day of the run. */
  readonly measured: string;
  /** Load of the machine in the minute before. */
  readonly load: number;
  readonly machine: Machine;
  readonly seconds: number;
  readonly versions: Readonly<Record<string, string>>;
}

/** Writes RESULTS.md and its charts from what the last run of each bench left. */
export async function writeReport(names: readonly string[]): Promise<void> {
  const recorded: Recorded[] = [];
  for (const name of names) {
    const text = await readFile(`${here}results/${name}.json`, "utf8").catch(() => undefined);
    if (text !== undefined) recorded.push(JSON.parse(text) as Recorded);
  }
  await rm(`${here}charts`, { recursive: true, force: true });
  await mkdir(`${here}charts`, { recursive: true });
  const sections: string[] = [];
  for (const result of recorded) sections.push(await formatBench(result));
  const parts = [INTRODUCTION, formatTargets(recorded), ...sections, formatVersions(recorded)];
  await writeFile(`${here}RESULTS.md`, `${parts.join("\n\n")}\n`);
}

const INTRODUCTION = `# Results

The last run of each bench, written by \`pnpm bench\`. [README.md](README.md) tells what is compared and how. Figures of
different machines cannot be compared; ratios within a run can, more or less.

To repeat it, in a fresh clone: \`npx -y pnpm@12.21.0 install\`, then \`npx -y pnpm@12.21.0 bench\`, or
\`npx -y pnpm@12.21.0 bench call\` for one.`;

function formatTargets(recorded: readonly Recorded[]): string {
  const lines = recorded.flatMap(({ bench, targets }) =>
    targets.map(
      ({ text, figure, reached }) => `| ${bench} | ${text} | ${figure} | ${reached ? "yes" : "**no**"} |`,
    ),
  );
  return [
    "## Targets",
    "",
    "| Bench | To reach | Measured | Reached |",
    "| --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}

async function formatBench(result: Recorded): Promise<string> {
  const { bench, title, tables, measured, load, machine, seconds } = result;
  const lines = [
    `## ${title}`,
    "",
    `\`pnpm bench ${bench}\`, ${measured}, ${seconds} s; ${machine.cpu}, ${machine.cores} cores, ${machine.memory}, ${machine.system}, Node ${machine.node}; load of the minute before: ${load}.`,
  ];
  for (const [i, table] of tables.entries()) {
    lines.push("", `### ${table.title}`, "", table.text, "", formatTable(table));
    if (table.chart === undefined) continue;
    const chart = `charts/${bench}-${i + 1}.svg`;
    await writeFile(`${here}${chart}`, await drawChart(table, table.chart));
    lines.push("", `![${table.title}](${chart})`);
  }
  const missed = result.targets.some(({ reached }) => !reached);
  const notes = NOTES[bench] ?? [];
  if (missed && notes.length > 0)
    lines.push("", "What is in the way:", "", ...notes.map((note) => `- ${note}`));
  return lines.join("\n");
}

function formatVersions(recorded: readonly Recorded[]): string {
  const versions = Object.assign({}, ...recorded.map((one) => one.versions)) as Record<string, string>;
  const lines = Object.entries(versions).map(([name, version]) => `| ${name} | ${version} |`);
  return ["## Versions", "", "| Package | Version |", "| --- | --- |", ...lines].join("\n");
}
