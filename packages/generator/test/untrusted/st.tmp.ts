import { writeFile } from "node:fs/promises";
import fc from "fast-check";
import { makePackage } from "../../src/make-package.ts";
import { inputOf } from "./cells.ts";
import { documents } from "./grammar.ts";

const c: Record<string, number> = {};
let n = 0;
for (const d of fc.sample(documents, { numRuns: 200, seed: 3 })) {
  await writeFile("/tmp/st.json", JSON.stringify(d));
  try {
    await makePackage(inputOf("/tmp/st.json"), async (f) => f);
    n++;
  } catch (e: any) {
    for (const k of new Set(
      (e.diagnostics ?? [])
        .filter((x: any) => x.severity === "error")
        .map((x: any) => x.code + " " + x.message.replace(/"[^"]*"/g, "…").slice(0, 60)),
    ))
      c[k as string] = (c[k as string] ?? 0) + 1;
  }
}
console.log(
  n,
  Object.entries(c)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 16),
);
