import { readFileSync } from "node:fs";
import { type CheckOptions, checkDocument } from "../../src/check/check-document.ts";
import type { Diagnostic } from "../../src/diagnostics.ts";
import { read } from "./documents.ts";

/** A document in which nothing is wrong, by the house's measure. */
export const shop: string = readFileSync(new URL("shop.yaml", import.meta.url), "utf8");

/** One change of {@link shop} and what is said about it. */
export interface Mutation {
  /** What is replaced, which stands there exactly once, by what. */
  readonly change: readonly [from: string, to: string];
  /** Text on the line that is named. @default what the change puts in */
  readonly at?: string;
  /** `severity code`, and after ` | ` the hint; several for several findings. */
  readonly want: string | readonly string[];
}

/** Findings in the changed document as in {@link Mutation.want}, without those of other lines. */
export async function findingsOf(
  mutation: Mutation,
  options: CheckOptions,
): Promise<{
  readonly lines: readonly number[];
  readonly findings: readonly string[];
  readonly line: number;
}> {
  const text = mutate(mutation.change);
  const diagnostics = await check(text, options);
  const mark = mutation.at ?? mutation.change[1].trim().split("\n")[0] ?? "";
  return {
    line: text.slice(0, text.indexOf(mark)).split("\n").length,
    lines: [...new Set(diagnostics.map(({ location }) => location.line))],
    findings: diagnostics.map(({ severity, code, hint }) =>
      hint === undefined ? `${severity} ${code}` : `${severity} ${code} | ${hint}`,
    ),
  };
}

/** Reads and checks one document. */
export async function check(text: string, options: CheckOptions = {}): Promise<readonly Diagnostic[]> {
  const loaded = await read({ "openapi.yaml": text });
  return [...loaded.diagnostics, ...(await checkDocument(loaded, options))];
}

function mutate([from, to]: readonly [string, string]): string {
  const first = shop.indexOf(from);
  if (first === -1 || shop.indexOf(from, first + 1) !== -1) {
    throw new Error(`${JSON.stringify(from)} must stand exactly once in shop.yaml`);
  }
  return shop.slice(0, first) + to + shop.slice(first + from.length);
}
