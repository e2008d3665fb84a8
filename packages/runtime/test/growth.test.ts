import { beforeAll, describe, expect, it } from "vitest";
import { MOST, TIMES } from "../../house/growth/measure.ts";
import { watchWalks } from "../../house/growth/scans.ts";
import { makeScrubber } from "../src/secrets/scrubber.ts";
import { answers } from "./growth/answers.ts";
import { growthBetween, growthOf, LENGTH } from "./growth/measure.ts";
import { pages } from "./growth/pages.ts";
import { quota } from "./growth/quota.ts";
import { requests } from "./growth/requests.ts";
import { secrets } from "./growth/secrets.ts";
import { sizes } from "./growth/sizes.ts";
import { webhooks } from "./growth/webhooks.ts";

let uncalled: () => Promise<readonly string[]>;
beforeAll(async () => {
  uncalled = await watchWalks(new URL("../src/", import.meta.url));
});

describe("time grows with the text, and no faster, of", () => {
  it.each(Object.entries({ ...secrets, ...answers, ...pages, ...requests, ...quota, ...webhooks }))(
    "%s",
    async (_, run) => {
      expect(await growthOf(run)).toBeLessThan(MOST);
    },
  );

  it.each(Object.entries(sizes))("%s", async (_, run) => {
    expect(await growthBetween(run, [LENGTH], [LENGTH * TIMES])).toBeLessThan(MOST);
  });

  it.each<[string, (text: string) => unknown]>([
    ["a pattern that tries all beginnings", (text) => /a*!/.test(text)],
    [
      "a list that is copied for each item",
      (text) => [...text].reduce<string[]>((all, one) => all.concat(one), []),
    ],
  ])("what it is measured by tells %s", async (_, run) => {
    // Long enough to be told, and no longer: what is too slow goes through all rounds.
    const length = LENGTH / 2;
    expect(await growthBetween(run, ["a".repeat(length)], ["a".repeat(length * TIMES)])).toBeGreaterThan(
      MOST,
    );
  });

  it("secrets of the longest kind in the longest body that is kept", async () => {
    const secrets = (length: number): string[] => [
      `${"a".repeat(length)}b`,
      `b${"a".repeat(length)}`,
      "\\".repeat(length),
    ];
    const run = (length: number) => () =>
      makeScrubber(secrets(length / 4)).cut(`${"a".repeat(length)}${"\\".repeat(length)}`);
    const most = await growthBetween((length) => run(length)(), [8192], [65_536]);
    expect(most).toBeLessThan(MOST);
  });
});

/** What no stranger's text reaches: it walks over what a document declares or a caller's own code gives. */
const OTHERS: readonly string[] = [
  // The caller's own rows, and the options for them.
  "bulk/bulk-error.ts: (module)",
  "bulk/cutter.ts: (module)",
  "bulk/fates.ts: (module)",
  "bulk/ledger.ts: (module)",
  "bulk/run.ts: (module)",
  "bulk/settings.ts: (module)",
  // As many as the calls that wait for one signal.
  "clock/on-abort.ts: listener",
  "credentials/basic.ts: known",
  "credentials/choose-schemes.ts: chooseAlternative",
  "errors/guards.ts: (module)",
  // As many as the calls that wait, and as a window's limit.
  "quota/memory-store.ts: letGo",
  "quota/memory-store.ts: settle",
  "quota/window-log.ts: fill",
  "raw/raw-options.ts: elsewhere",
  "request/check-dispatcher.ts: (module)",
  // As many as the operations of a client, and its calls that wait.
  "retry/holds.ts: begin",
  "retry/holds.ts: join",
  "retry/policy.ts: (module)",
];

it("no function that walks over something is missing in the table", async () => {
  // A row for it, please; or a line above, where what it walks over is short whatever a stranger sends.
  expect((await uncalled()).filter((name) => !OTHERS.includes(name))).toEqual([]);
});
