import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("a reader follows one call through at most 20 files", async () => {
  const script = fileURLToPath(new URL("../scripts/call-path.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  const [, count] = /^A call goes through (\d+) files:/.exec(stdout) ?? [];
  expect(stdout).toContain("layers/retrying.ts");
  expect(Number(count), stdout).toBeLessThanOrEqual(20);
});
