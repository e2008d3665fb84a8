import type { Column, Row, Table, Value } from "./result.ts";

/** A table as text that reads well in a terminal and is Markdown. */
export function formatTable({ columns, rows }: Table): string {
  const head = ["", ...columns.map(({ title }) => title)];
  const body = rows.map((row) => [
    row.ours === true ? `**${row.name}**` : row.name,
    ...columns.map((column) => formatCell(row, column)),
  ]);
  const widths = head.map((title, i) =>
    Math.max(title.length, ...body.map((cells) => cells[i]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(" | ")} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  const failures = rows.flatMap(({ name, failed }) =>
    failed ? [`${name}: \`${failed.ran}\` gave ${failed.reason.replaceAll("|", "/")}`] : [],
  );
  return [line(head), rule, ...body.map(line), ...failures.flatMap((failure) => ["", failure])].join("\n");
}

function formatCell({ values, failed }: Row, { key, digits = 0 }: Column): string {
  const value = values[key];
  if (value === undefined) return failed ? "failed" : "";
  return formatValue(value, digits);
}

/** A figure with as many decimals as its column has, thousands apart. */
export function formatValue(value: Value, digits: number): string {
  if (typeof value === "string") return value;
  if (!Number.isFinite(value)) return "–";
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
