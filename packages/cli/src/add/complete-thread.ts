import { parentPort, workerData } from "node:worker_threads";
import { isObject } from "@trunkline/document";
import { DocumentError, readDocument } from "@trunkline/generator";
import { completeExamples } from "./complete.ts";
import type { CompleteInput, CompleteResult } from "./complete-within-bounds.ts";
import { examplesOverlay } from "./examples-overlay.ts";

const { spec, overlay, cwd, name } = workerData as CompleteInput;
let result: CompleteResult;
try {
  // Without the examples that were made before: they are made anew.
  const { main } = await readDocument(spec, { cwd, ...(overlay === undefined ? {} : { overlay }) });
  const { additions, left, unmade } = completeExamples(isObject(main) ? main : {});
  result = { text: examplesOverlay(name, additions), made: additions.length, left, unmade };
} catch (error) {
  if (!(error instanceof DocumentError)) throw error;
  // An error that goes from one thread to another is a plain one.
  result = error.diagnostics;
}
parentPort?.postMessage(result);
