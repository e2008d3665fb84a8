import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { retryDelay } from "../src/retry/backoff.ts";
import { createBudget } from "../src/retry/budget.ts";
import { retryHint } from "../src/retry/hints.ts";
import { tellCause } from "../src/retry/tell-cause.ts";

afterEach(() => vi.restoreAllMocks());

describe("backoff", () => {
  it.each([
    [1, 500],
    [2, 1000],
    [3, 2000],
    [4, 4000],
    [5, 8000],
    [6, 8000],
    [2000, 8000],
  ])("after attempt %i is at most %i ms, and full jitter", (attempt, bound) => {
    vi.spyOn(Math, "random").mockReturnValue(1 - Number.EPSILON);
    expect(retryDelay(attempt, undefined, 500, 8000)).toBeCloseTo(bound, 0);
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    expect(retryDelay(attempt, undefined, 500, 8000)).toBe(bound / 2);
    vi.spyOn(Math, "random").mockReturnValue(0);
    expect(retryDelay(attempt, undefined, 500, 8000)).toBe(50);
  });

  it("takes a hint as a floor, and adds up to a tenth", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 60, max: 1e9, noNaN: true }),
        fc.integer({ min: 1, max: 50 }),
        (hint, attempt) => {
          const delay = retryDelay(attempt, hint, 500, 8000);
          expect(delay).toBeGreaterThanOrEqual(hint);
          expect(delay).toBeLessThanOrEqual(hint * 1.1);
        },
      ),
    );
  });

  it.each([0, 1, 49])("never waits less than 50 ms, even if told %i", (hint) => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    expect(retryDelay(1, hint, 500, 8000)).toBe(50);
  });
});

describe("budget", () => {
  it("allows 100 retries in a row, or 50 after timeouts", () => {
    const plain = createBudget();
    for (let retry = 0; retry < 100; retry++) expect(plain.spend(false)).toBe(true);
    expect(plain.spend(false)).toBe(false);
    const timeouts = createBudget();
    for (let retry = 0; retry < 50; retry++) expect(timeouts.spend(true)).toBe(true);
    expect(timeouts.spend(true)).toBe(false);
  });

  it("earns one for a clean success, up to where it began", () => {
    const budget = createBudget();
    budget.earn();
    for (let retry = 0; retry < 100; retry++) budget.spend(false);
    for (let success = 0; success < 4; success++) budget.earn();
    expect(budget.spend(false)).toBe(false);
    budget.earn();
    expect(budget.spend(false)).toBe(true);
    expect(budget.spend(false)).toBe(false);
  });
});

describe("hints", () => {
  const DATE = "Sun, 06 Nov 1994 08:49:37 GMT";
  const rows: [name: string, headers: Record<string, string>, want: number | undefined][] = [
    ["none", {}, undefined],
    ["seconds", { "retry-after": "3" }, 3000],
    ["zero", { "retry-after": "0" }, 0],
    ["white space", { "retry-after": " 3 " }, 3000],
    ["a fraction", { "retry-after": "1.5" }, 1500],
    ["milliseconds first", { "retry-after-ms": "250", "retry-after": "3" }, 250],
    ["unreadable milliseconds", { "retry-after-ms": "soon", "retry-after": "3" }, 3000],
    [
      "a date against the answer's own",
      { "retry-after": "Sun, 06 Nov 1994 08:49:47 GMT", date: DATE },
      10_000,
    ],
    ["a date in RFC 850's form", { "retry-after": "Sunday, 06-Nov-94 08:49:47 GMT", date: DATE }, 10_000],
    ["a date in asctime's form", { "retry-after": "Sun Nov  6 08:49:47 1994 GMT", date: DATE }, 10_000],
    ["a date in the past", { "retry-after": "Sun, 06 Nov 1994 08:00:00 GMT", date: DATE }, 0],
    ["a negative number, which Date.parse takes for a year", { "retry-after": "-5" }, undefined],
    ["words", { "retry-after": "soon" }, undefined],
    ["an empty field", { "retry-after": "" }, undefined],
    ["hexadecimal", { "retry-after": "0x10" }, undefined],
    ["an exponent", { "retry-after": "1e3" }, undefined],
    ["two fields, of which the longer counts", { "retry-after": "2, 1" }, 2000],
    ["two fields that say the same", { "retry-after": "2, 2" }, 2000],
    ["two fields, one of them unreadable", { "retry-after": "soon, 3" }, 3000],
    [
      "two dates",
      { "retry-after": "Sun, 06 Nov 1994 08:49:39 GMT, Sun, 06 Nov 1994 08:49:47 GMT", date: DATE },
      10_000,
    ],
    ["a date and seconds", { "retry-after": "Sun, 06 Nov 1994 08:49:39 GMT, 7", date: DATE }, 7000],
    ["an absurd number", { "retry-after": "9".repeat(400) }, Number.POSITIVE_INFINITY],
  ];
  it.each(rows)("%s", (_, headers, want) => {
    expect(retryHint(500, new Headers(headers), undefined)).toBe(want);
  });

  it("reads a date against our own clock when the answer has none", () => {
    vi.spyOn(Date, "now").mockReturnValue(Date.parse(DATE));
    expect(retryHint(503, new Headers({ "retry-after": "Sun, 06 Nov 1994 08:49:47 GMT" }), undefined)).toBe(
      10_000,
    );
  });

  it("reads the vendor's own hints last, in order, on 429 alone", () => {
    const hints = [
      { header: "x-ratelimit-reset", format: "epochSeconds" },
      { header: "x-wait", format: "milliseconds" },
      { body: "/retryAfter", format: "seconds" },
    ] as const;
    const at = Date.parse(DATE) / 1000;
    const read = (status: number, headers: Record<string, string>, body?: unknown): number | undefined =>
      retryHint(status, new Headers({ date: DATE, ...headers }), body, hints);
    expect(read(429, { "x-ratelimit-reset": String(at + 7) })).toBe(7000);
    expect(read(429, { "x-ratelimit-reset": String(at - 7) })).toBe(0);
    expect(read(503, { "x-ratelimit-reset": String(at + 7) })).toBeUndefined();
    expect(read(500, { "x-ratelimit-reset": String(at + 7) })).toBeUndefined();
    expect(read(429, { "x-ratelimit-reset": String(at + 7), "retry-after": "2" })).toBe(2000);
    expect(read(429, { "x-wait": "120" })).toBe(120);
    expect(read(429, {}, { retryAfter: 300 })).toBe(300_000);
    expect(read(429, {}, { retryAfter: "4" })).toBe(4000);
    expect(read(429, {}, { retryAfter: { seconds: 4 } })).toBeUndefined();
    expect(read(429, {}, "text")).toBeUndefined();
  });

  it("never throws, and never asks for a wait that is negative or no number", () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (text, body) => {
        const headers = new Headers();
        try {
          headers.set("retry-after", text);
        } catch {
          return;
        }
        const hint = retryHint(429, headers, body, [{ body: "/retryAfter", format: "epochSeconds" }]);
        expect(hint === undefined || hint >= 0).toBe(true);
      }),
    );
  });
});

describe("provably not sent", () => {
  const failed = (cause: unknown): unknown => Object.assign(new TypeError("fetch failed"), { cause });
  const rows: [name: string, error: unknown, want: boolean][] = [
    ["refused", failed({ code: "ECONNREFUSED" }), true],
    ["name not found", failed({ code: "ENOTFOUND" }), true],
    ["name server away", failed({ code: "EAI_AGAIN" }), true],
    ["connect timeout", failed({ code: "UND_ERR_CONNECT_TIMEOUT" }), true],
    ["no route while connecting", failed({ code: "EHOSTUNREACH", syscall: "connect" }), true],
    ["no route while reading", failed({ code: "EHOSTUNREACH", syscall: "read" }), false],
    [
      "refused at every address",
      failed({ errors: [{ code: "ECONNREFUSED" }, { code: "ECONNREFUSED" }] }),
      true,
    ],
    ["refused at one address", failed({ errors: [{ code: "ECONNREFUSED" }, { code: "ECONNRESET" }] }), false],
    ["reset", failed({ code: "ECONNRESET" }), false],
    ["other side closed", failed({ code: "UND_ERR_SOCKET" }), false],
    ["Bun", Object.assign(new Error("x"), { code: "ConnectionRefused" }), true],
    ["Deno", new TypeError("error sending request: client error (Connect): tcp connect error"), true],
    ["a browser, which does not say", new TypeError("Failed to fetch"), false],
    ["no error at all", undefined, false],
  ];
  it.each(rows)("%s", (_, error, want) => {
    expect(tellCause(error) === "unsent").toBe(want);
  });

  it("is not caught in a circle of causes", () => {
    const error: { cause?: unknown } = {};
    error.cause = error;
    expect(tellCause(error)).toBeUndefined();
  });
});

it.each(["America/New_York", "Asia/Tokyo"])(
  "reads asctime's form, which has no zone, as GMT in %s",
  (zone) => {
    vi.stubEnv("TZ", zone);
    expect(new Date(0).getTimezoneOffset()).not.toBe(0);
    const headers = new Headers({
      "retry-after": "Sun Nov  6 08:49:47 1994",
      date: "Sun, 06 Nov 1994 08:49:37 GMT",
    });
    expect(retryHint(503, headers, undefined)).toBe(10_000);
    vi.unstubAllEnvs();
  },
);
