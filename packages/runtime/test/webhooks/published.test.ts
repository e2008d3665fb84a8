import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, it } from "vitest";

const dist = new URL("../../dist/", import.meta.url);
const require = createRequire(import.meta.url);
type Face = typeof import("../../src/webhooks.ts");
const esm = (await import(new URL("webhooks.mjs", dist).href)) as Face;
const cjs = require("../../dist/webhooks.cjs") as Face;

it("is at most 2.5 kB, minified and compressed, all of it", async () => {
  const contents = 'export * from "./webhooks.mjs";';
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: dist.pathname },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  expect(gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length).toBeLessThanOrEqual(2500);
});

it.each(["webhooks", "replays"])("imports nothing: %s", (name) => {
  for (const ending of ["mjs", "cjs", "d.cts"]) {
    const text = readFileSync(new URL(`${name}.${ending}`, dist), "utf8");
    expect(text, ending).not.toMatch(/\bfrom "|require\("|import\(/);
  }
});

it("tells errors apart between ESM and CJS in one process", () => {
  for (const [one, other] of [
    [esm, cjs],
    [cjs, esm],
  ] as const) {
    const error = new one.WebhookVerificationError("too-old", "x");
    expect(one.WebhookError).not.toBe(other.WebhookError);
    expect(error).toBeInstanceOf(other.WebhookVerificationError);
    expect(error).toBeInstanceOf(other.WebhookError);
    expect(error).not.toBeInstanceOf(other.WebhookUsageError);
    for (const thing of [new Error("x"), null, undefined, "x", {}])
      expect(thing).not.toBeInstanceOf(one.WebhookError);
  }
});
