import { runSuites } from "./suites.ts";

/** They mostly wait for quotas. On a busy machine their timers come late, and servers refuse them for it. */
const FLEETS = ["@trunkline/redis", "@trunkline/example-fleet"];
/** It measures how time grows with a document, which other work would disturb. */
const TIMED = "@trunkline/generator";

const only = FLEETS.map((name) => `--filter=${name}`);
const others = [...FLEETS, TIMED].map((name) => `--filter=!${name}`);

// What takes minutes: the generator on documents of strangers, and on hostile ones; a vendor's own client before a mock of
// our document; fleets, and uploads that are killed.
await runSuites(
  ["test:full", ...only, "--concurrency=2", "--continue"],
  ["test:full", `--filter=${TIMED}`, "--continue"],
  // Two at a time: with more of them the machine is so busy that faults give up on what takes long.
  ["test:full", ...others, "--concurrency=2", "--continue"],
);
