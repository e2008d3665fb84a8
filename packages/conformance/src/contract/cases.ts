import type { Bench, Marks } from "./bench.ts";
import { DocumentGap } from "./document-gap.ts";
import { type CaseKind, type ContractCase, ContractFailure } from "./types.ts";

/** What a case found: problems, and what it covers when there are none. */
export interface Finding extends Marks {
  readonly problems: readonly string[];
  /** What is wrong with the document, where nothing else was found. */
  readonly gap?: string | undefined;
}

/** Makes a case of a check. What the check throws is a problem like any other. */
export function contractCase(
  bench: Bench,
  kind: CaseKind,
  operation: string,
  name: string,
  check: () => Promise<Finding>,
): ContractCase {
  return {
    kind,
    operation,
    name,
    async run() {
      const finding = await check().catch((error: unknown): Finding => {
        const said = error instanceof Error ? error.message : String(error);
        const gap = error instanceof DocumentGap ? said : undefined;
        return { problems: gap === undefined ? [said] : [], gap, keys: [], requests: [] };
      });
      if (finding.gap !== undefined) {
        if (bench.areFaultsNoted) return finding.gap;
        throw new ContractFailure(`${operation}: ${name}`, [finding.gap]);
      }
      if (finding.problems.length > 0) throw new ContractFailure(`${operation}: ${name}`, finding.problems);
      bench.cover(finding);
      return undefined;
    },
  };
}

/** A case that has failed before it began. */
export function brokenCase(bench: Bench, operation: string, name: string, problem: string): ContractCase {
  return contractCase(bench, "names", operation, name, () => Promise.reject(new Error(problem)));
}

/** Exactly as many requests as a case means. */
export function countProblems(actual: number, expected: number): readonly string[] {
  return actual === expected ? [] : [`${actual} requests were sent, expected ${expected}`];
}
