import { createColors } from "picocolors";
import type { FaultCell, FaultReport } from "./types.ts";

/** How {@link formatFaults} writes. */
export interface FormatOptions {
  /** @default false */
  colors?: boolean | undefined;
}

/** The report as a table: a group after the other, a line per case, and why a case failed or does not apply. */
export function formatFaults(report: FaultReport, options: FormatOptions = {}): string {
  const paint = createColors(options.colors ?? false);
  const width = report.cells.reduce((widest, { id }) => Math.max(widest, id.length), 0);
  const lines: string[] = [`${report.package} (${report.client})`];
  let group: string | undefined;
  for (const cell of report.cells) {
    if (cell.group !== group) {
      group = cell.group;
      const own = report.cells.filter((one) => one.group === group);
      lines.push("", paint.bold(`${group}  ${summary(own)}`));
    }
    const mark = { pass: paint.green("ok  "), fail: paint.red("FAIL"), "n/a": paint.dim("n/a ") }[
      cell.verdict
    ];
    lines.push(`  ${mark}  ${cell.id.padEnd(width)}  ${cell.title}`);
    if (cell.verdict === "fail")
      lines.push(
        paint.red(`${" ".repeat(8)}seen: ${cell.detail}`),
        `${" ".repeat(8)}why:  ${cell.reason} (${cell.source.name}, ${cell.source.url})`,
      );
    if (cell.verdict === "n/a") lines.push(paint.dim(`${" ".repeat(8)}${cell.detail}`));
  }
  if (report.callable === 0)
    lines.push("", paint.red("No operation could be called: the document has no examples of their answers."));
  lines.push("", `${summary(report.cells)} in ${(report.duration / 1000).toFixed(1)} s`);
  return lines.join("\n");
}

function summary(cells: readonly FaultCell[]): string {
  const count = (verdict: FaultCell["verdict"]): number =>
    cells.filter((cell) => cell.verdict === verdict).length;
  return `${count("pass")} ok, ${count("fail")} failed, ${count("n/a")} n/a`;
}
