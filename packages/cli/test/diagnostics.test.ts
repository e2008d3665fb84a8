import { stripVTControlCharacters } from "node:util";
import type { Diagnostic } from "@trunkline/generator";
import { describe, expect, it } from "vitest";
import { formatDiagnostics } from "../src/generate/diagnostics.ts";

function found(severity: Diagnostic["severity"], code: string, count: number): readonly Diagnostic[] {
  return Array.from({ length: count }, (_, index) => ({
    severity,
    code,
    message: `number ${index + 1}`,
    location: { file: "openapi.yaml", line: index + 1, column: 1 },
  }));
}

async function shown(diagnostics: readonly Diagnostic[], explain: boolean): Promise<readonly string[]> {
  return (await formatDiagnostics(diagnostics, { explain })).map(stripVTControlCharacters);
}

describe("what generate prints of a document", () => {
  it("is the first warnings of a code, and how many more there are", async () => {
    const lines = await shown([...found("warning", "odd", 22), ...found("warning", "rare", 20)], false);
    expect(lines).toHaveLength(41);
    expect(lines[19]).toBe("openapi.yaml:20:1 warning odd: number 20");
    expect(lines[20]).toBe("openapi.yaml:1:1 warning rare: number 1");
    expect(lines[40]).toBe("… and 2 more warnings odd; --explain prints them all");
  });

  it("is every error, because each has to be mended", async () => {
    expect(await shown(found("error", "wrong", 50), false)).toHaveLength(50);
  });

  it("has the guesses, and all warnings, when it is to explain", async () => {
    const all = [...found("warning", "odd", 50), ...found("guess", "pages", 3)];
    expect(await shown(all, true)).toHaveLength(53);
    expect(await shown(found("guess", "pages", 3), false)).toEqual([]);
  });
});
