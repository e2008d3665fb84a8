import colors from "picocolors";
import type { ContractReport, Count, Coverage, CoverageRow } from "./types.ts";

const COLUMNS = ["operation", "statuses", "examples", "requests", "fields"] as const;

/** The coverage as a table with aligned columns, a total, and what is missing. */
export function formatCoverage(coverage: Coverage): string {
  const cells = coverage.rows.map((row) => [
    row.operation,
    ...[row.statuses, row.examples, row.requests, row.fields].map(fraction),
  ]);
  const total = [
    `${coverage.rows.length} operations`,
    ...(["statuses", "examples", "requests", "fields"] as const).map((column) =>
      fraction(sum(coverage.rows, column)),
    ),
  ];
  const widths = COLUMNS.map((title, index) =>
    [...cells, total].reduce((widest, line) => Math.max(widest, line[index]?.length ?? 0), title.length),
  );
  const line = (values: readonly string[]): string =>
    values
      .map((value, i) => (i === 0 ? value.padEnd(widths[i] ?? 0) : value.padStart(widths[i] ?? 0)))
      .join("  ");
  const rows = coverage.rows.map((row, index) => {
    const text = line(cells[index] ?? []);
    return row.missing.length === 0 ? text : colors.red(`${text}  ${row.missing.join("; ")}`);
  });
  const end = `${line(total)}  ${percent(coverage)}`;
  return [colors.dim(line(COLUMNS)), ...rows, coverage.complete ? colors.green(end) : colors.red(end)].join(
    "\n",
  );
}

/** A run for people: what failed and why, the coverage, one line of numbers. */
export function formatReport(report: ContractReport): string {
  const failures = report.results
    .filter((result) => result.problems.length > 0)
    .flatMap((result) => [
      colors.red(`✗ ${result.operation}: ${result.name}`),
      ...result.problems.map((problem) => `    ${problem}`),
    ]);
  const notes = report.results.flatMap(({ operation, name, note }) =>
    note === undefined ? [] : [colors.yellow(`– ${operation}: ${name}: not tried, ${note}`)],
  );
  const untried = report.cases - report.tried;
  const counts = [
    `${report.tried - report.failures} passed`,
    `${report.failures} failed`,
    ...(untried > 0 || report.cases === 0 ? [`${untried} not tried`] : []),
  ];
  const summary = `${report.package}: ${counts.join(", ")} (${report.milliseconds} ms)`;
  const end = report.passed ? colors.green(summary) : colors.red(summary);
  return [...failures, ...notes, formatCoverage(report.coverage), end].join("\n");
}

function fraction({ covered, of }: Count): string {
  return of === 0 ? "-" : `${covered}/${of}`;
}

function sum(rows: readonly CoverageRow[], column: "statuses" | "examples" | "requests" | "fields"): Count {
  return rows.reduce(
    (all, row) => ({ covered: all.covered + row[column].covered, of: all.of + row[column].of }),
    { covered: 0, of: 0 },
  );
}

/** Rounded down: 100 % means everything. */
function percent(coverage: Coverage): string {
  const { rows } = coverage;
  const counts = (["statuses", "examples", "requests", "fields"] as const).map((column) => sum(rows, column));
  const of = counts.reduce((all, one) => all + one.of, 0);
  const covered = counts.reduce((all, one) => all + one.covered, 0);
  if (!coverage.complete && covered === of) return "incomplete";
  return `${of === 0 ? 100 : Math.floor((covered / of) * 100)} %`;
}
