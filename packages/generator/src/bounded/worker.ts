import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { DocumentError } from "../diagnostics.ts";
import { type Format, type MakeInput, makePackage } from "../make-package.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

// A thread of its own, because nothing else can be stopped in the middle of a loop. It starts no other program: those
// would outlive it.
const port = parentPort;
if (port === null) throw new Error("This file is a worker: it is started by runBounded.");
const say = (message: FromWorker): void => port.postMessage(message);

const format: Format = async (files) => {
  say({ format: files });
  const [answer] = (await once(port, "message")) as [ToWorker];
  if ("formatted" in answer) return answer.formatted;
  throw new Error(answer.failure);
};

try {
  say({ made: await makePackage(workerData as MakeInput, format) });
} catch (error) {
  if (error instanceof DocumentError) say({ diagnostics: error.diagnostics });
  else {
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
    say({ error: message, stack });
  }
}
