import type { CallRequest, Facts, Layer, Reply } from "../../src/layer.ts";
import { limitsOf } from "../../src/limits.ts";
import type { Operation } from "../../src/operation.ts";
import { makeScrubber } from "../../src/secrets/scrubber.ts";
import { GET } from "./sample.ts";

/** What layers share, with what a test changes of it. */
export function factsOf(operation: Operation = GET, changes: Partial<Facts> = {}): Facts {
  return {
    client: "Sample",
    operation,
    idempotencyKey: undefined,
    vendor: {},
    report: undefined,
    scrubberFor: makeScrubber,
    issuesTokens: false,
    onLost: () => {},
    secrets: [],
    given: () => [],
    credentials: [],
    attempts: 0,
    isReplayed: false,
    isProcessed: false,
    ...changes,
  };
}

/** A request as it comes out of `prepare`. */
export function requestOf(changes: Partial<CallRequest> = {}): CallRequest {
  const facts = changes.facts ?? factsOf();
  return {
    facts,
    method: facts.operation.method,
    url: "https://api.sample.test/things",
    headers: { accept: "application/json" },
    schemes: [],
    body: undefined,
    reads: "text",
    limits: limitsOf(),
    choice: {},
    deadline: Number.POSITIVE_INFINITY,
    signal: undefined,
    onReleased: undefined,
    onSending: undefined,
    ...changes,
  };
}

/** What stands below the layer that is tested: answers one request after the other, and remembers them. */
export interface Below {
  readonly layer: Layer;
  readonly seen: CallRequest[];
}

type Outcome = Reply | Response | Error | ((request: CallRequest) => Promise<Reply>);

/** Answers with each outcome in turn, with the last one for ever. */
export function below(...outcomes: readonly Outcome[]): Below {
  const seen: CallRequest[] = [];
  const layer: Layer = async (request) => {
    const outcome = outcomes[Math.min(seen.push(request), outcomes.length) - 1];
    if (outcome instanceof Error) throw outcome;
    if (typeof outcome === "function") return outcome(request);
    return outcome instanceof Response ? { response: outcome } : (outcome as Reply);
  };
  return { layer, seen };
}

/** An answer with a header and a text. */
export function answer(
  status: number,
  headers: Record<string, string> = {},
  text: string | null = null,
): Response {
  return new Response(text, { status, headers });
}
