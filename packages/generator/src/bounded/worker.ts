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
const { makePackage, Memory } = await import("../make-package.ts");
const { DocumentError } = await import("../diagnostics.ts");
flushCompileCache?.();

// A thread makes the package of one document, as often as that changes.
const memory = new Memory();

interface Request {
  readonly resolve: (formatted: ReadonlyMap<string, string>) => void;
  readonly reject: (reason: Error) => void;
}

const requests = new Map<number, Request>();
let lastRequest = 0;

const format: Format = (files) =>
  new Promise((resolve, reject) => {
    const request = ++lastRequest;
    requests.set(request, { resolve, reject });
    say({ format: files, request });
  });

async function make(input: MakeInput): Promise<FromWorker> {
  try {
    return { made: await makePackage(input, format, memory) };
  } catch (error) {
    if (error instanceof DocumentError) return { diagnostics: error.diagnostics };
    if (error instanceof Error) return { error: error.message, stack: error.stack };
    return { error: String(error), stack: undefined };
  }
}

port.on("message", (message: ToWorker) => {
  if ("make" in message) {
    void make(message.make).then(say);
    return;
  }
  const request = requests.get(message.request);
  requests.delete(message.request);
  if ("formatted" in message) request?.resolve(message.formatted);
  else request?.reject(new Error(message.failure));
});
