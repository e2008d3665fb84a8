import { describe, expect, it } from "vitest";
import { multipart } from "../src/bodies/multipart.ts";
import { cursorPages } from "../src/client.ts";
import { linkTarget } from "../src/links.ts";
import { parseEvents } from "../src/streams/parse-events.ts";
import { errorOf, GET, sample } from "./support/sample.ts";

const LONG = 100_000;

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
