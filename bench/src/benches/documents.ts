import { load } from "../machine.ts";
import type { Bench, Row, Table } from "../result.ts";
import { add } from "../strangers/add.ts";
import { keep, keptOf, type Tried } from "../strangers/kept.ts";
import { PEERS, type Taken, take } from "../strangers/peers.ts";
import { listedStrangers, pathOf, type Stranger, titleOf } from "../strangers/strangers.ts";
import { installTools } from "../strangers/tools.ts";

/** Documents that are tried at the same time, so that a run ends within an hour. */
const AT_ONCE = 2;

/** What the command makes of documents that nobody here has seen. */
export const documents: Bench = {
  name: "documents",
  title: "Documents that nobody here has seen",
  takes: { titles: async () => (await listedStrangers()).map(titleOf), flags: ["--resume", "--ours"] },
  async run(asked) {
    const build = await installTools();
    const waiting = await strangersToTry(asked, build);
    const peersOf = asked.includes("--ours") ? keptPeers : tryPeers;
    const work = async (): Promise<void> => {
      for (let stranger = waiting.shift(); stranger !== undefined; stranger = waiting.shift()) {
        const one = await tryOne(stranger, build, peersOf);
        await keep(one);
        console.log(`${titleOf(stranger)}: ${one.ours.isGreen ? "green" : one.ours.reason}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const tried = await keptOf(await listedStrangers());
    return { tables: [oursTable(tried), peersTable(tried)], targets: targetsOf(tried) };
  },
};

/** All of the list, or those that are asked for; with `--resume` only those that this build was not tried on. */
async function strangersToTry(asked: readonly string[], build: string): Promise<Stranger[]> {
  const titles = asked.filter((one) => !one.startsWith("--"));
  const strangers = await listedStrangers();
  const wanted = strangers.filter((one) => titles.length === 0 || titles.includes(titleOf(one)));
  if (!asked.includes("--resume")) return wanted;
  const done = (await keptOf(wanted))
    .filter((one) => one.build === build)
    .map(({ stranger }) => titleOf(stranger));
  return wanted.filter((one) => !done.includes(titleOf(one)));
}

async function tryOne(stranger: Stranger, build: string, peersOf: typeof tryPeers): Promise<Tried> {
  const path = await pathOf(stranger);
  const context = { stranger, build, measured: new Date().toISOString().slice(0, 10), load: load() };
  const ours = await add(nameOf(stranger), path);
  const { heyApi, redocly } = await peersOf(stranger, path);
  return { ...context, ours, heyApi, redocly };
}

type Peers = Pick<Tried, "heyApi" | "redocly">;

async function tryPeers(stranger: Stranger, path: string): Promise<Peers> {
  const name = nameOf(stranger);
  const heyApi = await take(PEERS.heyApi, name, path);
  return { heyApi, redocly: await take(PEERS.redocly, name, path) };
}

/** What is known of the peers, for which a build of ours makes no difference. */
async function keptPeers(stranger: Stranger, path: string): Promise<Peers> {
  const [kept] = await keptOf([stranger]);
  return kept ?? tryPeers(stranger, path);
}

function nameOf(stranger: Stranger): string {
  return titleOf(stranger).replaceAll("/", "-");
}

function oursTable(tried: readonly Tried[]): Table {
  return {
    title: "`trunkline add`",
    text: "Each document in a workspace of its own, by the packed command: read, generated, built, type-checked, held to the contract suite and the fault suite, checked and packed. Sound = Redocly's `spec` ruleset found no error when the list was made. Seconds and the most memory of the command and its children, two or three documents at a time; load is that of the machine in the minute before. Each row is kept as it is made: the time above is that of the last ones. Types = sources, raw schema and all, under TypeScript 5.9 and 7 with `strict`, `exactOptionalPropertyTypes`, and `skipLibCheck` off.",
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
      { key: "load", title: "load", digits: 1 },
    ],
    rows: tried.map(
      ({ stranger, ours, load }): Row => ({
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
          seconds: ours.seconds,
          megabytes: ours.megabytes,
          load,
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
