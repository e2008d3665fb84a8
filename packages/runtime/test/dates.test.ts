import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import {
  cookieParameters,
  dateFields,
  formUrlEncoded,
  headerParameters,
  jsonAs,
  multipart,
  type Operation,
  pathParameter,
  queryParameter,
  UsageError,
} from "../src/client.ts";
import { errorOf, sample } from "./support/sample.ts";
import { type Seen, serve } from "./support/server.ts";

const NOON = new Date("2026-01-31T12:00:00+01:00");
const LATE = new Date("2026-01-31T23:30:00-01:00");
const BAD = new Date("noon");
const TEXT = "2026-01-31T11:00:00.000Z";
const ENCODED = encodeURIComponent(TEXT);

interface Place {
  readonly operation: Partial<Operation>;
  readonly params: (date: Date) => object;
  readonly pathValue?: (date: Date) => Date | Date[];
  /** Of what the server saw, what has to be there. */
  readonly want: Partial<Record<"url" | "body" | "header" | "cookie", string>>;
  /** How the refusal of an invalid date begins. */
  readonly where: string;
}

const places: [name: string, place: Place][] = [
  [
    "a segment of the path",
    {
      operation: { path: "/things/{at}" },
      params: () => ({}),
      pathValue: (at) => at,
      want: { url: `/things/${ENCODED}` },
      where: 'Path parameter "at"',
    },
  ],
  [
    "one of several segments, in a style",
    {
      operation: {
        path: "/things/{id}/{at}",
        pathStyles: { at: pathParameter({ style: "matrix", explode: true }) },
      },
      params: (at) => ({ id: 1, at: [at] }),
      want: { url: `/things/1/;at=${ENCODED}` },
      where: 'Path parameter "at"',
    },
  ],
  [
    "the query",
    {
      operation: { query: ["at"] },
      params: (at) => ({ at }),
      want: { url: `/things?at=${ENCODED}` },
      where: 'Query parameter "at"',
    },
  ],
  [
    "a list in the query",
    {
      operation: { query: [queryParameter({ name: "at", explode: false })] },
      params: (at) => ({ at: [NOON, at] }),
      want: { url: `/things?at=${ENCODED},${ENCODED}` },
      where: 'Query parameter "at"[1]',
    },
  ],
  [
    "a deep object in the query",
    {
      operation: { query: [queryParameter({ name: "at", style: "deepObject" })] },
      params: (from) => ({ at: { from } }),
      want: { url: `/things?at%5Bfrom%5D=${ENCODED}` },
      where: 'Query parameter "at".from',
    },
  ],
  [
    "JSON in the query",
    {
      operation: { query: [queryParameter({ name: "at", content: "application/json" })] },
      params: (from) => ({ at: { from } }),
      want: { url: `/things?at=${encodeURIComponent(JSON.stringify({ from: TEXT }))}` },
      where: 'Query parameter "at" at /from',
    },
  ],
  [
    "a header field",
    {
      operation: { header: headerParameters("x-at") },
      params: (at) => ({ "x-at": at }),
      want: { header: TEXT },
      where: 'Header parameter "x-at"',
    },
  ],
  [
    "a list in a header field",
    {
      operation: { header: headerParameters("x-at") },
      params: (at) => ({ "x-at": [NOON, at] }),
      want: { header: `${TEXT},${TEXT}` },
      where: 'Header parameter "x-at"[1]',
    },
  ],
  [
    "a cookie",
    {
      operation: { cookie: cookieParameters("at") },
      params: (at) => ({ at }),
      want: { cookie: `at=${ENCODED}` },
      where: 'Cookie parameter "at"',
    },
  ],
  [
    "a field of a JSON body, a list and a map in it",
    {
      operation: { method: "POST", body: "fields" },
      params: (at) => ({ at: NOON, list: [NOON], map: { any: at } }),
      want: { body: JSON.stringify({ at: TEXT, list: [TEXT], map: { any: TEXT } }) },
      where: "The request body at /map/any",
    },
  ],
  [
    "a JSON body that is a list",
    {
      operation: { method: "POST", body: jsonAs("application/vnd.sample+json", { in: "body" }) },
      params: (at) => ({ body: [NOON, at] }),
      want: { body: JSON.stringify([TEXT, TEXT]) },
      where: "The request body at /1",
    },
  ],
  [
    "a form",
    {
      operation: { method: "POST", body: formUrlEncoded() },
      params: (at) => ({ at }),
      want: { body: `at=${ENCODED}` },
      where: 'Form field "at"',
    },
  ],
  [
    "a part of a multipart form",
    {
      operation: { method: "POST", body: multipart() },
      params: (at) => ({ at }),
      want: { body: `name="at"\r\n\r\n${TEXT}\r\n` },
      where: 'Form field "at"',
    },
  ],
  [
    "a list of parts, and an object in one",
    {
      operation: { method: "POST", body: multipart() },
      params: (at) => ({ list: [NOON], at: { from: at } }),
      want: { body: `name="at"\r\nContent-Type: application/json\r\n\r\n{"from":"${TEXT}"}\r\n` },
      where: 'Form field "at" at /from',
    },
  ],
];

const whole = (operation: Partial<Operation>): Operation => ({
  id: "things.get",
  method: "GET",
  path: "/things",
  ...operation,
});

const shown = ({ url, body, headers }: Seen): Place["want"] => ({
  url,
  body,
  header: String(headers["x-at"]),
  cookie: String(headers.cookie),
});

describe.each(places)("a Date in %s", (_, { operation, params, pathValue, want, where }) => {
  it("is written in ISO 8601", async () => {
    const server = await serve((__, response) => response.writeHead(200).end("{}"));
    const client = sample({ baseURL: server.url });
    await client.things.call(whole(operation), params(NOON), {}, pathValue?.(NOON));
    const [seen] = server.seen;
    for (const [key, text] of Object.entries(want))
      expect(shown(seen as Seen)[key as keyof typeof want]).toContain(text);
  });

  it("is refused in words where it is invalid, and nothing is sent", async () => {
    const server = await serve((__, response) => response.writeHead(200).end("{}"));
    const client = sample({ baseURL: server.url });
    const error = await errorOf(client.things.call(whole(operation), params(BAD), {}, pathValue?.(BAD)));
    expect(error).toBeInstanceOf(UsageError);
    const { message } = error as Error;
    expect([message.startsWith(where), message.endsWith("is an invalid Date.")], message).toEqual([
      true,
      true,
    ]);
    expect(server.seen).toHaveLength(0);
  });
});

describe("a date without a time", () => {
  const TYPES = { Stay: { from: true, next: "Stay", "*": true } } as const;
  const request = dateFields({ types: TYPES })({
    path: { at: true },
    query: { at: true, list: { "*": true } },
    header: { "x-at": true },
    body: { at: true, list: { "*": true }, stay: "Stay", map: { "*": true } },
  });

  it("is the day of a Date in UTC, wherever it stands, and nothing of the caller's is changed", async () => {
    const server = await serve((__, response) => response.writeHead(200).end("{}"));
    const stay = { from: NOON, next: { from: LATE, next: undefined } };
    const params = { list: [NOON, "2026-02-01"], "x-at": NOON, stay, map: { a: NOON }, time: NOON };
    await sample({ baseURL: server.url }).things.call(
      whole({
        method: "POST",
        path: "/things/{at}",
        query: ["list"],
        header: headerParameters("x-at"),
        body: "fields",
        dates: request,
      }),
      params,
      {},
      NOON,
    );
    expect(server.seen[0]).toMatchObject({
      url: "/things/2026-01-31?list=2026-01-31&list=2026-02-01",
      headers: { "x-at": "2026-01-31" },
      body: JSON.stringify({
        stay: { from: "2026-01-31", next: { from: "2026-02-01" } },
        map: { a: "2026-01-31" },
        time: TEXT,
      }),
    });
    expect([stay.from, params.list[0]]).toEqual([NOON, NOON]);
  });

  it.each<[string, Operation["body"], string]>([
    ["a form", formUrlEncoded(), "at=2026-01-31"],
    ["a multipart form", multipart(), 'name="at"\r\n\r\n2026-01-31\r\n'],
  ])("is the day in %s", async (_, body, want) => {
    const server = await serve((__, response) => response.writeHead(200).end("{}"));
    const client = sample({ baseURL: server.url });
    await client.things.call(whole({ method: "POST", body, dates: request }), { at: NOON });
    expect(server.seen[0]?.body).toContain(want);
  });

  it.each<[string, unknown, string]>([
    ["text", "31.01.2026", '"31.01.2026"'],
    ["null", null, "null"],
    ["a date of another realm", runInNewContext("new Date(0)"), '"1970-01-01"'],
    ["a year of five digits", new Date("+012026-01-31T00:00:00Z"), '"+012026-01-31"'],
    ["something that speaks for itself", { toJSON: () => "today" }, '"today"'],
  ])("%s is written as it is", async (_, at, want) => {
    const server = await serve((__, response) => response.writeHead(200).end("{}"));
    const client = sample({ baseURL: server.url });
    await client.things.call(whole({ method: "POST", body: "fields", dates: request }), { at });
    expect(server.seen[0]?.body).toBe(`{"at":${want}}`);
  });

  it("is refused where it is invalid, by its place", async () => {
    const client = sample({ baseURL: "http://127.0.0.1:9" });
    const error = await errorOf(
      client.things.call(whole({ method: "POST", body: "fields", dates: request }), { stay: { from: BAD } }),
    );
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toBe("The request body at /stay/from is an invalid Date.");
  });
});
