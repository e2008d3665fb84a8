import type { DocumentContent } from "./document/content.ts";
import { shapeOf } from "./document/example-shape.ts";
import type { OpenDocument } from "./document/open-document.ts";
import { contentOf, type DocumentOperation, responseOf } from "./document/operations.ts";
import { listPointer } from "./item-pages.ts";
import { type FailRule, type ItemsRule, MockUsageError, type PreferRule } from "./types.ts";

/** Rules with a count are used up first, in order; of the lasting ones the newest holds. */
export class RuleList<Rule extends { operation?: string | undefined; times?: number | undefined }> {
  private counted: { rule: Rule; left: number }[] = [];
  private lasting: Rule[] = [];

  add(rule: Rule): void {
    if (rule.times === undefined || rule.times === Number.POSITIVE_INFINITY) this.lasting.unshift(rule);
    else this.counted.push({ rule, left: rule.times });
  }

  take(operation: DocumentOperation | undefined): Rule | undefined {
    const next = this.counted.find((entry) => entry.left > 0 && concerns(entry.rule.operation, operation));
    if (next !== undefined) {
      next.left -= 1;
      if (next.left === 0) this.counted = this.counted.filter((entry) => entry !== next);
      return next.rule;
    }
    return this.lasting.find((rule) => concerns(rule.operation, operation));
  }

  /** Whether a rule is for this operation alone. */
  awaits(operation: DocumentOperation): boolean {
    const rules = [...this.counted.map(({ rule }) => rule), ...this.lasting];
    return rules.some((rule) => rule.operation !== undefined && concerns(rule.operation, operation));
  }

  clear(): void {
    this.counted = [];
    this.lasting = [];
  }
}

function concerns(wanted: string | undefined, operation: DocumentOperation | undefined): boolean {
  return wanted === undefined || wanted === operation?.id || wanted === operation?.route;
}

function checkOperation(
  wanted: string | undefined,
  operations: readonly DocumentOperation[],
): readonly DocumentOperation[] {
  const found = operations.filter((operation) => concerns(wanted, operation));
  if (found.length > 0) return found;
  const names = operations.map((operation) => operation.id ?? operation.route);
  throw new MockUsageError(`The document has no operation "${wanted}". It has: ${names.join(", ")}.`);
}

function checkTimes(times: number | undefined): void {
  if (times !== undefined && !(times >= 1)) throw new MockUsageError("`times` of a rule is at least 1.");
}

export function checkPreferRule(rule: PreferRule, operations: readonly DocumentOperation[]): void {
  checkTimes(rule.times);
  const concerned = checkOperation(rule.operation, operations);
  const { status } = rule;
  const answering = concerned.filter((one) => status === undefined || responseOf(one, status) !== undefined);
  const where = rule.operation ?? "no operation";
  if (answering.length === 0) throw new MockUsageError(`${where} documents no status ${rule.status}.`);
  if (rule.shape !== undefined) checkShape(rule, rule.shape, answering);
  const offered = answering.flatMap((operation) => contentOf(operation, rule.status));
  if (rule.mediaType !== undefined) checkMediaType(rule.mediaType, where, offered);
  if (rule.example === undefined) return;
  const names = offered
    .filter(({ type }) => rule.mediaType === undefined || type === rule.mediaType)
    .flatMap((content) => content.examples.map((example) => example.name));
  if (!names.includes(rule.example))
    throw new MockUsageError(
      `${where} has no example "${rule.example}" there. It has: ${[...new Set(names)].join(", ") || "none"}.`,
    );
}

function checkMediaType(wanted: string, where: string, offered: readonly DocumentContent[]): void {
  const types = [...new Set(offered.map(({ type }) => type))];
  if (types.includes(wanted)) return;
  throw new MockUsageError(
    `${where} answers no ${JSON.stringify(wanted)} there. It answers: ${types.join(", ") || "no body"}.`,
  );
}

function checkShape(rule: PreferRule, shape: string, operations: readonly DocumentOperation[]): void {
  const examples = operations
    .flatMap((operation) => contentOf(operation, rule.status))
    .flatMap((one) => one.examples);
  const shapes = [...new Set(examples.flatMap(({ name }) => shapeOf(name) ?? []))];
  if (shapes.includes(shape)) return;
  throw new MockUsageError(
    `${rule.operation ?? "No operation"} has no example in the shape "${shape}". There is: ${shapes.join(", ") || "none"}.`,
  );
}

export function checkItemsRule(
  rule: ItemsRule,
  document: OpenDocument,
  operations: readonly DocumentOperation[],
): void {
  checkTimes(rule.times);
  if (rule.limit !== undefined && !(Number.isInteger(rule.limit) && rule.limit >= 1))
    throw new MockUsageError(`\`limit\` of items is a whole number from 1, not ${rule.limit}.`);
  for (const operation of checkOperation(rule.operation, operations))
    if (listPointer(document, operation) === undefined)
      throw new MockUsageError(
        `${rule.operation} does not answer with a list: it declares no pagination, and no example of it is an array.`,
      );
}

export function checkFailRule(rule: FailRule, operations: readonly DocumentOperation[]): void {
  checkTimes(rule.times);
  const concerned = checkOperation(rule.operation, operations);
  const { status, reset, cutBody, delay, body, headers, retryAfter, rows } = rule;
  if (status !== undefined && !(Number.isInteger(status) && status >= 200 && status <= 599))
    throw new MockUsageError(`A fault's status is a number from 200 to 599, not ${status}.`);
  if (status === undefined && (body !== undefined || headers !== undefined || retryAfter !== undefined))
    throw new MockUsageError("A fault with a body, headers or retryAfter needs a status.");
  if (rows !== undefined && concerned.every(({ extension }) => extension.bulk === undefined))
    throw new MockUsageError(
      `${rule.operation ?? "No operation"} declares no rows (\`bulk\` of x-trunkline).`,
    );
  if (status === undefined && !reset && !cutBody && delay === undefined && rows === undefined)
    throw new MockUsageError("A fault has to do something: give status, delay, reset, cutBody or rows.");
}
