import { enableCompileCache, flushCompileCache } from "node:module";
import { parentPort } from "node:worker_threads";
import { isObject } from "@trunkline/document";
import type { CompleteInput, CompleteResult } from "./complete-within-bounds.ts";

// To compile the generator takes longer than to complete a small document.
enableCompileCache();
const { DocumentError, readDocument } = await import("@trunkline/generator");
const { completeExamples } = await import("./complete.ts");
const { examplesOverlay } = await import("./examples-overlay.ts");
flushCompileCache();

async function complete({ spec, overlay, cwd, name }: CompleteInput): Promise<CompleteResult> {
  try {
    // Without the examples that were made before: they are made anew.
    const { main } = await readDocument(spec, { cwd, ...(overlay === undefined ? {} : { overlay }) });
    const { additions, left, unmade } = completeExamples(isObject(main) ? main : {});
    return { text: examplesOverlay(name, additions), made: additions.length, left, unmade };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    // An error that goes from one thread to another is a plain one.
    return error.diagnostics;
  }
}

parentPort?.on("message", async (input: CompleteInput) => parentPort?.postMessage(await complete(input)));
