import pc from "picocolors";
import { agentref } from "./agentref.ts";
import { agora } from "./agora.ts";
import { agoralia } from "./agoralia.ts";
import { buena } from "./buena.ts";
import { play, type Row } from "./stage.ts";

console.log(
  pc.bold("A tour of four clients. Each talks to a mock server made from its own OpenAPI document."),
);
const rows = [
  await play("agora", agora),
  await play("agoralia", agoralia),
  await play("agentref", agentref),
  await play("buena", buena),
];
printTable(rows);
process.exitCode = rows.some(({ violations }) => violations > 0) ? 1 : 0;

function printTable(rows: readonly Row[]): void {
  const total: Row = {
    vendor: "total",
    operations: sum(rows, "operations"),
    calls: sum(rows, "calls"),
    requests: sum(rows, "requests"),
    violations: sum(rows, "violations"),
  };
  const line = (vendor: string, ...cells: readonly (string | number)[]): string =>
    `  ${vendor.padEnd(10)}${cells.map((cell) => String(cell).padStart(12)).join("")}`;
  const numbers = ({ vendor, operations, calls, requests, violations }: Row): string =>
    line(vendor, operations, calls, requests, violations);
  console.log(`\n${pc.dim(line("vendor", "operations", "calls", "requests", "violations"))}`);
  for (const row of rows) console.log(numbers(row));
  console.log(pc.bold(numbers(total)));
}

function sum(rows: readonly Row[], key: Exclude<keyof Row, "vendor">): number {
  return rows.reduce((result, row) => result + row[key], 0);
}
