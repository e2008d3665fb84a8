import { beforeAll, describe, expect, it } from "vitest";
import { runCase } from "../../src/faults/run-case.ts";
import { prepareFaults } from "../../src/faults/run-faults.ts";
import { readTarget, type Target } from "../../src/faults/target/target.ts";
import type { ClientModule } from "../../src/index.ts";
import { FOLDER, makePackage } from "../support/every-feature.ts";
import { MUTATIONS, reset } from "./mutations.ts";
import { PASSES } from "./naive-passes.ts";

/** Cannot be broken within a test: vitest itself fails on an unhandled rejection. */
const UNBREAKABLE = ["resources/unhandled-rejections"];

describe("a client with one fault", () => {
  let target: Target;
  let module: ClientModule;
  beforeAll(async () => {
    await makePackage("mutations");
    target = readTarget(`${FOLDER}-mutations`);
    module = await target.load();
  }, 60_000);

  it("is there for every case that the naive client passes", () => {
    expect([...Object.keys(MUTATIONS), ...UNBREAKABLE].sort()).toEqual(Object.keys(PASSES).sort());
  });

  it.each(Object.entries(MUTATIONS))("fails %s", { timeout: 20_000 }, async (id, mutate) => {
    reset();
    const prepared = prepareFaults(target, { cases: [id] });
    const cells = await Promise.all(prepared.map((one) => runCase(one, target, mutate(module), 3000)));
    expect(cells).toMatchObject([{ id, verdict: "fail" }]);
  });
});
