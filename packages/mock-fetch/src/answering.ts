import {
  type AnswerParts,
  answerRequest,
  headOf,
  LIMITS,
  type Outcome,
  type RecordedBody,
  type RecordedRequest,
  Refusal,
  readBody,
  recordOf,
  refusedOutcome,
} from "@trunkline/document/mock";
import { readRequest } from "./read-request.ts";
import { writeResponse } from "./write-response.ts";

/** A `fetch` that answers by the rules of the mock server. */
export function answeringFetch(
  parts: AnswerParts,
  record: (request: RecordedRequest, url: string) => void,
): typeof fetch {
  return async (input, init) => {
    const { bytes, signal, ...request } = await readRequest(input, init);
    const head = headOf(parts, request);
    const url = request.origin + head.target;
    let body: RecordedBody | undefined;
    let outcome: Outcome;
    try {
      if (bytes.length > LIMITS.bodyBytes)
        throw new Refusal(413, ["body"], `The body has more than ${LIMITS.bodyBytes} bytes.`);
      body = readBody(head, bytes);
      outcome = await answerRequest(parts, head, body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcome = refusedOutcome(error.status, error.location, error.message);
    }
    const { answer, violations, fault } = outcome;
    try {
      const written = await writeResponse(answer, fault, url, signal);
      record(recordOf(head, { body, violations, answer: written.recorded }), url);
      return written.response;
    } catch (error) {
      record(recordOf(head, { body, violations, answer: undefined }), url);
      throw error;
    }
  };
}
