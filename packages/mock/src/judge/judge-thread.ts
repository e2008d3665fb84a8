import * as modules from "node:module";
import { parentPort } from "node:worker_threads";
import { Refusal } from "@trunkline/document/mock";
import type { Judge } from "./judge.ts";
import type { Order, Report } from "./messages.ts";

// A thread of its own, because nothing else can be stopped in the middle of a pattern.
const port = parentPort;
if (port === null) throw new Error("This file is a worker: it is started by openJudge.");

// Most of the time until the first answer is the compiling of Prism. Node 20 has no cache for it.
modules.enableCompileCache?.();
const { createJudge } = await import("./judge.ts");
modules.flushCompileCache?.();

const judges = new Map<number, Judge>();

async function obey(order: Exclude<Order, { readonly forget: number }>): Promise<Report> {
  if ("open" in order) {
    judges.set(order.open, await createJudge(order.file, order.strict));
    return { opened: order.open };
  }
  const judge = judges.get(order.ask);
  if (judge === undefined) throw new Error("The document is not open.");
  return { judgement: await judge(order.question) };
}

function failure(error: unknown): Report {
  if (error instanceof Refusal) {
    const { status, location, message } = error;
    return { refusal: { status, location, message } };
  }
  return { error: error instanceof Error ? error.message : String(error) };
}

port.on("message", (order: Order) => {
  if ("forget" in order) judges.delete(order.forget);
  else
    void obey(order)
      .catch(failure)
      .then((report) => port.postMessage(report));
});
