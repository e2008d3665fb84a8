import {
  type AnswerParts,
  answerRequest,
  decodeEscapes,
  headOf,
  isDecodable,
  LIMITS,
  type Outcome,
  type RecordedBody,
  type RecordedRequest,
  Refusal,
  readBody,
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
    const { operation, method, target, path, query, headers } = head;
    const url = request.origin + target;
    let body: RecordedBody | undefined;
    let outcome: Outcome;
    try {
      if (bytes.length > LIMITS.bodyBytes)
        throw new Refusal(413, ["body"], `The body has more than ${LIMITS.bodyBytes} bytes.`);
      if (!isDecodable(head.rawPath))
        throw new Refusal(400, ["path"], "The path is not percent-encoded UTF-8.");
      const type = headers["content-type"];
      body = bytes.length > 0 || type !== undefined ? readBody(bytes, type) : undefined;
      outcome = await answerRequest(parts, head, body);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcome = refusedOutcome(error.status, error.location, error.message);
    }
    const { answer, violations, fault } = outcome;
    const recorded = {
      operation: operation?.id ?? operation?.route,
      route: operation?.route,
      method,
      target,
      path,
      segments: path.split("/").slice(1).map(decodeEscapes),
      query,
      headers,
      body,
      violations,
    };
    try {
      const written = await writeResponse(answer, fault, url, signal);
      record({ ...recorded, answer: written.recorded }, url);
      return written.response;
    } catch (error) {
      record({ ...recorded, answer: undefined }, url);
      throw error;
    }
  };
}
