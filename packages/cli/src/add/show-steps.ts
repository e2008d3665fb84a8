import { colors } from "../colors.ts";
import { printableLine } from "../printable.ts";
import { print, printAside } from "../terminal.ts";
import type { Step } from "./prove.ts";

/** Prints a step when it is done. */
export function showStep({ name, passed, summary, isThin }: Step): void {
  const mark = !passed ? colors.red("✗") : isThin ? colors.yellow("–") : colors.green("✓");
  print(`${mark} ${name.padEnd(12)} ${colors.dim(printableLine(summary))}`);
}

/** Prints what a person needs to see of steps that failed. */
export function showFailed(steps: readonly Step[]): void {
  for (const { name, detail = "" } of steps) {
    // Indented: what a program of others says of a document must not look like a line of ours.
    printAside(`\n${colors.bold(name)}\n${detail.trimEnd().replace(/^(?=.)/gm, "  ")}`);
  }
}
