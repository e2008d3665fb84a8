import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { allCases } from "../../src/faults/cases/all.ts";
import { describeFaults } from "../../src/vitest.ts";
import { FOLDER, makePackage } from "../support/every-feature.ts";

// The tests are made of the package, so that it must be there before them.
await makePackage();

/** All of them: a case that no document can reach is not a case. */
const APPLICABLE = 306;

it("leaves no case out, nor does the README", () => {
  expect(allCases.length).toBe(APPLICABLE);
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const groups = [...new Set(allCases.map(({ id }) => id.slice(0, id.indexOf("/"))))];
  expect(readme).toContain(`${APPLICABLE} cases in thirteen groups: ${groups.join(", ")}.`);
});

describeFaults(FOLDER, { applicable: APPLICABLE });
