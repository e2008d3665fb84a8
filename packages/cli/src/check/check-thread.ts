import { parentPort, workerData } from "node:worker_threads";
import { checkDocument, DocumentError, readOverlaid } from "@trunkline/generator";
import type { CheckInput, CheckResult } from "./check-within-bounds.ts";

// A thread of its own, because nothing else can be stopped in the middle of a loop.
const { spec, cwd, house } = workerData as CheckInput;
let diagnostics: CheckResult;
try {
  const loaded = await readOverlaid(spec, cwd);
  diagnostics = [...loaded.diagnostics, ...(await checkDocument(loaded, { house }))];
} catch (error) {
  if (!(error instanceof DocumentError)) throw error;
  diagnostics = error.diagnostics;
}
parentPort?.postMessage(diagnostics);
