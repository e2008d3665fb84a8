import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { objectModel } from "../src/read/object-model.ts";

const page = readFileSync(new URL("../../../ARCHITECTURE.md", import.meta.url), "utf8");
const [, table = ""] = page.split("## OpenAPI object -> file that handles it");
const rows = (table.split("\n## ")[0] ?? "").split("\n").filter((line) => line.startsWith("| "));
const codeIn = (cell = ""): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);

describe("the table of OpenAPI objects", () => {
  it.each(rows.slice(2).map((row) => [row.split("|")[1]?.trim() ?? "", row]))(
    "%s: its files are there",
    (_name, row) => {
      const [, , model, emit, runtime] = row.split("|");
      for (const path of [...codeIn(model), ...codeIn(emit)]) {
        expect(existsSync(new URL(`../src/${path}`, import.meta.url)), path).toBe(true);
      }
      for (const path of codeIn(runtime)) {
        expect(existsSync(new URL(`../../runtime/src/${path}`, import.meta.url)), path).toBe(true);
      }
    },
  );

  it("has every object that can be read", () => {
    const named = rows.flatMap((row) => codeIn(row.split("|")[1]));
    for (const kind of Object.keys(objectModel)) expect(named).toContain(kind);
  });
});
