import { expect, it } from "vitest";
import { allCases } from "../../src/faults/cases/all.ts";
import { describeFaults } from "../../src/vitest.ts";
import { FOLDER, makePackage } from "../support/every-feature.ts";

// The tests are made of the package, so that it must be there before them.
await makePackage();

/** All of them: a case that no document can reach is not a case. */
const APPLICABLE = 294;

it("leaves no case out", () => {
  expect(allCases.length).toBe(APPLICABLE);
});

describeFaults(FOLDER, { applicable: APPLICABLE });
