import { appendFileSync } from "node:fs";

/** A figure that was to be reached. */
export interface Figure {
  readonly what: string;
  readonly asked: string;
  readonly measured: string;
  readonly isReached: boolean;
}

/** Prints a figure as a row of a table, and adds it to the file of TRUNKLINE_FIGURES, from which `pnpm bench` takes it. */
export function tell(what: string, asked: string, measured: string, isReached: boolean): void {
  console.log(`| ${what} | ${asked} | ${measured} | ${isReached ? "yes" : "no"} |`);
  const path = process.env.TRUNKLINE_FIGURES;
  const figure: Figure = { what, asked, measured, isReached };
  if (path) appendFileSync(path, `${JSON.stringify(figure)}\n`);
}
