import { describe, expect, it } from "vitest";
import type { Method, RetryPolicy, StatusPattern } from "../src/client.ts";
import type { Failure } from "../src/retry/failure.ts";
import { mayRepeat } from "../src/retry/policy.ts";

const UNSENT: Failure = { kind: "unsent" };
const LOST: Failure = { kind: "lost" };
const TIMEOUT: Failure = { kind: "timeout" };
const status = (code: number): Failure => ({ kind: "status", status: code });

const SAFE: Method[] = ["GET", "HEAD", "OPTIONS"];
const IDEMPOTENT: Method[] = ["PUT", "DELETE"];
const WRITING: Method[] = ["POST", "PATCH"];

function ask(
  method: Method,
  failure: Failure,
  extra: {
    keyed?: boolean;
    policy?: RetryPolicy;
    retry?: "never" | "always";
    statuses?: StatusPattern[];
  } = {},
): boolean {
  const { keyed = false, policy, retry, statuses } = extra;
  return mayRepeat({ operation: { method, retry }, keyed, policy, statuses }, failure);
}

describe("what may be sent again", () => {
  const again = [408, 425, 429, 500, 502, 503, 504, 507, 520, 599].map(status);
  const never = [400, 401, 403, 404, 409, 410, 422, 501, 505].map(status);
  const rows: [
    row: string,
    failures: Failure[],
    safe: boolean,
    idempotent: boolean,
    keyed: boolean,
    writing: boolean,
  ][] = [
    ["provably not sent", [UNSENT], true, true, true, true],
    ["408, 425, 429, 500–599 but 501 and 505", again, true, true, true, false],
    ["connection lost, timeout, body cut short", [LOST, TIMEOUT], true, true, true, false],
    ["409 and every other status", never, false, false, false, false],
  ];
  for (const [row, failures, safe, idempotent, keyed, writing] of rows) {
    for (const failure of failures) {
      it(`${row}: ${"status" in failure ? failure.status : failure.kind}`, () => {
        for (const method of SAFE) expect(ask(method, failure), method).toBe(safe);
        for (const method of IDEMPOTENT) expect(ask(method, failure), method).toBe(idempotent);
        for (const method of WRITING)
          expect(ask(method, failure, { keyed: true }), `keyed ${method}`).toBe(keyed);
        for (const method of WRITING) expect(ask(method, failure), method).toBe(writing);
      });
    }
  }
});

describe("a vendor's policy", () => {
  const agentref: RetryPolicy = { never: ["PUT", "PATCH", "DELETE"], statuses: [429, "5XX"] };
  const buena: RetryPolicy = { notProcessed: [429] };
  const agoralia: RetryPolicy = { statuses: [429, 500, 503] };
  const rows: [given: string, want: boolean, got: boolean][] = [
    ["AgentRef: PUT after 503", false, ask("PUT", status(503), { policy: agentref })],
    ["AgentRef: PATCH after 503", false, ask("PATCH", status(503), { policy: agentref })],
    ["AgentRef: DELETE after a lost connection", false, ask("DELETE", LOST, { policy: agentref })],
    ["AgentRef: DELETE that was not sent", true, ask("DELETE", UNSENT, { policy: agentref })],
    ["AgentRef: GET after 501", true, ask("GET", status(501), { policy: agentref })],
    ["AgentRef: GET after 408", false, ask("GET", status(408), { policy: agentref })],
    ["AgentRef: keyed POST after 500", true, ask("POST", status(500), { policy: agentref, keyed: true })],
    ["AgentRef: POST after 500", false, ask("POST", status(500), { policy: agentref })],
    ["Buena: POST after 429", true, ask("POST", status(429), { policy: buena })],
    ["Buena: POST after 503", false, ask("POST", status(503), { policy: buena })],
    ["Agoralia: GET after 502", false, ask("GET", status(502), { policy: agoralia })],
    ["Agoralia: GET after 503", true, ask("GET", status(503), { policy: agoralia })],
    ["a family of 4XX: GET after 418", true, ask("GET", status(418), { policy: { statuses: ["4XX"] } })],
    ["a family of 4XX: GET after 503", false, ask("GET", status(503), { policy: { statuses: ["4XX"] } })],
    [
      "a family that proves nothing was done: POST after 502",
      true,
      ask("POST", status(502), { policy: { notProcessed: ["5XX"] } }),
    ],
    [
      "a family that proves nothing was done: POST after 429",
      false,
      ask("POST", status(429), { policy: { notProcessed: ["5XX"] } }),
    ],
    ["a caller's family: GET after 404", true, ask("GET", status(404), { statuses: ["4XX"] })],
    ["Agora: upload after 503", false, ask("POST", status(503), { retry: "never" })],
    ["Agora: upload after a timeout", false, ask("POST", TIMEOUT, { retry: "never" })],
    ["Agora: upload that was not sent", true, ask("POST", UNSENT, { retry: "never" })],
    ["Agora: token exchange after 503", true, ask("POST", status(503), { retry: "always" })],
    ["Agora: token exchange after 401", false, ask("POST", status(401), { retry: "always" })],
    ["Agora: token exchange after a timeout", true, ask("POST", TIMEOUT, { retry: "always" })],
    ["a GET that is never repeated", false, ask("GET", status(503), { retry: "never" })],
  ];
  it.each(rows)("%s: %s", (_, want, got) => {
    expect(got).toBe(want);
  });

  it("gives way to the caller's own list of statuses", () => {
    expect(ask("GET", status(503), { statuses: [502] })).toBe(false);
    expect(ask("GET", status(502), { statuses: [502], policy: { statuses: [503] } })).toBe(true);
    expect(ask("POST", status(502), { statuses: [502] })).toBe(false);
  });
});
