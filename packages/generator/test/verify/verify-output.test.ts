import { beforeAll, describe, expect, it } from "vitest";
import { type Origin, verifyOutput } from "../../src/verify/verify-output.ts";
import { shopPackage } from "../untrusted/packages.ts";
import { tampered } from "../untrusted/tampered.ts";

let files: ReadonlyMap<string, string>;
let origin: Origin;
beforeAll(async () => {
  ({ files, origin } = await shopPackage());
});

describe("verification of emitted files", () => {
  it("finds nothing in what the emitter writes", () => {
    expect(verifyOutput(files, origin)).toEqual([]);
  });

  it.each(tampered)("%s: %s becomes %j", (name, from, to, fault) => {
    const before = files.get(name) ?? "";
    const after = before.replace(from, () => to);
    expect(after).not.toBe(before);
    expect(verifyOutput(new Map([...files, [name, after]]), origin).join("\n")).toMatch(fault);
  });

  it("refuses files that no package has, and misses none", () => {
    expect(verifyOutput(new Map([...files, ["src/../../x.ts", ""]]), origin)).toEqual([
      "src/../../x.ts is not a file of a package",
    ]);
    const some = new Map([...files].filter(([name]) => name !== "src/errors.ts"));
    expect(verifyOutput(some, origin).join("\n")).toContain("src/errors.ts is missing");
  });
});
