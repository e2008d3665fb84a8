import { failuresOf, isSkipped, type Row, type Step } from "./row.ts";

/** The rows as a table; what failed is told below it. */
export function formatTable(rows: readonly Row[]): string {
  const names = [
    ...new Set(rows.flatMap(({ outcome }) => (isSkipped(outcome) ? [] : outcome)).map(({ name }) => name)),
  ];
  const width = Math.max(...rows.map(({ runtime }) => runtime.length));
  const formWidth = Math.max(...rows.map(({ form }) => form.length));
  const lines = [`${"".padEnd(width + formWidth + 4)}${names.join(" ")}`];
  for (const { runtime, form, outcome } of rows) {
    const cells = isSkipped(outcome)
      ? `skipped: ${outcome.skipped}`
      : names.map((name) => mark(outcome.filter((step) => step.name === name)).padEnd(name.length)).join(" ");
    lines.push(`${runtime.padEnd(width)}  ${form.padEnd(formWidth)}  ${cells}`.trimEnd());
  }
  for (const row of rows) {
    const failures = failuresOf(row);
    for (const { name, error } of failures.slice(0, 5))
      lines.push("", `${row.runtime}, ${row.form}, ${name}: ${error?.slice(0, 1000)}`);
    if (failures.length > 5) lines.push("", `${row.runtime}, ${row.form}: ${failures.length - 5} more`);
    for (const { name, limit } of isSkipped(row.outcome) ? [] : row.outcome)
      if (limit !== undefined) lines.push(`${row.runtime} ${name}: ${limit}`);
  }
  return lines.join("\n");
}

function mark(steps: readonly Step[]): string {
  if (steps.length === 0) return "-";
  if (steps.some(({ error }) => error !== undefined)) return "FAIL";
  return steps.some(({ limit }) => limit !== undefined) ? "no" : "ok";
}
