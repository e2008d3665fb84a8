import { work } from "../folders.ts";
import type { Bench, Row, Table, Target } from "../result.ts";
import { reasonOf, run } from "../run.ts";
import { median, medianRatio } from "../stats.ts";

const ROUNDS = 4;

/** What an error costs beside a success, and writing a body beside `JSON.stringify`. */
export const cost: Bench = {
  name: "cost",
  title: "Errors and bodies",
  async run() {
    const errors = await compare("error.mjs", [], "success", "error");
    const rows = await compare("json.mjs", ["rows"], "native", "ours");
    const shapes = await compare("json.mjs", ["shapes"], "native", "ours");
    const read = [
      ["no integer beyond 2^53", await compare("integers.mjs", ["none"], "native", "ours")],
      ["one of 3,000 rows with one", await compare("integers.mjs", ["one"], "native", "ours")],
      ["each row with one, as a number", await compare("integers.mjs", ["all"], "native", "ours")],
      ["each row with one, as a bigint", await compare("integers.mjs", ["exact"], "native", "ours")],
    ] as const;
    const target = (what: string, ratio: number, most: number, beside: string): Target => ({
      text: `${what}: at most ${most} × ${beside}`,
      figure: `${ratio.toFixed(2)} ×`,
      reached: ratio <= most,
    });
    const row = (name: string, { first, second, ratio }: Compared): Row => ({
      name,
      ours: true,
      values: { first, second, ratio },
    });
    const columns = (first: string, second: string): Table["columns"] => [
      { key: "first", title: first, digits: 1 },
      { key: "second", title: second, digits: 1 },
      { key: "ratio", title: "ratio", digits: 2 },
    ];
    return {
      tables: [
        {
          title: "An answer that is an error",
          text: `Microseconds of CPU of a typed list call of AgentRef with a key of 28 characters, over a stub \`fetch\`: with a page of two programs, and with a 400 of two field errors, whose body and header are searched for the key. ${ROUNDS} rounds, each a process of its own; medians.`,
          columns: columns("success, µs", "error, µs"),
          rows: [row("@trunkline/agentref", errors)],
          chart: "ratio",
        },
        {
          title: "Writing a body of 3 MB",
          text: `Milliseconds of CPU, by \`JSON.stringify\` and by a client, which refuses what JSON cannot express. Rows of one shape, and of many shapes, as a program that runs for a while has seen them. ${ROUNDS} rounds, each a process of its own; medians.`,
          columns: columns("JSON.stringify, ms", "client, ms"),
          rows: [row("rows of one shape", rows), row("rows of many shapes", shapes)],
          chart: "ratio",
        },
        {
          title: "Reading a body of 700 kB",
          text: `Milliseconds of CPU, by \`JSON.parse\` and by a client, over a stub \`fetch\`. A client remembers integers that a number rounds with all their digits, for cursors and where the document asks for bigints (\`int64\`). ${ROUNDS} rounds, each a process of its own; medians.`,
          columns: columns("JSON.parse, ms", "client, ms"),
          rows: read.map(([name, compared]) => row(name, compared)),
          chart: "ratio",
        },
      ],
      targets: [
        target("an error with a key", errors.ratio, 1.5, "a success"),
        target("writing rows of one shape", rows.ratio, 1.2, "JSON.stringify"),
        target("writing rows of many shapes", shapes.ratio, 1.2, "JSON.stringify"),
      ],
    };
  },
};

interface Compared {
  readonly first: number;
  readonly second: number;
  readonly ratio: number;
}

async function compare(
  program: string,
  args: readonly string[],
  first: string,
  second: string,
): Promise<Compared> {
  const firsts: number[] = [];
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const ran = await run("node", [`${work}programs/cost/${program}`, ...args], { limit: 120 });
    if (ran.code !== 0) throw new Error(`cost/${program}: ${reasonOf(ran)}`);
    const measured = JSON.parse(ran.stdout) as Record<string, number[]>;
    firsts.push(median(measured[first] ?? []));
    seconds.push(median(measured[second] ?? []));
  }
  return { first: median(firsts), second: median(seconds), ratio: medianRatio(seconds, firsts) };
}
