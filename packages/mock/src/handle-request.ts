import type { IncomingMessage, ServerResponse } from "node:http";
import {
  type AnswerParts,
  answerRequest,
  type Outcome,
  type RecordedBody,
  type RecordedRequest,
  Refusal,
  readBody,
  recordOf,
  refusedOutcome,
} from "@trunkline/document/mock";
import { writeAnswer } from "./answer.ts";
import { readHead } from "./head.ts";
import { Stopped } from "./judge/thread.ts";
import { readAll } from "./read-all.ts";

/** What is needed to answer the requests of a server. */
export interface HandlerParts extends AnswerParts {
  readonly maxBodyBytes: number;
  readonly record: (request: RecordedRequest) => void;
  readonly closing: AbortSignal;
}

/** Reads, judges, answers and records one request. */
export async function handle(
  parts: HandlerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const head = readHead(parts, request);
  let body: RecordedBody | undefined;
  let outcome: Outcome;
  try {
    const bytes = await readAll(request, parts.maxBodyBytes);
    body = readBody(head, bytes);
    outcome = await answerRequest(parts, head, body);
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof Stopped)) throw error;
    outcome = refused(error, response);
  }
  const { answer, violations, fault } = outcome;
  const written = await writeAnswer(response, answer, fault, parts.closing);
  parts.record(recordOf(head, { body, violations, answer: written }));
}

function refused(error: Refusal | Stopped, response: ServerResponse): Outcome {
  const { status, location } = error instanceof Refusal ? error : { status: 503, location: [] };
  // What is left of a body that is too large is not read.
  if (status === 413) response.setHeader("connection", "close");
  return refusedOutcome(status, location, error.message);
}
