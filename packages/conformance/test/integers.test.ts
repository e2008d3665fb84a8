import { readFile, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { runContract, runFaults } from "../src/index.ts";
import { makeClient } from "./support/packages.ts";

const DOCUMENT = new URL("fixtures/integers/openapi.yaml", import.meta.url);

/** Package of the document with this option. */
async function packageOf(int64: string): Promise<string> {
  const text = await readFile(DOCUMENT, "utf8");
  const document = text.replace("int64: bigint", `int64: ${int64}`);
  const { folder } = await makeClient(`integers-${int64}`, document, { packageName: "integers" });
  return folder;
}

describe.each(["number", "bigint", "string"])("a client whose integers of 64 bits are %s", (int64) => {
  it("passes both suites", async () => {
    const folder = await packageOf(int64);
    const report = await runContract(folder);
    expect(report.results.flatMap(({ name, problems }) => problems.map((one) => `${name}: ${one}`))).toEqual(
      [],
    );
    expect(report.cases).toBeGreaterThan(10);
    const { cells } = await runFaults(folder, { groups: ["body", "pages", "errors"] });
    expect(cells.filter(({ verdict }) => verdict === "fail")).toEqual([]);
  }, 60_000);
});

it("is judged by its own option: a bigint for another one is a difference", async () => {
  const folder = await packageOf("bigint");
  const document = `${folder}/openapi.yaml`;
  await writeFile(document, (await readFile(document, "utf8")).replace("int64: bigint", "int64: string"));
  const report = await runContract(folder);
  expect(report.results.flatMap(({ problems }) => problems)).toContainEqual(
    expect.stringMatching(/id is 9007199254740991n, expected 9007199254740991/),
  );
}, 60_000);
