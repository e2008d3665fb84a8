import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readOptions } from "../src/arguments/read-options.ts";
import { resolveBaseURL } from "../src/base-url.ts";
import { formUrlEncoded } from "../src/bodies/form-url-encoded.ts";
import { multipart } from "../src/bodies/multipart.ts";
import {
  basic,
  bearer,
  type ClientDefinition,
  cursorPages,
  eventStream,
  jsonLines,
  linkPages,
  offsetPages,
  pageNumberPages,
  pathParameter,
  queryParameter,
} from "../src/client.ts";
import { putHeaders } from "../src/headers.ts";
import { linkTarget } from "../src/links.ts";
import { serializePath, serializeQuery } from "../src/parameters/address.ts";
import { cookieParameters } from "../src/parameters/cookie.ts";
import { headerParameters } from "../src/parameters/header.ts";
import { readPointer, writePointer } from "../src/pointer.ts";
import { decideRedirect } from "../src/redirects/decide-redirect.ts";
import { foreignOrigin } from "../src/redirects/foreign-origin.ts";
import { makeAPIError } from "../src/response/make-api-error.ts";
import { readText } from "../src/response/read-body.ts";
import { retryHint } from "../src/retry/hints.ts";
import { tellCause } from "../src/retry/tell-cause.ts";
import { makeScrubber } from "../src/secrets/scrubber.ts";
import { serverVariables } from "../src/server-variables.ts";
import { parseEvents } from "../src/streams/parse-events.ts";
import { records } from "../src/streams/records.ts";
import { jsonText } from "../src/values/json-text.ts";
import { nearest } from "../src/values/nearest.ts";
import { GET, type SampleOptions, sampleClass } from "./support/sample.ts";

// Work at eight times the length against work at the length. 2.5 times at each doubling is 15.6: what grows with the
// length is at 8, what grows with its square at 64, and a pattern that tries all ways does not end.
const TIMES = 8;
const MOST = 2.5 ** 3;
const LENGTH = 1500;
/** Below so many microseconds of computing nothing can be told. */
const FLOOR = 500;

/** What patterns and parsers are known to run over again and again. */
const UNITS = [
  ..." /\\\"'`<>()[]{}%~.,;:=+-_*#?!@&|aA0\n\r\t\u0000\u2028éÃ\u0080",
  ...[
    "%2",
    "%25",
    "%25252F",
    "&",
    "&#",
    "&#x2f;",
    "&#0000000047;",
    "&amp;",
    "&amp;#47;",
    "&aaaaaaaaaaa",
    "\\u002f",
    "\\057",
    "\\x{2f}",
  ],
  ...[
    "\\\\u002f",
    "\\u",
    "\\x2",
    '\\"',
    "<>",
    "; ",
    ", ",
    "a,",
    "rel=",
    "1.",
    "</a>;",
    "<a>; rel=next,",
    "{a}",
  ],
  ...[
    "~0",
    "~1",
    "\r\n",
    "..",
    "/..",
    "=a;",
    "2e",
    "a=",
    "&a=",
    "data:",
    "data:a\n\n",
    "id:\n",
    ":\n",
    "r=0;t=1,",
  ],
  ...["Mon, ", " 2000", "😀", "aaaaaaab", "[1,", '{"a":', '"a",'],
];

/** What does not end as it goes on is where a pattern goes back to try another way. */
const textsOf = (length: number): string[] =>
  UNITS.map((unit) => `${unit.repeat(Math.ceil(length / unit.length))}\u0001`);
const FEW = textsOf(LENGTH);
const MANY = textsOf(LENGTH * TIMES);

async function work(run: (text: string) => unknown, texts: readonly string[]): Promise<number> {
  const before = process.cpuUsage();
  for (const text of texts) {
    try {
      await run(text);
    } catch {
      // Refused is fine.
    }
  }
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** How many times the work grows when the texts grow eight times. */
async function growthOf(
  run: (text: string) => unknown,
  few: readonly string[] = FEW,
  many: readonly string[] = MANY,
): Promise<number> {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // The least of several: a busy machine only adds.
  for (let repeat = 0; repeat < 5; repeat++) {
    least = Math.min(least, await work(run, few));
    most = Math.min(most, await work(run, many));
    if (most / Math.max(least, FLOOR) <= MOST) break;
  }
  return most / Math.max(least, FLOOR);
}

const header = (name: string, value: string): Headers =>
  ({ get: (asked: string) => (asked === name ? value : null) }) as unknown as Headers;

async function* chunksOf(text: string, size = text.length || 1): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function drain(values: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of values);
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A body that comes in pieces. */
const streamed = (text: string): ReadableStream =>
  new ReadableStream({
    start(controller) {
      for (let at = 0; at < text.length; at += 1000) controller.enqueue(bytes(text.slice(at, at + 1000)));
      controller.close();
    },
  });

/** A client that is answered so. */
const answered = (
  response: () => Response,
  options: SampleOptions = {},
  definition: Partial<ClientDefinition> = {},
) =>
  new (sampleClass({
    errors: { code: ["/code"], message: ["/message"], requestId: ["/id"] },
    ...definition,
  }))({ apiKey: "aaaaaaab-key", maxRetries: 0, fetch: async () => response(), ...options });

const asField = (text: string): string => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, "a");
const page = (next: unknown, headers: Record<string, string> = {}): Response =>
  Response.json({ items: [1], next }, { headers });
/** Walks over a page, and an empty one behind it. */
const walk = (style: object, response: () => Response): Promise<unknown> => {
  let count = 0;
  return answered(() => (count++ === 0 ? response() : Response.json({ items: [], next: [] })))
    .things.page({ ...GET, query: ["cursor", "offset"], page: style } as never)
    .toArray();
};

const scrubber = makeScrubber([
  "aaaaaaab-key",
  "%25%25%25/\\\\\\\\&#x2f;",
  `${"\\".repeat(28)}x`,
  "key",
  "é€😀ééééé",
  "aaaa-é\\1???-aaaa}",
]);
const read = {
  event: eventStream(),
  json: eventStream({ data: "json" }),
  lines: jsonLines("application/jsonl"),
  sequence: jsonLines("application/json-seq"),
};
const stream = (text: string, type: string): Response =>
  new Response(text, { headers: { "content-type": asField(type) } });
const walkStream = async (reader: typeof read.event, text: string, type: string): Promise<void> =>
  drain(
    await answered(() => stream(text, type)).things.call<AsyncIterable<unknown>>({
      ...GET,
      response: reader,
    }),
  );

/** Everything that reads or writes a text of somebody else. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  "a text that may hold secrets": scrubber.text,
  "a text that was cut": scrubber.cut,
  "a name that may hold secrets": scrubber.label,
  "a value that may hold secrets": (text) => scrubber.json({ [text]: [text, { [`${text}2`]: text }] }),
  "header fields that may hold secrets": (text) => scrubber.headers(new Headers({ a: asField(text) })),
  "an error that may hold secrets": (text) =>
    scrubber.thrown(new Error(text, { cause: Object.assign(new Error("a"), { [text]: [text] }) })),
  "a secret, searched in itself": (text) => makeScrubber([text]).text(`${text}${text}`),
  "a secret, searched where it almost is": (text) => makeScrubber([`${text}b`]).text(text.repeat(3)),
  "a secret, searched where it is spelled": (text) =>
    makeScrubber([text]).text([...text].map((one) => `&#${one.codePointAt(0)};`).join("")),
  "many secrets": (text) =>
    makeScrubber(text.match(/[\s\S]{1,100}/g)?.map((part, index) => `${index} ${part}`) ?? []).text(
      "a".repeat(100),
    ),
  Link: (text) => linkTarget(text, "next"),
  "Retry-After": (text) => retryHint(429, header("retry-after", text), undefined),
  "Retry-After, as a date": (text) => retryHint(429, header("retry-after", `Mon, ${text}`), undefined),
  "retry-after-ms": (text) => retryHint(429, header("retry-after-ms", text), undefined),
  Date: (text) => retryHint(429, header("date", text), undefined),
  "a hint in a vendor's field": (text) =>
    retryHint(429, header("x-reset", text), undefined, [{ header: "x-reset", format: "epochSeconds" }]),
  "a hint in a body": (text) =>
    retryHint(429, header("", ""), { wait: text }, [{ body: "/wait", format: "seconds" }]),
  Location: (text) =>
    decideRedirect({
      method: "GET",
      url: "https://a.test/",
      status: 302,
      location: text,
      repeatable: true,
      hops: 0,
      label: scrubber.label,
    }),
  "the address that answered": (text) => foreignOrigin("https://a.test/", `https://a.test/${text}`),
  "a pointer": (text) => readPointer({ a: 1 }, `/${text}`),
  "a value behind a pointer": (text) => readPointer({ [text]: 1 }, "/a"),
  "a place that is written": (text) => writePointer({ a: text }, "/b/c", text),
  "a body in pieces": (text) => readText(new Response(streamed(text))),
  "an error of a status": (text) =>
    makeAPIError({ status: 400, headers: new Headers(), body: { [text]: text } }, { code: ["/a"] }),
  "why a connection failed": (text) => tellCause(new TypeError(text, { cause: new Error(text) })),
  "events in one chunk": (text) => drain(parseEvents(chunksOf(`data:${text}\n\n${text}:${text}\n\n`))),
  "events in many chunks": (text) => drain(parseEvents(chunksOf(`${text}\n\n`, 50))),
  "lines in many chunks": (text) => drain(records(chunksOf(text, 50), /\n/g, true)),
  "a stream of events": (text) => walkStream(read.event, text, "text/event-stream"),
  "a stream of JSON in events": (text) => walkStream(read.json, `data: ${text}\n\n`, "text/event-stream"),
  "a stream of JSON lines": (text) => walkStream(read.lines, text, "application/jsonl"),
  "a stream of a JSON sequence": (text) => walkStream(read.sequence, text, "application/json-seq"),
  "a content type in place of a stream's": (text) => walkStream(read.event, "", text),
  "a content type that begins like a stream's": (text) => walkStream(read.lines, "", `  text/html${text}`),
  "an error's body": (text) => answered(() => new Response(text, { status: 400 })).things.call(GET),
  "an error's body in JSON": (text) =>
    answered(() => Response.json({ code: text, message: text, [text]: [text] }, { status: 429 })).things.call(
      GET,
    ),
  "an error's header": (text) =>
    answered(
      () =>
        new Response("{}", { status: 400, headers: { "x-request-id": asField(text), etag: asField(text) } }),
    ).things.call(GET),
  "a success that lies": (text) => answered(() => new Response(text)).things.call(GET),
  "a success under hooks": (text) =>
    answered(() => Response.json({ text }, { headers: { "x-request-id": asField(text) } }), {
      hooks: { response: () => {} },
    }).things.call(GET),
  "what a fetch throws": (text) =>
    answered(() => {
      throw Object.assign(new Error(text), { url: text });
    }).things.call(GET),
  "a cursor": (text) =>
    walk(cursorPages({ items: "/items", cursor: "cursor", next: "/next" }), () => page(text)),
  "a next link in a body": (text) =>
    walk(linkPages({ items: "/items", next: "/next" }), () => page(`?cursor=${text}`)),
  "a next link in the header": (text) =>
    walk(linkPages({ items: "/items" }), () => page(null, { link: `<?cursor=1${asField(text)}>; rel=next` })),
  "numbers of pages that are none": (text) =>
    walk(offsetPages({ items: "/items", offset: "offset", total: "/next" }), () => page(text)),
  "a page that says what it is": (text) =>
    walk(pageNumberPages({ items: "/next", page: "offset", total: "/next" }), () => page([...text])),
  "a path": (text) => serializePath("/a/{id}/b", { id: text }, undefined),
  "a styled path": (text) =>
    serializePath("/a/{id}", { id: [text, text] }, { id: pathParameter({ style: "matrix", explode: true }) }),
  "a path's template": (text) => answered(() => Response.json({})).get(`/${text}`),
  "a query": (text) => serializeQuery({ a: text, [text]: [text, text] }, ["a"]),
  "a styled query": (text) =>
    serializeQuery({ a: { [text]: text } }, [queryParameter({ name: "a", style: "deepObject" } as never)]),
  "a form": (text) => formUrlEncoded().encode({ a: text, [text]: text }),
  "a multipart form": (text) =>
    (multipart().encode({ [text]: text, a: new File([text], text) }).body as () => unknown)(),
  "JSON that is sent": (text) => jsonText({ [text]: [text, ...text] }, "The body"),
  "header parameters": (text) => headerParameters("a").write({ a: text }),
  "cookie parameters": (text) => cookieParameters("a").write({ a: text }),
  "header fields": (text) => putHeaders({}, { a: text, [text]: "a" }),
  "many header fields of one name": (text) =>
    putHeaders(
      {},
      [...text].map((one) => ["a", one] as const),
    ),
  "a base URL": (text) =>
    resolveBaseURL({ name: "A", environments: {} } as unknown as ClientDefinition, {
      baseURL: `https://a.test/${text}`,
    }),
  "a server's variable": (text) =>
    serverVariables("https://{a}.test/{b}", {
      a: { option: "a", default: "a" },
      b: { option: "b", default: "b" },
    })({ a: text, b: text }),
  "an option that there is not": (text) =>
    readOptions({ [text]: 1 }, { owner: "A", names: ["timeout", "baseURL"] } as never),
  "a name that is nearest": (text) => nearest(text, ["timeout", "baseURL"]),
  "a user and a password": (text) =>
    answered(
      () => Response.json({}),
      { apiKey: undefined as never, username: text, password: text },
      {
        schemes: {
          B: basic({ option: "username" }, { option: "password" }),
          K: bearer({ option: "apiKey" }),
        },
        security: [["B"]],
      },
    ).things.call(GET),
  "a walk over an answer of another shape": (text) =>
    walk(cursorPages({ items: "", cursor: "cursor", next: "/a" }), () => Response.json([...text])),
};

describe("time grows with the text, and no faster, of", () => {
  it.each(Object.entries(READERS))("%s", async (_, run) => {
    expect(await growthOf(run)).toBeLessThan(MOST);
  });

  it.each<[string, (text: string) => unknown]>([
    ["a pattern that tries all beginnings", (text) => /a*!/.test(text)],
    [
      "a list that is copied for each item",
      (text) => [...text].reduce<string[]>((all, one) => all.concat(one), []),
    ],
  ])("what it is measured by tells %s", async (_, run) => {
    expect(await growthOf(run, ["a".repeat(LENGTH)], ["a".repeat(LENGTH * TIMES)])).toBeGreaterThan(MOST);
  });

  it("secrets of the longest kind in the longest body that is kept", async () => {
    const secrets = (length: number): string[] => [
      `${"a".repeat(length)}b`,
      `b${"a".repeat(length)}`,
      "\\".repeat(length),
    ];
    const run = (length: number) => () =>
      makeScrubber(secrets(length / 4)).cut(`${"a".repeat(length)}${"\\".repeat(length)}`);
    const most = await growthOf((length) => run(Number(length))(), ["8192"], ["65536"]);
    expect(most).toBeLessThan(MOST);
  });
});

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

describe("time grows with the text, and no faster, of the pattern", () => {
  const patterns = globSync("**/*.ts", { cwd: folder }).flatMap((file) =>
    patternsOf(readFileSync(`${folder}${file}`, "utf8")),
  );

  it.each([...new Set(patterns)].sort())("%s", async (text) => {
    const [, body = "", flags = ""] = /^\/(.*)\/([a-z]*)$/s.exec(text) ?? [];
    const pattern = new RegExp(body, flags.replace("g", ""));
    expect(await growthOf((long) => pattern.test(long))).toBeLessThan(MOST);
  });

  it("are found", () => {
    expect(patterns.length).toBeGreaterThan(20);
  });
});
