import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

/** Notes what a run has measured of a document; it differs from machine to machine, so it is not a golden. */
export function writeMeasure(name: string, measure: object): void {
  const file = new URL(`../../reports/measures/${name}.json`, import.meta.url);
  mkdirSync(new URL("./", file), { recursive: true });
  const before = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  writeFileSync(file, `${JSON.stringify({ ...before, ...measure }, undefined, 2)}\n`);
}
