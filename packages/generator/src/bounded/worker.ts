import { once } from "node:events";
import { enableCompileCache, flushCompileCache } from "node:module";
import { parentPort } from "node:worker_threads";
import type { Format, MakeInput } from "../make-package.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

// A thread of its own, because nothing else can be stopped in the middle of a loop. It starts no other program: those
// would outlive it.
const port = parentPort;
if (port === null) throw new Error("This file is a worker: it is started by makeBounded.");
const say = (message: FromWorker): void => port.postMessage(message);

// Most of the time of a small document is the compiling of TypeScript and its kin. Node 22.0 has no such cache yet.
enableCompileCache?.();
const { makePackage } = await import("../make-package.ts");
const { DocumentError } = await import("../diagnostics.ts");
flushCompileCache?.();

const format: Format = async (files) => {
  say({ format: files });
  const [answer] = (await once(port, "message")) as [ToWorker];
  if ("formatted" in answer) return answer.formatted;
  throw new Error("failure" in answer ? answer.failure : "This is not the answer of the formatter.");
};

async function make(input: MakeInput): Promise<FromWorker> {
  try {
    return { made: await makePackage(input, format) };
  } catch (error) {
    if (error instanceof DocumentError) return { diagnostics: error.diagnostics };
    if (error instanceof Error) return { error: error.message, stack: error.stack };
    return { error: String(error), stack: undefined };
  }
}

for (;;) {
  const [message] = (await once(port, "message")) as [ToWorker];
  if ("make" in message) say(await make(message.make));
}
