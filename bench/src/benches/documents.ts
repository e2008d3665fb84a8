import type { Bench, Row, Table } from "../result.ts";
import { type Added, add } from "../strangers/add.ts";
import { PEERS, type Taken, take } from "../strangers/peers.ts";
import { listedStrangers, pathOf, type Stranger, titleOf } from "../strangers/strangers.ts";
import { installTools } from "../strangers/tools.ts";

interface Tried {
  readonly stranger: Stranger;
  readonly ours: Added;
  readonly heyApi: Taken;
  readonly redocly: Taken;
}

/** Documents that are tried at the same time, so that a run ends within an hour. */
const AT_ONCE = 2;

/** What the command makes of documents that nobody here has seen. */
export const documents: Bench = {
  name: "documents",
  title: "Documents that nobody here has seen",
  async run() {
    await installTools();
    const strangers = await listedStrangers();
    const tried: Tried[] = [];
    const waiting = [...strangers.entries()];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, stranger] = next;
        const one = await tryOne(stranger, String(index));
        tried[index] = one;
        console.log(`${titleOf(stranger)}: ${one.ours.isGreen ? "green" : one.ours.reason}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return { tables: [oursTable(tried), peersTable(tried)], targets: targetsOf(tried) };
  },
};

async function tryOne(stranger: Stranger, name: string): Promise<Tried> {
  const path = await pathOf(stranger);
  const ours = await add(name, path);
  const heyApi = await take(PEERS.heyApi, name, path);
  const redocly = await take(PEERS.redocly, name, path);
  return { stranger, ours, heyApi, redocly };
}

function oursTable(tried: readonly Tried[]): Table {
  return {
    title: "`trunkline add`",
    text: "Each document in a workspace of its own, by the packed command: read, generated, built, type-checked, held to the contract suite and the fault suite, checked and packed. Sound = Redocly's `spec` ruleset found no error when the list was made. Seconds and the most memory of the command and its children, two documents at a time. Types = sources, raw schema and all, under TypeScript 5.9 and 7 with `strict`, `exactOptionalPropertyTypes`, and `skipLibCheck` off.",
    columns: [
      { key: "openapi", title: "version" },
      { key: "sound", title: "sound" },
      { key: "end", title: "end" },
      { key: "operations", title: "operations" },
      { key: "leftOut", title: "left out" },
      { key: "warnings", title: "warnings" },
      { key: "contract", title: "contract" },
      { key: "faults", title: "faults" },
      { key: "types", title: "types" },
      { key: "seconds", title: "seconds", digits: 1 },
      { key: "megabytes", title: "MB" },
    ],
    rows: tried.map(
      ({ stranger, ours }): Row => ({
        name: titleOf(stranger),
        ours: true,
        values: {
          openapi: stranger.openapi,
          sound: soundOf(stranger),
          end: ours.isGreen ? "green" : ours.isMade ? "red" : "refused",
          operations: ours.isMade ? ours.operations : "",
          leftOut: ours.isMade ? ours.leftOut : "",
          warnings: ours.isMade ? ours.warnings : "",
          contract: ours.contract,
          faults: ours.faults,
          types: ours.types,
          seconds: ours.ran.seconds,
          megabytes: ours.ran.megabytes,
        },
        ...(ours.isGreen ? {} : { failed: { ran: "trunkline add", reason: ours.reason } }),
      }),
    ),
  };
}

function peersTable(tried: readonly Tried[]): Table {
  const cells = (prefix: string, { isTaken, types, seconds, megabytes }: Taken): Row["values"] => ({
    [`${prefix}Types`]: isTaken ? types : "refused",
    [`${prefix}Seconds`]: seconds,
    [`${prefix}Megabytes`]: megabytes,
  });
  const columns = (prefix: string, title: string): Table["columns"] => [
    { key: `${prefix}Types`, title: `${title}: types` },
    { key: `${prefix}Seconds`, title: "seconds", digits: 1 },
    { key: `${prefix}Megabytes`, title: "MB" },
  ];
  return {
    title: "The same documents beside others",
    text: "A client by each project's own command, which neither builds nor proves it: seconds and memory of that alone. Types as above, but without `exactOptionalPropertyTypes`, which they do not promise.",
    columns: [
      { key: "sound", title: "sound" },
      ...columns("heyApi", "hey-api"),
      ...columns("redocly", "Redocly"),
    ],
    rows: tried.map(({ stranger, heyApi, redocly }) => ({
      name: titleOf(stranger),
      values: { sound: soundOf(stranger), ...cells("heyApi", heyApi), ...cells("redocly", redocly) },
    })),
  };
}

function soundOf({ errors }: Stranger): string {
  return errors === 0 ? "yes" : `${errors} errors`;
}

function targetsOf(tried: readonly Tried[]): { text: string; figure: string; reached: boolean }[] {
  const none = (text: string, isWrong: (one: Tried) => boolean) => {
    const found = tried.filter(isWrong).map(({ stranger }) => titleOf(stranger));
    const figure = found.length === 0 ? "0" : `${found.length}: ${found.join(", ")}`;
    return { text, figure, reached: found.length === 0 };
  };
  const isSound = ({ stranger }: Tried): boolean => stranger.errors === 0;
  const isTaken = ({ heyApi, redocly }: Tried): boolean => heyApi.isTaken || redocly.isTaken;
  return [
    none(
      "sound documents that a peer takes and we refuse: 0",
      (one) => isSound(one) && isTaken(one) && !one.ours.isMade,
    ),
    none("sound documents that end red: 0", (one) => isSound(one) && !one.ours.isGreen),
    none("any documents that a peer takes and we refuse: 0", (one) => isTaken(one) && !one.ours.isMade),
    none("packages that do not compile: 0", ({ ours }) => ours.isMade && ours.types !== "yes"),
  ];
}
