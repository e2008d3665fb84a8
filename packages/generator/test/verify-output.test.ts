import { describe, expect, it } from "vitest";
import { verifyOutput } from "../src/verify/verify-output.ts";

const rows: [name: string, text: string, fault: RegExp | undefined][] = [
  ["declarations only", 'export const a: number = 1;\nexport * from "./b.js";', undefined],
  ["the runtime", 'import { APIClient } from "@trunkline/runtime/client";', undefined],
  [
    "a statement that runs",
    "export const a = 1;\nconsole.log(a);",
    /src\/a\.ts:1 has a statement of kind ExpressionStatement/,
  ],
  ["a block", "{ let a = 1; }", /kind Block/],
  ["a foreign module", 'import "node:fs";', /imports "node:fs"/],
  ["a file outside the package", 'import { b } from "../../b.js";', /imports "\.\.\/\.\.\/b\.js"/],
  ["a comment that was closed", "/** a */ b */ export const c = 1;", /is no TypeScript/],
];

describe("verification of emitted files", () => {
  it.each(rows)("%s", (_name, text, fault) => {
    const files = new Map([
      ["src/a.ts", text],
      ["src/b.ts", ""],
    ]);
    const faults = verifyOutput(files);
    if (fault) expect(faults.join("\n")).toMatch(fault);
    else expect(faults).toEqual([]);
  });
});
