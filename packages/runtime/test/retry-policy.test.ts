import { describe, expect, it } from "vitest";
import type { RetryPolicy, StatusPattern } from "../src/client.ts";
import type { Failure } from "../src/retry/failure.ts";
import { leavesOpen, mayRepeat } from "../src/retry/policy.ts";

const UNSENT: Failure = { kind: "unsent" };
const LOST: Failure = { kind: "lost" };
const TIMEOUT: Failure = { kind: "timeout" };
const status = (code: number): Failure => ({ kind: "status", status: code });

const SAFE = ["GET", "HEAD", "OPTIONS", "QUERY", "SEARCH", "REPORT", "PROPFIND"];
const IDEMPOTENT = ["PUT", "DELETE"];
// Of a method that nobody knows nothing is known: `query` is not QUERY.
const WRITING = ["POST", "PATCH", "COPY", "LOCK", "query"];

function ask(
  method: string,
  failure: Failure,
  extra: {
    keyed?: boolean;
    policy?: RetryPolicy;
    retry?: "never" | "always";
    statuses?: StatusPattern[];
    isLost?: boolean;
    isProcessed?: boolean;
    repeatable?: boolean;
  } = {},
): boolean {
  const { retry, ...rest } = extra;
  return mayRepeat({ operation: { method, retry }, keyed: false, ...rest }, failure);
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
    ["AgentRef: GET after 408", true, ask("GET", status(408), { policy: agentref })],
    ["AgentRef: keyed POST after 500", true, ask("POST", status(500), { policy: agentref, keyed: true })],
    ["AgentRef: POST after 500", false, ask("POST", status(500), { policy: agentref })],
    ["Buena: POST after 429", true, ask("POST", status(429), { policy: buena })],
    ["Buena: POST after 503", false, ask("POST", status(503), { policy: buena })],
    ["Agoralia: PUT after 502", false, ask("PUT", status(502), { policy: agoralia })],
    ["Agoralia: keyed POST after 504", false, ask("POST", status(504), { policy: agoralia, keyed: true })],
    ["Agoralia: HEAD after 408", true, ask("HEAD", status(408), { policy: agoralia })],
    ["Agoralia: OPTIONS after 504", true, ask("OPTIONS", status(504), { policy: agoralia })],
    ["Agoralia: GET after 501", false, ask("GET", status(501), { policy: agoralia })],
    ["Agoralia: GET after 502", true, ask("GET", status(502), { policy: agoralia })],
    ["Agoralia: GET after 503", true, ask("GET", status(503), { policy: agoralia })],
    ["a family of 4XX: GET after 418", true, ask("GET", status(418), { policy: { statuses: ["4XX"] } })],
    ["a family of 4XX: PUT after 503", false, ask("PUT", status(503), { policy: { statuses: ["4XX"] } })],
    [
      "GET among the methods that are never repeated",
      false,
      ask("GET", status(503), { policy: { never: ["GET"] } }),
    ],
    ["a family of 4XX: GET after 503", true, ask("GET", status(503), { policy: { statuses: ["4XX"] } })],
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

describe("409", () => {
  const rows: [given: string, want: boolean, got: boolean][] = [
    ["of the first attempt", false, ask("POST", status(409), { keyed: true })],
    ["after a lost one, under the same key", true, ask("POST", status(409), { keyed: true, isLost: true })],
    [
      "the same, whatever the vendor lists",
      true,
      ask("POST", status(409), { keyed: true, isLost: true, policy: { statuses: [429] } }),
    ],
    ["after a lost one, without a key", false, ask("PUT", status(409), { isLost: true })],
    ["of a GET after a lost one", false, ask("GET", status(409), { isLost: true })],
    [
      "after a lost one, where the vendor says never",
      false,
      ask("POST", status(409), { keyed: true, isLost: true, retry: "never" }),
    ],
    [
      "of what a 303 led to",
      false,
      ask("POST", status(409), { keyed: true, isLost: true, isProcessed: true }),
    ],
  ];
  it.each(rows)("%s: %s", (_, want, got) => {
    expect(got).toBe(want);
  });

  it("follows what leaves open whether the server acted", () => {
    expect([LOST, TIMEOUT, status(502), status(504), status(524)].map(leavesOpen)).toEqual(
      Array(5).fill(true),
    );
    expect([UNSENT, status(500), status(503), status(429)].map(leavesOpen)).toEqual(Array(4).fill(false));
  });
});

describe("the caller's word", () => {
  const rows: [given: string, want: boolean, got: boolean][] = [
    ["a POST that does no harm, after 503", true, ask("POST", status(503), { repeatable: true })],
    [
      "after a status that the vendor's list leaves out",
      true,
      ask("POST", status(502), { repeatable: true, policy: { statuses: [503] } }),
    ],
    ["after a lost connection", true, ask("PATCH", LOST, { repeatable: true })],
    [
      "of a method that the vendor never has repeated",
      true,
      ask("PUT", LOST, { repeatable: true, policy: { never: ["PUT"] } }),
    ],
    [
      "of an operation that the vendor never has repeated",
      true,
      ask("POST", TIMEOUT, { repeatable: true, retry: "never" }),
    ],
    ["after what will be the same next time", false, ask("POST", status(400), { repeatable: true })],
    [
      "after a server's no",
      false,
      ask("POST", { kind: "status", status: 503, isFinal: true }, { repeatable: true }),
    ],
    ["a GET that does harm, after 503", false, ask("GET", status(503), { repeatable: false })],
    ["a PUT that does harm, after a lost connection", false, ask("PUT", LOST, { repeatable: false })],
    ["a PUT that does harm and was not sent", true, ask("PUT", UNSENT, { repeatable: false })],
  ];
  it.each(rows)("%s: %s", (_, want, got) => {
    expect(got).toBe(want);
  });
});
