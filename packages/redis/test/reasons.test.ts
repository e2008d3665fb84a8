import { expect, it } from "vitest";
import { runnerOf } from "../src/scripts-runner.ts";

const command = ', command was: [["evalsha","canary"]]';

it.each<[said: string, told: RegExp, mayPass: boolean]>([
  ["NOAUTH Authentication required.", /refuses the user name or password/, false],
  [
    "WRONGPASS invalid username-password pair or user is disabled.",
    /refuses the user name or password/,
    false,
  ],
  ["NOPERM this user has no permissions to run the 'evalsha' command", /its user may not run/, false],
  [
    "ERR The user executing the script can't run this command or subcommand script: 0a, on @user_script:5.",
    /its user may not run/,
    false,
  ],
  [
    "ACL failure in script: User canary has no permissions to run the 'set' command",
    /its user may not run/,
    false,
  ],
  ["READONLY You can't write against a read only replica.", /a replica that takes no writes/, false],
  [
    "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
    /lost its primary/,
    false,
  ],
  ["OOM command not allowed when used memory > 'maxmemory'.", /memory is full/, false],
  ["MISCONF Redis is configured to save RDB snapshots", /cannot write to its disk/, false],
  ["DENIED Redis is running in protected mode because", /protected mode/, false],
  ["WRONGTYPE Operation against a key holding the wrong kind of value", /holds something else/, false],
  ["ERR unknown command 'EVALSHA'", /does not know EVALSHA/, false],
  ["NOREPLICAS Not enough good replicas to write.", /too few replicas/, true],
  ["LOADING Redis is loading the dataset in memory", /is loading its data/, true],
  ["BUSY Redis is busy running a script.", /busy with a script/, true],
  ["ERR max number of clients reached", /takes no more clients/, true],
  ["CLUSTERDOWN The cluster is down", /cluster is not ready/, true],
  [`Command failed: NOREPLICAS Not enough good replicas${command}`, /too few replicas/, true],
  ['Command failed: ERR no, command was: [["evalsha","READONLY"]]', /answered with an error/, true],
  ["connect ECONNREFUSED 127.0.0.1:6379", /the connection failed/, true],
])("%s", async (said, told, mayPass) => {
  const fails = (): Promise<never> => Promise.reject(new Error(said));
  const runner = runnerOf({ evalsha: fails, eval: fails }, "client");
  const error = await runner.run("return 1", [], []).catch((thrown: Error) => thrown);
  expect(error).toMatchObject({ mayPass, message: expect.stringMatching(told) });
  expect(String(error)).not.toMatch(/canary|127/);
});
