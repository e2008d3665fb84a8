import { runSuites } from "./suites.ts";

/** They wait for quotas nearly all the time, and are refused where a busy machine keeps them from their clocks. */
const FLEETS = ["@trunkline/redis", "@trunkline/example-fleet"];
/** Whether time grows as a document does is not told on a busy machine. */
const TIMED = "@trunkline/generator";

const only = FLEETS.map((name) => `--filter=${name}`);
const others = [...FLEETS, TIMED].map((name) => `--filter=!${name}`);

// What takes minutes: the generator on documents of strangers, and on hostile ones; a vendor's own client before a mock of
// our document; fleets, and uploads that are killed.
await runSuites(
  ["test:full", ...only, "--concurrency=2", "--continue"],
  ["test:full", `--filter=${TIMED}`, "--continue"],
  // Two at a time, of which the documents take two processors: faults give up on what takes long.
  ["test:full", ...others, "--concurrency=2", "--continue"],
);
