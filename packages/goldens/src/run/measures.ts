import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const file = new URL("../../reports/measures.json", import.meta.url);

/** Notes what a run has measured; it differs from machine to machine, so it is no golden. */
export function writeMeasure(name: string, measure: object): void {
  mkdirSync(new URL("./", file), { recursive: true });
  const all = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  all[name] = { ...all[name], ...measure };
  writeFileSync(file, `${JSON.stringify(all, undefined, 2)}\n`);
}
