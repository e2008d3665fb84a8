import { readFile } from "node:fs/promises";
import * as ofClient from "@trunkline/runtime";
import * as ofBulk from "@trunkline/runtime/bulk";
import * as ofQuota from "@trunkline/runtime/quota";
import { describe, expect, it } from "vitest";
import { CLASSES } from "../errors-page/classes.ts";
import { makePage, PAGE } from "../errors-page/page.ts";

const runtime = { ...ofClient, ...ofQuota, ...ofBulk };

describe("docs/errors.md", () => {
  // Codes of the system differ elsewhere, as that of a refused connection does.
  it.runIf(process.platform === "linux")("shows what its program prints", async () => {
    const page = await makePage();
    expect(await readFile(PAGE, "utf8"), "pnpm --dir packages/house run errors-page writes it").toBe(page);
    expect(page).not.toMatch(/file:|sk_example/);
  });

  it("has a section for each class that the runtime exports", () => {
    const exported = Object.keys(runtime).filter((name) => /^[A-Z]\w*Error$/.test(name));
    const base = "TrunklineError";
    expect(CLASSES.map(({ name }) => name).sort()).toEqual(exported.filter((name) => name !== base).sort());
  });

  it("says of each whose kind it is", () => {
    const classOf = (name: string): object => (runtime as unknown as Record<string, object>)[name] as object;
    for (const { name, kindOf } of CLASSES)
      expect(Object.getPrototypeOf(classOf(name)), name).toBe(classOf(kindOf));
  });
});
