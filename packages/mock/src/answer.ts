import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Answer, FailRule, RecordedAnswer } from "@trunkline/document/mock";

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
