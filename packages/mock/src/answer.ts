import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Judgement } from "./judge/judgement.ts";
import type { FailRule, RecordedAnswer, Violation } from "./types.ts";

/** An answer to be written, before any fault. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A problem document (RFC 9457), as Prism writes them. */
export function problem(status: number, title: string, violations: readonly Violation[]): Answer {
  const validation = violations.map(({ location, message }) => ({ location, severity: "Error", message }));
  const detail = violations.map((one) => one.message).join(" ");
  return {
    status,
    headers: { "content-type": "application/problem+json" },
    body: Buffer.from(JSON.stringify({ type: "about:blank", title, status, detail, validation })),
  };
}

/** What a fault with a status answers: its own body, else the documented example, else a problem document. */
export function faultAnswer(fault: FailRule, status: number, documented: Judgement | undefined): Answer {
  const plain =
    fault.body !== undefined
      ? {
          status,
          headers: { "content-type": typeof fault.body === "string" ? "text/plain" : "application/json" },
          body: Buffer.from(typeof fault.body === "string" ? fault.body : JSON.stringify(fault.body)),
        }
      : documented?.status === status
        ? { status, headers: documented.headers, body: documented.body }
        : problem(status, "A fault that the mock was told to answer", []);
  const extra = Object.entries(fault.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    ...plain,
    headers: {
      ...plain.headers,
      ...(fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) }),
      ...Object.fromEntries(extra),
    },
  };
}

/** Writes the answer, late, cut or not at all as the fault says. Returns what reached the wire. */
export async function writeAnswer(
  response: ServerResponse,
  answer: Answer,
  fault: FailRule | undefined,
  closing: AbortSignal,
): Promise<RecordedAnswer | undefined> {
  // A delay may be longer than a connection is left alone.
  if (fault?.delay !== undefined) response.socket?.setTimeout(0);
  if (fault?.delay !== undefined) await wait(fault.delay, undefined, { signal: closing }).catch(() => {});
  const socket = response.socket;
  if (fault?.reset) {
    socket?.resetAndDestroy();
    return undefined;
  }
  const empty = answer.status === 204 || answer.status === 304;
  const length = empty
    ? {}
    : { "content-length": String(Math.max(answer.body.length, fault?.cutBody ? 1 : 0)) };
  const headers = { ...answer.headers, ...length };
  response.writeHead(answer.status, headers);
  if (fault?.cutBody) {
    const half = answer.body.subarray(0, Math.floor(answer.body.length / 2));
    // A reset right after the write would overtake the bytes: an orderly end leaves them readable.
    await new Promise<void>((done) => {
      response.flushHeaders();
      response.write(half.length === 0 ? "" : half, () => done());
    });
    socket?.end();
    return { status: answer.status, headers, body: half, fault: true };
  }
  response.end(empty ? undefined : answer.body);
  return { status: answer.status, headers, body: answer.body, fault: fault !== undefined };
}
