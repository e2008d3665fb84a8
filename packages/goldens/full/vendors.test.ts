import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Verdict } from "../src/referee/referee.ts";
import { runScript } from "../src/run/child.ts";
import { writeMeasure } from "../src/run/measures.ts";

// What these clients send and take is proven by their own contract tests.
const packages = new URL("../../", import.meta.url);

describe.each(["agora", "agoralia", "agentref", "buena"])("%s", (name) => {
  const target = fileURLToPath(new URL(`${name}/`, packages));

  it.skipIf(!existsSync(`${target}names.lock`))("has types that the referee agrees with", async () => {
    const script = new URL("../src/referee/referee-child.ts", import.meta.url);
    const verdict = await runScript<Verdict>(script, [target]);
    writeMeasure(name, { referee: { ...verdict, unexplained: verdict.unexplained.length } });
    expect(verdict.unexplained).toEqual([]);
    expect(verdict.pairs).toBeGreaterThan(0);
    const { pairs, equal, explained, kinds } = verdict;
    const golden = fileURLToPath(new URL(`../goldens/${name}/referee.json`, import.meta.url));
    await expect(`${JSON.stringify({ pairs, equal, explained, kinds }, undefined, 2)}\n`).toMatchFileSnapshot(
      golden,
    );
  });
});
