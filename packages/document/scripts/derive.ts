import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deriveTable } from "./derive-table.ts";
import { deriveTypes } from "./derive-types.ts";
import type { Format } from "./schema.ts";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const biome = path("../../../node_modules/@biomejs/biome/bin/biome");

export const format: Format = JSON.parse(readFileSync(path("../src/x-trunkline.schema.json"), "utf8"));

const START = "<!-- x-trunkline: derived by packages/document -->";
const END = "<!-- /x-trunkline -->";

/** File, what is in it, and what should be. */
export function derived(): readonly {
  readonly file: string;
  readonly is: string;
  readonly should: string;
}[] {
  const types = path("../src/x-trunkline.ts");
  const page = path("../../../CONTRIBUTING.md");
  const text = readFileSync(page, "utf8");
  const [before = "", rest = ""] = text.split(START);
  const [, after] = rest.split(END);
  if (after === undefined) throw new Error(`CONTRIBUTING.md has no ${START} … ${END}`);
  return [
    { file: types, is: readFileSync(types, "utf8"), should: formatted(deriveTypes(format)) },
    { file: page, is: text, should: `${before}${START}\n${deriveTable(format)}\n${END}${after}` },
  ];
}

function formatted(code: string): string {
  const options = ["format", "--stdin-file-path=x-trunkline.ts"];
  return execFileSync(process.execPath, [biome, ...options], {
    input: code,
    encoding: "utf8",
    cwd: path("../../.."),
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { file, is, should } of derived()) if (is !== should) writeFileSync(file, should);
}
