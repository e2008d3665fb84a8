import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { multipart } from "../src/bodies/multipart.ts";
import { cursorPages } from "../src/client.ts";
import { linkTarget } from "../src/links.ts";
import { readPointer } from "../src/pointer.ts";
import { retryHint } from "../src/retry/hints.ts";
import { parseEvents } from "../src/streams/parse-events.ts";
import { records } from "../src/streams/records.ts";
import { errorOf, GET, sample } from "./support/sample.ts";

const LONG = 100_000;

/** What patterns and parsers are known to run over again and again. */
const units = [
  ..." /\\\"'`<>()[]{}%~.,;:=+-_*#?!@&|aA0\n\r\t\u0000\u2028é",
  ...[
    "%2",
    "%25",
    '\\"',
    "<>",
    "; ",
    ", ",
    "a,",
    "rel=",
    "1.",
    "</a>;",
    "{a}",
    "~0",
    "\r\n",
    "..",
    "=a;",
    "2e",
  ],
];
const texts = units.flatMap((unit) => {
  const run = unit.repeat(LONG / unit.length);
  return [run, `${run}\u0001`, `x${run}x`];
});

/**
 * Milliseconds over all texts. What is linear takes a fraction of the bound on any machine; what is quadratic takes
 * seconds for each of them.
 */
function timeOf(run: (text: string) => unknown): number {
  const started = performance.now();
  for (const text of texts) {
    try {
      run(text);
    } catch {
      // Refused is fine.
    }
    if (performance.now() - started > BOUND) break;
  }
  return performance.now() - started;
}
const BOUND = 10_000;

const folder = new URL("../src/", import.meta.url).pathname;

/** Literals of regular expressions in a source file; comments are left out. */
function patternsOf(source: string): string[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/ \/\/ .*$/gm, "");
  const literal =
    /(?<=[=(,:?&|!]\s*|return )\/(?![/*])((?:\[(?:\\.|[^\]\\\n])*\]|\\.|[^/\\\n[])+)\/[dgimsuvy]*/g;
  return [...code.matchAll(literal)].map(([text]) => text);
}

describe("patterns take linear time", () => {
  const patterns = globSync("**/*.ts", { cwd: folder }).flatMap((file) =>
    patternsOf(readFileSync(`${folder}${file}`, "utf8")),
  );

  it.each([...new Set(patterns)].sort())("%s", (text) => {
    const [, body = "", flags = ""] = /^\/(.*)\/([a-z]*)$/s.exec(text) ?? [];
    const pattern = new RegExp(body, flags.replace("g", ""));
    expect(timeOf((long) => pattern.test(long))).toBeLessThan(BOUND);
  });

  it("are found", () => {
    expect(patterns.length).toBeGreaterThan(20);
  });
});

describe("parsers take linear time", () => {
  const header = (name: string, value: string): Headers =>
    ({ get: (asked: string) => (asked === name ? value : null) }) as unknown as Headers;
  it.each<[string, (text: string) => unknown]>([
    ["Link", (text) => linkTarget(text, "next")],
    ["Retry-After", (text) => retryHint(429, header("retry-after", text), undefined)],
    ["Date", (text) => retryHint(429, header("date", text), undefined)],
    ["Retry-After, as a date", (text) => retryHint(429, header("retry-after", `Mon, ${text}`), undefined)],
    ["a pointer", (text) => readPointer({ a: 1 }, `/${text}`)],
    ["a value behind a pointer", (text) => readPointer({ [text]: 1 }, "/a")],
  ])("%s", (_name, run) => {
    expect(timeOf(run)).toBeLessThan(BOUND);
  });
});

describe("streams take linear time", () => {
  it.each<[string, (text: string) => AsyncGenerator<unknown>]>([
    ["events, in one chunk", (text) => parseEvents(chunksOf([`data:${text}\n\n${text}:${text}\n\n`]))],
    ["events, in many chunks", (text) => parseEvents(chunksOf(`${text}\n\n`.match(/[\s\S]{1,50}/g) ?? []))],
    ["lines, in many chunks", (text) => records(chunksOf(text.match(/[\s\S]{1,50}/g) ?? []), /\n/g, true)],
  ])("%s", async (_name, read) => {
    const started = performance.now();
    for (const text of texts) {
      for await (const _ of read(text));
      if (performance.now() - started > BOUND) break;
    }
    expect(performance.now() - started).toBeLessThan(BOUND);
  });
});

async function* chunksOf(chunks: readonly string[]): AsyncGenerator<string> {
  yield* chunks;
}

/** Answers of a server that means harm. */
const bodies: readonly [name: string, json: string][] = [
  ["__proto__", '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'],
  ["then", '{"then":"x","catch":"x","toJSON":"x","toString":"x","valueOf":"x"}'],
  ["a discriminator", '{"type":"constructor","kind":"__proto__","code":"hasOwnProperty"}'],
  [
    "members of a page",
    '{"items":[1],"body":"x","hasNextPage":"x","getNextPage":"x","iterPages":"x","next":null}',
  ],
  ["depth", `${'{"a":'.repeat(2000)}1${"}".repeat(2000)}`],
];

function answering(
  text: string,
  status = 200,
  headers: Record<string, string> = {},
): ReturnType<typeof sample> {
  return sample({
    maxRetries: 0,
    fetch: async () =>
      new Response(text, { status, headers: { "content-type": "application/json", ...headers } }),
  });
}

describe("answers of a hostile server", () => {
  it.each(bodies)("%s: as a value", async (_name, body) => {
    await answering(body).things.call(GET);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each(bodies)("%s: as an error", async (_name, body) => {
    const error = await errorOf(answering(body, 400).things.call(GET));
    expect(error.name).toBe("BadRequestError");
    expect(typeof error.message).toBe("string");
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each(bodies)("%s: as a page", async (_name, body) => {
    const page = cursorPages({ items: "/items", cursor: "cursor", next: "/next" });
    const operation = { ...GET, query: ["cursor"], page };
    await answering(body)
      .things.page(operation)
      .then(
        (one) => expect(typeof one.hasNextPage).toBe("function"),
        (error: Error) => expect(error).toBeInstanceOf(Error),
      );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
    "a request id or a code called %s",
    async (name) => {
      const error = await errorOf(
        answering(JSON.stringify({ code: name }), 404, { "x-request-id": name }).things.call(GET),
      );
      expect(error.name).toBe("NotFoundError");
    },
  );

  it.each([
    'attachment; filename="../../../etc/passwd"',
    'attachment; filename="a\\"; rm -rf /"',
    "attachment; filename*=UTF-8''..%2f..%2fx",
    `attachment; filename="${"a".repeat(LONG)}"`,
  ])("Content-Disposition is passed on, never acted on: %.60s", async (value) => {
    const response = await answering("{}", 200, { "content-disposition": value })
      .things.call(GET)
      .asResponse();
    expect(response.headers.get("content-disposition")).toBe(value);
  });
});

describe("events, links and cursors of a hostile server", () => {
  it.each(["constructor", "__proto__", "toString", "then"])(
    "are what they are when called %s",
    async (name) => {
      const text = `event: ${name}\nid: ${name}\n${name}: ${name}\nretry: ${"9".repeat(LONG)}\ndata: ${name}\n\n`;
      const events: unknown[] = [];
      for await (const event of parseEvents(chunksOf([text]))) events.push(event);
      expect(events).toEqual([{ event: name, id: name, data: name, retry: expect.anything() }]);
      expect(linkTarget(`</a>; ${name}="x"; rel="${name}"`, "next")).toBeUndefined();
      expect(linkTarget(`</a>; rel="${name}"`, name.toLowerCase())).toBe("/a");
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
  );

  it.each(["constructor", "__proto__", "a\r\nX: 1", "&evil=1#", "%".repeat(LONG)])(
    "a cursor stays one value of the query: %.20j",
    async (next) => {
      const asked: URL[] = [];
      const client = sample({
        fetch: async (input) => {
          asked.push(new URL(new Request(input).url));
          const body = asked.length === 1 ? { items: [1], next } : { items: [2], next: null };
          return new Response(JSON.stringify(body), { headers: { "content-type": "application/json" } });
        },
      });
      const page = cursorPages({ items: "/items", cursor: "cursor", next: "/next" });
      const walk = client.things.page({ ...GET, query: ["cursor"], page }).toArray();
      expect(await walk).toEqual([1, 2]);
      expect([...(asked[1]?.searchParams ?? [])]).toEqual([["cursor", next]]);
    },
  );
});

describe("names that a server gave, sent back in multipart", () => {
  it.each([
    'a"; filename="x',
    "a\r\nX-Injected: 1",
    "a\r\n--boundary\r\n",
    "a\u0000b",
    "a\u2028b",
    "../../etc/passwd",
    "a".repeat(LONG),
  ])("%.40j stays one name", async (name) => {
    const sent: { headers: Headers; body: string }[] = [];
    const client = sample({
      fetch: async (input, init) => {
        const request = new Request(input, init);
        sent.push({ headers: request.headers, body: await request.text() });
        return new Response("{}", { headers: { "content-type": "application/json" } });
      },
    });
    const operation = { id: "things.put", method: "POST", path: "/things", body: multipart() } as const;
    const file = new File(["data"], name);
    await client.things.call(operation, { [name]: "value", file }).catch((error: Error) => {
      expect(error.name).toMatch(/Error$/);
    });
    for (const { headers, body } of sent) {
      const boundary = /boundary=(.+)$/.exec(headers.get("content-type") ?? "")?.[1] ?? "none";
      expect(body.split(`--${boundary}`)).toHaveLength(4);
      expect(body).not.toMatch(/^X-Injected/m);
    }
  });
});
