import type { Budgets } from "./measure.ts";

/** Part of a figure by which it may grow before it counts: minifiers shuffle a few bytes. */
const SLACK = 0.005;

/**
 * What went beyond its budget, a line for each that says by how much and which part did it; nothing else is said,
 * shrinking least of all.
 */
export function compareBudgets(budgets: Budgets, now: Budgets): readonly string[] {
  const lines: string[] = [];
  for (const [client, { gzip, parts }] of Object.entries(now.bytes)) {
    const budget = budgets.bytes[client];
    if (!budget) {
      lines.push(`${client} has no budget of bytes; it has ${figure(gzip)}`);
      continue;
    }
    if (gzip <= budget.gzip * (1 + SLACK)) continue;
    const changed = Object.keys({ ...budget.parts, ...parts }).filter(
      (part) => parts[part] !== budget.parts[part],
    );
    const moved = changed.map((part) => `${part} ${change(budget.parts[part] ?? 0, parts[part] ?? 0)}`);
    lines.push(`bytes of ${client}: ${change(budget.gzip, gzip)}; before compression: ${moved.join(", ")}`);
  }
  if (now.instantiationsPerCall > budgets.instantiationsPerCall) {
    lines.push(
      `instantiations of a typed call: ${change(budgets.instantiationsPerCall, now.instantiationsPerCall)}`,
    );
  }
  for (const [what, count] of Object.entries(now.requests)) {
    const budget = budgets.requests[what];
    if (count !== budget) lines.push(`requests of ${what}: ${change(budget ?? 0, count)}`);
  }
  return lines;
}

/** What to do about it, for whoever reads a failed test. */
export const REMEDY =
  "A change since the last `pnpm budgets` did this. If it is worth it, `pnpm budgets` records the new figures in packages/house/budgets/budgets.json: commit it with the change.";

function change(before: number, after: number): string {
  const sign = after > before ? "+" : "";
  return `${figure(before)} before, ${figure(after)} now (${sign}${figure(after - before)})`;
}

function figure(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: 2 });
}
