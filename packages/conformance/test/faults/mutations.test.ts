import { beforeAll, describe, expect, it } from "vitest";
import { readTarget } from "../../src/faults/target/target.ts";
import { type ClientModule, runFaults } from "../../src/index.ts";
import { FOLDER, makePackage } from "../support/every-feature.ts";
import { MUTATIONS, reset } from "./mutations.ts";
import { PASSES } from "./naive-passes.ts";

/** Cannot be broken within a test: vitest itself fails on an unhandled rejection. */
const UNBREAKABLE = ["resources/unhandled-rejections"];

describe("a client with one fault", () => {
  let module: ClientModule;
  beforeAll(async () => {
    await makePackage("mutations");
    module = await readTarget(`${FOLDER}-mutations`).load();
  }, 60_000);

  it("is there for every case that the naive client passes", () => {
    expect([...Object.keys(MUTATIONS), ...UNBREAKABLE].sort()).toEqual(Object.keys(PASSES).sort());
  });

  it.each(Object.entries(MUTATIONS))("fails %s", { timeout: 20_000 }, async (id, mutate) => {
    reset();
    const report = await runFaults(`${FOLDER}-mutations`, {
      cases: [id],
      module: mutate(module),
      deadline: 3000,
    });
    expect(report.cells).toMatchObject([{ id, verdict: "fail" }]);
  });
});
