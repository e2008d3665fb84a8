import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "tsdown";
import { describe, expect, it } from "vitest";

// What a reviewer reads: every declaration that each entry exports, without its prose. After a change that is
// meant, `vitest run test/api-report.test.ts -u` writes it anew.
describe("the API report", () => {
  it.each(["index", "client", "raw"])("of %s is up to date", { timeout: 30_000 }, async (entry) => {
    const outDir = mkdtempSync(join(tmpdir(), "trunkline-api-"));
    try {
      await build({
        entry: [`src/${entry}.ts`],
        cwd: new URL("..", import.meta.url).pathname,
        config: false,
        outDir,
        format: "esm",
        platform: "neutral",
        fixedExtension: true,
        dts: { emitDtsOnly: true },
        logLevel: "silent",
      });
      const text = readFileSync(join(outDir, `${entry}.d.mts`), "utf8")
        .replace(/\/\*\*?[\s\S]*?\*\//g, "")
        .replace(/^\/\/#.*$/gm, "")
        .replace(/^\s*\n/gm, "");
      await expect(`# @trunkline/runtime: ${entry}\n\n\`\`\`ts\n${text}\`\`\`\n`).toMatchFileSnapshot(
        `../api/${entry}.api.md`,
      );
    } finally {
      rmSync(outDir, { recursive: true });
    }
  });
});
