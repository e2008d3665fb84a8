import { describe, expect, it } from "vitest";
import { type Diagnostic, DocumentError, formatDiagnostic, sortDiagnostics } from "../src/diagnostics.ts";

const at = (file: string, line: number, column: number): Diagnostic["location"] => ({ file, line, column });
const fault: Diagnostic = {
  severity: "error",
  code: "x-trunkline-unknown-key",
  message: '"enviroment" is not a key of x-trunkline',
  location: at("specs/agora/openapi.yaml", 12, 5),
  hint: 'did you mean "environment"?',
};

describe("diagnostics", () => {
  it("read as a place, what is wrong, and the way out", () => {
    expect(formatDiagnostic(fault)).toBe(
      'specs/agora/openapi.yaml:12:5 error x-trunkline-unknown-key: "enviroment" is not a key of x-trunkline\n  did you mean "environment"?',
    );
  });

  it("do not steer the terminal", () => {
    const message = "\u001b[2J\u202eevil\u0007\r";
    expect(formatDiagnostic({ ...fault, message })).toContain("\\u001b[2J\\u202eevil\\u0007\\u000d");
    const lines = formatDiagnostic({ ...fault, message: "a\n✓ b", hint: "c\n✓ d" });
    expect(lines).toMatch(/a\\n✓ b\n {2}c\n {2}✓ d$/);
  });

  it("stand in the order of the sources", () => {
    const places = [at("b", 1, 1), at("a", 10, 1), at("a", 2, 9), at("a", 2, 1)];
    const sorted = sortDiagnostics(places.map((location) => ({ ...fault, location })));
    expect(sorted.map(({ location: { file, line, column } }) => `${file}${line}:${column}`)).toEqual([
      "a2:1",
      "a2:9",
      "a10:1",
      "b1:1",
    ]);
  });

  it("are all in the message of the error that carries them", () => {
    const error = new DocumentError([fault, { ...fault, severity: "warning" }]);
    expect(error.name).toBe("DocumentError");
    expect(error.message.match(/openapi\.yaml:12:5/g)).toHaveLength(2);
  });
});
