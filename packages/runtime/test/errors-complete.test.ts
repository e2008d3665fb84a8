import { describe, expect, it } from "vitest";
import {
  type APIClient,
  cursorPages,
  eventStream,
  jsonLines,
  type Operation,
  offsetPages,
  type PageOperation,
} from "../src/client.ts";
import type { TrunklineError } from "../src/errors/trunkline-error.ts";
import { createRawClient } from "../src/raw.ts";
import { records } from "../src/streams/records.ts";
import { errorOf, GET, type SampleOptions, sample, type Things } from "./support/sample.ts";

type Client = APIClient<SampleOptions> & { readonly things: Things };
type Answer = (url: URL) => Response;

const listBy = (page: PageOperation["page"]): PageOperation => ({
  ...GET,
  id: "things.list",
  query: ["cursor", "offset"],
  page,
});
const BY_CURSOR = listBy(cursorPages({ items: "/data", cursor: "cursor", next: "/next" }));
const BY_OFFSET = listBy(offsetPages({ items: "/data", offset: "offset", total: "/total" }));
const stream = (response: Operation["response"]): Operation => ({ ...GET, id: "things.watch", response });

const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { "content-type": "application/json", "x-request-id": "req_1" },
  });

function clientOf(answer: Answer, options: SampleOptions = {}): { client: Client; sent: URL[] } {
  const sent: URL[] = [];
  const fetch = async (url: string): Promise<Response> => {
    sent.push(new URL(url));
    return answer(new URL(url));
  };
  const client = sample({ maxRetries: 0, ...options, fetch });
  return { client, sent };
}

const walk = async (items: AsyncIterable<unknown>): Promise<void> => {
  for await (const item of items) void item;
};
const LIST = { operation: "things.list", method: "GET", path: "/things" };
const WATCH = { ...LIST, operation: "things.watch" };
const answered = { attempts: 1, requestId: "req_1" };
const unsent = { attempts: 0 };

/** Each way in which a call can fail beside its answer: what the error says of the call, and how many requests went out. */
const CASES: readonly [
  what: string,
  run: (client: Client) => Promise<unknown>,
  answer: unknown,
  want: object,
  requests: number,
][] = [
  [
    "a limit that is negative",
    (c) => c.things.page(BY_CURSOR).toArray({ limit: -1 }),
    {},
    { ...LIST, ...unsent },
    0,
  ],
  [
    "a limit that is not whole",
    (c) => c.things.page(BY_OFFSET).toArray({ limit: 1.5 }),
    {},
    { ...LIST, ...unsent },
    0,
  ],
  [
    "an offset that is not a number",
    (c) => walk(c.things.page(BY_OFFSET, { offset: "next" })),
    {},
    { ...LIST, ...unsent },
    0,
  ],
  [
    "concurrency that is impossible",
    (c) => walk(c.things.page(BY_CURSOR, {}, { concurrency: 2 })),
    {},
    { ...LIST, ...unsent },
    0,
  ],
  [
    "concurrency that is zero",
    (c) => walk(c.things.page(BY_OFFSET, {}, { concurrency: 0 })),
    {},
    { ...LIST, ...unsent },
    0,
  ],
  ["an answer without items", (c) => walk(c.things.page(BY_CURSOR)), {}, { ...LIST, ...answered }, 1],
  [
    "a cursor that comes again",
    (c) => walk(c.things.page(BY_CURSOR, { cursor: "a" })),
    { data: [1], next: "a" },
    { ...LIST, ...answered },
    1,
  ],
  [
    "a page that comes again",
    (c) => walk(c.things.page(BY_OFFSET)),
    { data: [1], total: 3 },
    { ...LIST, ...answered },
    2,
  ],
  [
    "an empty page before the total",
    (c) => walk(c.things.page(BY_OFFSET)),
    { data: [], total: 3 },
    { ...LIST, ...answered },
    1,
  ],
  [
    "a page beyond the last",
    async (c) => (await c.things.page(BY_CURSOR)).getNextPage(),
    { data: [1] },
    { ...LIST, ...unsent },
    1,
  ],
  [
    "a page beyond maxPages",
    (c) => walk(c.things.page(BY_OFFSET, {}, { maxPages: 1 })),
    { data: [1], total: 3 },
    { ...LIST, ...unsent },
    1,
  ],
  [
    "a stream that is walked twice",
    async (c) => {
      const events = await c.things.call<AsyncIterable<unknown>>(stream(jsonLines("application/jsonl")));
      await walk(events);
      await walk(events);
    },
    1,
    { ...WATCH, ...answered },
    1,
  ],
  [
    "asResponse() too late",
    async (c) => {
      const call = c.things.call(GET);
      await call;
      return call.asResponse();
    },
    {},
    { operation: "things.get", method: "GET", path: "/things", attempts: 1 },
    1,
  ],
  [
    "asResponse() of pages, too late",
    async (c) => {
      const pages = c.things.page(BY_CURSOR);
      await pages;
      return pages.asResponse();
    },
    { data: [] },
    { ...LIST, attempts: 1 },
    1,
  ],
  [
    "a route that is not a path",
    (c) => c.get("things now"),
    {},
    { operation: "GET things now", method: "GET", path: "things now", ...unsent },
    0,
  ],
  [
    "an unknown option of a route of no document",
    (c) => c.post("/things", { idempotency: "a" } as object),
    {},
    { operation: "POST /things", method: "POST", path: "/things", ...unsent },
    0,
  ],
  [
    "a redirect rule of a raw call",
    (c) => createRawClient<never>(c).GET("/things" as never, { redirect: "manual" } as never),
    {},
    { operation: "GET /things", method: "GET", path: "/things", ...unsent },
    0,
  ],
  [
    "a header field of a raw request",
    (c) => createRawClient<never>(c).request("post", "/a" as never, { headers: { "a b": "c" } } as never),
    {},
    { operation: "POST /a", method: "POST", path: "/a", ...unsent },
    0,
  ],
];

describe("an error says which call it belongs to", () => {
  it.each(CASES)("%s", async (_, run, answer, want, requests) => {
    const { client, sent } = clientOf(() => json(answer));
    const error = await errorOf(run(client));
    expect(error).toMatchObject({ client: "Sample", ...want });
    // What was refused before the call was sent is not sent later either.
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(sent).toHaveLength(requests);
  });

  it("where a part of a stream never ends", async () => {
    const context = { client: "Sample", operation: "things.watch" };
    async function* chunks(): AsyncGenerator<string> {
      yield "abcdef";
    }
    expect(await errorOf(walk(records(chunks(), /\n/g, false, context, 5)))).toMatchObject(context);
    const line = `data: ${"a".repeat(17_000_000)}`;
    const readers = {
      "text/event-stream": eventStream(),
      "application/jsonl": jsonLines("application/jsonl"),
    };
    for (const [type, response] of Object.entries(readers)) {
      const { client } = clientOf(
        () => new Response(line, { headers: { "content-type": type, "x-request-id": "req_1" } }),
      );
      const events = await client.things.call<AsyncIterable<unknown>>(stream(response));
      expect(await errorOf(walk(events))).toMatchObject({ client: "Sample", ...WATCH, ...answered });
    }
  });

  it("where the function of a preview makes no call", async () => {
    const { client } = clientOf(() => json({}));
    expect(await errorOf(client.preview(() => undefined))).toMatchObject({ client: "Sample" });
  });
});

describe("an error is complete when it is made", () => {
  const freeze = ({ error }: { readonly error: Error }): void => void Object.freeze(error);

  it.each([
    ["one by one", BY_CURSOR, {}],
    ["ahead", BY_OFFSET, { concurrency: 2 }],
  ])("where a walk %s says where to go on", async (_, operation, options) => {
    const first = { data: [1], next: "b", total: 4 };
    const { client } = clientOf((url) => (url.search ? json({}, 500) : json(first)), {
      hooks: { error: freeze },
    });
    const error = await errorOf(walk(client.things.page(operation, {}, options)));
    const resume = operation === BY_CURSOR ? { cursor: "b" } : { offset: 1 };
    expect(error).toMatchObject({ ...LIST, status: 500, resume, ...answered });
    expect(error).toMatchObject({ name: "InternalServerError" });
  });

  it("where the budget of retries ends the call", async () => {
    const seen: Error[] = [];
    const shouldRetry = (error: TrunklineError): boolean => {
      seen.push(Object.freeze(error));
      return true;
    };
    const { client } = clientOf(() => json({ message: "down" }, 500), {
      maxRetries: 1,
      retryBudget: 1,
      shouldRetry,
    });
    const error = await errorOf(client.things.call(GET));
    expect(error).toMatchObject({ status: 500, attempts: 1, requestId: "req_1" });
    expect((error as Error).message).toBe(
      `${seen[0]?.message} (Not sent again: the client's retryBudget is spent.)`,
    );
    expect((error as Error).stack).toContain("retryBudget is spent");
  });

  it("where a page that contradicts itself is asked for twice", async () => {
    const { client } = clientOf(() => json({ data: [], total: 3 }));
    const page = await client.things.page(BY_OFFSET);
    const [one, two] = [await errorOf(page.getNextPage()), await errorOf(page.getNextPage())];
    expect(one).toEqual(two);
    expect(one).not.toBe(two);
  });
});
