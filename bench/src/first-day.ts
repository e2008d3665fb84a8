import { repository } from "./folders.ts";
import type { Row, Table } from "./result.ts";
import { must } from "./run.ts";

interface Timed {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly lines: readonly { readonly text: string; readonly seconds: number }[];
}

/** What `init` and `add` of a document of twenty operations take, step by step. */
export async function firstDay(): Promise<{ readonly table: Table; readonly seconds: number }> {
  const printed = await must("node", ["scripts/time-first-day.ts"], { cwd: repository, limit: 900 });
  const { init, add } = JSON.parse(printed) as Readonly<Record<"init" | "add", Timed>>;
  const steps = add.lines.flatMap(({ text, seconds }): Row[] => {
    const name = /^✓ (\S+)/.exec(text)?.[1];
    return name === undefined ? [] : [{ name: `… ${name}`, values: { seconds } }];
  });
  const rows = [rowOf("init, with npx", init), rowOf("add, with npx", add), ...steps];
  return {
    seconds: init.seconds + add.seconds,
    table: {
      title: "A first day",
      text: "`npx -p @trunkline/cli trunkline init` in an empty folder and `trunkline add` of a document of twenty operations: the command is installed, the workspace made, the package generated, installed, built, checked, packed and proven. Packages from npm's cache; seconds by the clock, and of CPU with all that the command starts. Below `add`, until the line of each step is printed: the contract suite runs beside the checks of types and of the package.",
      columns: [
        { key: "seconds", title: "seconds", digits: 1 },
        { key: "cpu", title: "of CPU", digits: 1 },
      ],
      rows,
    },
  };
}

function rowOf(name: string, { seconds, cpuSeconds }: Timed): Row {
  return { name, ours: true, values: { seconds, cpu: cpuSeconds } };
}
