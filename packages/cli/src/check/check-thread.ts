import { enableCompileCache, flushCompileCache } from "node:module";
import { parentPort } from "node:worker_threads";
import type { CheckInput, CheckResult } from "./check-within-bounds.ts";

// A thread of its own, because nothing else can be stopped in the middle of a loop. To compile the generator takes longer
// than to check a small document.
enableCompileCache();
const { checkDocument, DocumentError, readOverlaid } = await import("@trunkline/generator");
flushCompileCache();

async function check({ spec, cwd, house }: CheckInput): Promise<CheckResult> {
  try {
    const loaded = await readOverlaid(spec, cwd);
    return [...loaded.diagnostics, ...(await checkDocument(loaded, { house }))];
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return error.diagnostics;
  }
}

parentPort?.on("message", async (input: CheckInput) => parentPort?.postMessage(await check(input)));
