import { enableCompileCache, flushCompileCache } from "node:module";
import { parentPort } from "node:worker_threads";
import type { JsonObject } from "@trunkline/document";
import type { Format } from "../format/format.ts";
import { together } from "../format/together.ts";
import type { DocumentFiles } from "../make-document-files.ts";
import type { MakeInput } from "../make-package.ts";
import type { Answer, Failure, FromWorker, Question, Result, ToWorker } from "./messages.ts";

// A thread of its own, because nothing else can be stopped in the middle of a loop. It starts no other program: those
// would outlive it.
const port = parentPort;
if (port === null) throw new Error("This file is a worker: it is started by makeBounded.");
const say = (message: FromWorker): void => port.postMessage(message);

// Most of the time of a small document is the compiling of TypeScript and its kin.
enableCompileCache();
const { makePackage, Memory } = await import("../make-package.ts");
const { makeDocumentFiles } = await import("../make-document-files.ts");
const { DocumentError } = await import("../diagnostics.ts");
flushCompileCache();

/** Bytes of a document from which on another thread helps: for a smaller one, to start it takes longer than it saves. */
const LARGE = 200_000;

// A thread sees one document, as often as that changes.
const memory = new Memory();

const waiting = new Map<number, (answer: Answer) => void>();
let last = 0;

function ask(question: Question, ...handedOver: ArrayBuffer[]): Promise<Answer> {
  return new Promise((resolve) => {
    last += 1;
    waiting.set(last, resolve);
    port?.postMessage({ question, number: last } satisfies FromWorker, handedOver);
  });
}

const format: Format = together(async (files) => {
  const answer = await ask({ format: files });
  if ("formatted" in answer) return answer.formatted;
  throw errorOf(answer);
});

function makeElsewhere(document: JsonObject): Promise<DocumentFiles> | undefined {
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  if (bytes.length < LARGE) return undefined;
  return ask({ filesOf: bytes }, bytes.buffer).then((answer) => {
    // The files themselves wait where the package goes.
    if ("faults" in answer) return { files: new Map(), faults: answer.faults };
    throw errorOf(answer);
  });
}

function errorOf(answer: Answer): Error {
  if ("diagnostics" in answer) return new DocumentError(answer.diagnostics);
  return new Error("error" in answer ? answer.error : "This is not the answer to the question.");
}

function failureOf(error: unknown): Failure {
  if (error instanceof DocumentError) return { diagnostics: error.diagnostics };
  if (error instanceof Error) return { error: error.message, stack: error.stack };
  return { error: String(error), stack: undefined };
}

type Work = { readonly make: MakeInput } | { readonly makeFilesOf: JsonObject };

/** Without the bytes of a document, which nobody needs once it is read. */
function workOf(message: Exclude<ToWorker, { readonly answer: Answer }>): Work {
  if ("make" in message) return message;
  return { makeFilesOf: JSON.parse(new TextDecoder().decode(message.makeFilesOf)) as JsonObject };
}

async function work(message: Work): Promise<Result> {
  try {
    if ("make" in message) {
      const surroundings = { memory, makeDocumentFiles: makeElsewhere };
      const made = await makePackage(message.make, format, surroundings);
      memory.forgetUnwanted();
      return { made };
    }
    const documentFiles = await makeDocumentFiles(message.makeFilesOf, format, memory.sources);
    memory.forgetUnwanted();
    return { documentFiles };
  } catch (error) {
    return failureOf(error);
  }
}

port.on("message", (message: ToWorker) => {
  if ("answer" in message) {
    waiting.get(message.number)?.(message.answer);
    waiting.delete(message.number);
  } else void work(workOf(message)).then((result) => say({ result }));
});
