import { parentPort, workerData } from "node:worker_threads";
import { completeExamples } from "./complete.ts";
import type { CompleteInput } from "./complete-within-bounds.ts";

const { text, bundled } = workerData as CompleteInput;
parentPort?.postMessage(completeExamples(text, () => bundled));
