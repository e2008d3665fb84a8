import { describe, expect, it } from "vitest";
import { documents, pathOf } from "../src/document/documents.ts";
import { runScript } from "../src/run/child.ts";

const only = process.env.GOLDEN?.split(",");
/** Those that are written here are sound; of the others their authors' examples are judged by benchmarks. */
const own = documents.filter(
  ({ name, package: from, size }) => from === "own" && size === "small" && only?.includes(name) !== false,
);

describe("a sound document", () => {
  it.skipIf(own.length === 0).each(own.map((one) => [one.name, one] as const))(
    "%s is added with its contract and fault suites green",
    { timeout: 600_000 },
    async (name, document) => {
      const script = new URL("../src/run/add-child.ts", import.meta.url);
      const { ok, output } = await runScript<{ readonly ok: boolean; readonly output: string }>(script, [
        name,
        pathOf(document),
      ]);
      expect(ok ? "" : output).toBe("");
      expect(output).toMatch(/✓ contract +(\d+) of \1 cases/);
      // No GET operation of this one answers JSON, so that hardly anything can be tried.
      const mark = name === "three-two" ? "–" : "✓";
      expect(output).toMatch(new RegExp(`${mark} faults +(\\d+) of \\1 promises`));
      expect(output).toMatch(/^Made \d+ operations? and \d+ examples?; left out 0;/m);
    },
  );
});
