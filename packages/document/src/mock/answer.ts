import type { Judgement } from "./judge/judgement.ts";
import { bytesOf } from "./text.ts";
import type { FailRule, Violation } from "./types.ts";

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
    body: bytesOf(JSON.stringify({ type: "about:blank", title, status, detail, validation })),
  };
}

/** What a fault with a status answers: its own body, else the documented example, else a problem document. */
export function faultAnswer(fault: FailRule, status: number, documented: Judgement | undefined): Answer {
  const plain =
    fault.body !== undefined
      ? {
          status,
          headers: { "content-type": typeof fault.body === "string" ? "text/plain" : "application/json" },
          body: bytesOf(typeof fault.body === "string" ? fault.body : JSON.stringify(fault.body)),
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

/** Violations in the answer's head, for people with curl; the whole list is in the record. Header values are ASCII. */
export function shown(answer: Answer, violations: readonly Violation[]): Answer {
  if (violations.length === 0) return answer;
  const short = JSON.stringify(violations.slice(0, 40))
    .replace(/[^\x20-\x7e]/g, "?")
    .slice(0, 4000);
  return { ...answer, headers: { ...answer.headers, "sl-violations": short } };
}
