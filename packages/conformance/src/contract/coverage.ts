import type { DocumentOperation } from "@trunkline/mock/document";
import { type DocumentedAnswer, documentedAnswers } from "./answers.ts";
import { declaredFields, fieldKey } from "./fields.ts";
import type { ClientPackage } from "./package.ts";
import { bodyExamples } from "./samples.ts";
import type { Count, Coverage, CoverageRow, Target } from "./types.ts";

export function statusKey(operation: DocumentOperation, answer: DocumentedAnswer): string {
  return `${operation.route} status ${answer.key}`;
}

export function exampleKey(operation: DocumentOperation, answer: DocumentedAnswer): string {
  return `${operation.route} example ${answer.key} ${answer.content?.type ?? ""} ${answer.example?.name ?? ""}`;
}

export function requestKey(operation: DocumentOperation, name: string): string {
  return `${operation.route} request ${name}`;
}

/** Compares what is covered with all that the document names. */
export function measureCoverage(pack: ClientPackage, covered: ReadonlySet<string>): Coverage {
  const rows = pack.operations.map((operation) => {
    const target = pack.targets.find((one) => one.operation === operation);
    return target === undefined ? unnamed(operation) : measureRow(pack, target, covered);
  });
  return { rows, complete: rows.every((row) => row.missing.length === 0) };
}

function measureRow(pack: ClientPackage, target: Target, covered: ReadonlySet<string>): CoverageRow {
  const { operation } = target;
  const missing: string[] = [];
  const count = (wanted: ReadonlyMap<string, string>): Count => {
    const gaps = [...wanted].filter(([key]) => !covered.has(key)).map(([, words]) => words);
    missing.push(...gaps);
    return { covered: wanted.size - gaps.length, of: wanted.size };
  };
  const answers = documentedAnswers(operation);
  const examples = answers.filter((one) => one.content !== undefined);
  return {
    operation: operation.id ?? operation.route,
    statuses: count(new Map(answers.map((one) => [statusKey(operation, one), `status ${one.key}`]))),
    examples: count(
      new Map(
        examples.map((one) => [
          exampleKey(operation, one),
          `example ${one.example?.name ?? "(none)"} of ${one.key}`,
        ]),
      ),
    ),
    requests: count(
      new Map(
        bodyExamples(target).map((one) => [requestKey(operation, one.name), `request example ${one.name}`]),
      ),
    ),
    fields: count(
      new Map(
        declaredFields(pack, target).map((field) => [fieldKey(operation, field), `${field} is never set`]),
      ),
    ),
    missing,
  };
}

function unnamed(operation: DocumentOperation): CoverageRow {
  const none: Count = { covered: 0, of: documentedAnswers(operation).length };
  return {
    operation: operation.id ?? operation.route,
    statuses: none,
    examples: none,
    requests: none,
    fields: none,
    missing: ["names.lock has no method for it"],
  };
}
