import { describe, expect, it } from "vitest";
import { exhaustion, retryHint } from "../src/retry/hints.ts";

const DATE = "Sun, 06 Nov 1994 08:49:37 GMT";
const AT = Date.parse(DATE) / 1000;

describe("hints of RateLimit fields", () => {
  const rows: [name: string, headers: Record<string, string>, want: number | undefined][] = [
    ["draft 11", { ratelimit: '"default";r=0;t=3' }, 3000],
    ["draft 11 with spaces and other parameters", { ratelimit: '"default"; pk=:abc=:; r=0; t=3' }, 3000],
    [
      "several windows, of which the longest that is empty counts",
      { ratelimit: '"a";r=0;t=3,"b";r=5;t=60, "c";r=0;t=7' },
      7000,
    ],
    ["a window in which something remains", { ratelimit: '"default";r=5;t=60' }, undefined],
    ["one that tells no end", { ratelimit: '"default";r=0' }, undefined],
    ["drafts 3 to 7", { ratelimit: "limit=10, remaining=0, reset=4" }, 4000],
    ["drafts 3 to 7 with something left", { ratelimit: "limit=10, remaining=10, reset=4" }, undefined],
    ["RateLimit-Reset in seconds", { "ratelimit-reset": "3" }, 3000],
    [
      "RateLimit-Reset as a moment",
      { "ratelimit-reset": String(AT + 1e9 + 5), date: new Date((AT + 1e9) * 1000).toUTCString() },
      5000,
    ],
    ["Retry-After comes first", { "retry-after": "1", ratelimit: '"a";r=0;t=9' }, 1000],
    ["nonsense", { ratelimit: "soon", "ratelimit-reset": "-3" }, undefined],
  ];
  it.each(rows)("%s", (_, headers, want) => {
    expect(retryHint(429, new Headers(headers), undefined)).toBe(want);
    if (!headers["retry-after"]) expect(retryHint(503, new Headers(headers), undefined)).toBeUndefined();
  });

  it("give way to what the vendor says of the same field", () => {
    const headers = new Headers({ "ratelimit-reset": "3000" });
    expect(retryHint(429, headers, undefined, [{ header: "RateLimit-Reset", format: "milliseconds" }])).toBe(
      3000,
    );
  });
});

describe("exhaustion", () => {
  const agoralia = {
    retryAfter: [{ header: "X-RateLimit-Reset", format: "epochSeconds" }],
    rateLimit: { remaining: "X-RateLimit-Remaining", reset: "X-RateLimit-Reset" },
  } as const;
  const plain = { rateLimit: { remaining: "X-Left", reset: "X-Reset" } };
  const rows: [name: string, fields: object, headers: Record<string, string>, want: number | undefined][] = [
    ["nothing said", agoralia, {}, undefined],
    [
      "something remains",
      agoralia,
      { "x-ratelimit-remaining": "1", "x-ratelimit-reset": String(AT + 5), date: DATE },
      undefined,
    ],
    [
      "nothing remains",
      agoralia,
      { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(AT + 5), date: DATE },
      5000,
    ],
    ["nothing remains, and no end is told", agoralia, { "x-ratelimit-remaining": "0" }, undefined],
    ["a reset whose format nobody declares, in seconds", plain, { "x-left": "0", "x-reset": "5" }, 5000],
    ["the standard's fields", {}, { "ratelimit-remaining": "0", "ratelimit-reset": "5" }, 5000],
    ["the standard's fields, in one", agoralia, { ratelimit: '"a";r=0;t=5' }, 5000],
  ];
  it.each(rows)("%s", (_, fields, headers, want) => {
    expect(exhaustion(new Headers(headers), fields)).toBe(want);
  });
});
