import { describe, expect, it } from "vitest";
import {
  type APIError,
  cursorPages,
  eventStream,
  int64,
  jsonLines,
  type Operation,
  offsetPages,
  type PageOperation,
  paramField,
  queryParameter,
  UsageError,
} from "../src/client.ts";
import { errorOf, sample } from "./support/sample.ts";
import { serve } from "./support/server.ts";

const BIG = "9007199254740993";

const operation = (rest: Partial<Operation>): Operation => ({
  id: "things.get",
  method: "GET",
  path: "/things",
  ...rest,
});

const text = async (body: string, status = 200, type = "application/json") =>
  await serve((_, response) => response.writeHead(status, { "content-type": type }).end(body));

const TYPES = { Node: { id: true, children: { "*": "Node" } }, Ids: { "*": true } } as const;

describe("answers", () => {
  const body = `{"id":${BIG},"small":5,"name":"${BIG}","children":[{"id":-${BIG},"children":[]}],"map":{"a":${BIG}},"ratio":0.5,"none":null}`;
  const answer = [
    "Node",
    { small: true, name: true, map: "Ids", ratio: true, none: true, missing: { a: true }, small2: true },
  ] as const;

  it("are bigints where the document says int64, whatever their size", async () => {
    const server = await text(body);
    const of = operation({ int64: int64("bigint", { types: TYPES })({ answer }) });
    expect(await sample({ baseURL: server.url }).things.call(of)).toEqual({
      id: 9007199254740993n,
      small: 5n,
      name: BIG,
      children: [{ id: -9007199254740993n, children: [] }],
      map: { a: 9007199254740993n },
      ratio: 0.5,
      none: null,
    });
  });

  it("are texts where that was chosen", async () => {
    const server = await text(body);
    const of = operation({ int64: int64("string", { types: TYPES })({ answer }) });
    expect(await sample({ baseURL: server.url }).things.call(of)).toMatchObject({
      id: BIG,
      small: "5",
      children: [{ id: `-${BIG}` }],
      ratio: 0.5,
    });
  });

  it.each([
    [BIG, undefined, [true]],
    [`{"data":${BIG}}`, "/data", [true]],
    [`{"data":{"id":${BIG}}}`, "/data", { id: true }],
    [`[${BIG}]`, undefined, { "*": true }],
  ] as const)("are exact at the root of %s", async (json, data, answer) => {
    const server = await text(json);
    const of = operation({ data, int64: int64("bigint")({ answer }) });
    const value = await sample({ baseURL: server.url }).things.call(of);
    expect([value, (value as { id?: unknown })?.id, (value as unknown[])?.[0]]).toContain(9007199254740993n);
  });

  it("of a stream are exact too", async () => {
    for (const [response, written, type] of [
      [jsonLines("application/x-ndjson"), `{"id":${BIG}}\n{"id":1}\n`, "application/x-ndjson"],
      [eventStream({ data: "json" }), `data: {"id":${BIG}}\n\ndata: {"id":1}\n\n`, "text/event-stream"],
    ] as const) {
      const server = await text(written, 200, type);
      const of = operation({ response, int64: int64("bigint")({ answer: { id: true } }) });
      const ids: unknown[] = [];
      const stream = (await sample({ baseURL: server.url }).things.call(of)) as AsyncIterable<{
        id: unknown;
      }>;
      for await (const { id } of stream) ids.push(id);
      expect(ids).toEqual([9007199254740993n, 1n]);
    }
  });

  it("of an error are exact, and still tell what went wrong", async () => {
    const server = await text(`{"id":${BIG},"wait":1}`, 404);
    const of = operation({ int64: int64("bigint")({ error: { id: true, wait: true } }) });
    const error = (await errorOf(sample({ baseURL: server.url }).things.call(of))) as unknown as APIError;
    expect(error.body).toEqual({ id: 9007199254740993n, wait: 1n });
    expect(error.message).toContain(BIG);
  });

  it("are read beside members that look like an object's own", async () => {
    const server = await text(`{"toJSON":1,"constructor":2,"__proto__":3,"id":${BIG},"toString":${BIG}}`);
    const of = operation({ int64: int64("bigint")({ answer: { id: true } }) });
    const value = (await sample({ baseURL: server.url, logLevel: "off" }).things.call(of)) as { id: bigint };
    expect(value.id).toBe(9007199254740993n);
  });

  it("show no secret of digits", async () => {
    const server = await text(`{"id":${BIG}}`, 401);
    const of = operation({ int64: int64("bigint")({ error: { id: true } }) });
    const error = (await errorOf(
      sample({ baseURL: server.url, apiKey: BIG, maxRetries: 0 }).things.call(of),
    )) as unknown as APIError;
    expect(JSON.stringify([error.body, error.message])).not.toContain(BIG.slice(0, 15));
  });
});

describe("requests", () => {
  const places = {
    path: { id: true },
    query: { since: true, ids: { "*": true } },
    body: ["Node", { ratio: [] }],
  } as const;
  const of = (as: "bigint" | "string"): Operation =>
    operation({
      method: "POST",
      path: "/things/{id}",
      query: ["since", queryParameter({ name: "ids", explode: false })],
      body: "fields",
      int64: int64(as, { types: TYPES })({ request: places }),
    });

  it.each<[string, object, unknown]>([
    ["the path", {}, 2 ** 53],
    ["the query", { since: 1e18 }, 1],
    ["a list of the query", { ids: [1, 2 ** 60] }, 1],
    ["the body", { id: -(2 ** 53) }, 1],
    ["an object in a list of the body", { children: [{ children: [{ id: 2 ** 53 }] }] }, 1],
  ])("refuse a number that has lost digits in %s", async (_, params, id) => {
    const server = await text("{}");
    const error = await errorOf(sample({ baseURL: server.url }).things.call(of("bigint"), params, {}, id));
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toContain("beyond 2^53: digits of it are lost already. Give a bigint");
    expect(server.seen).toEqual([]);
  });

  it.each(["bigint", "string"] as const)("take a bigint and a number, read as %s", async (as) => {
    const server = await text("{}");
    const params = {
      id: 9007199254740993n,
      since: 7,
      ids: [1n, 2],
      children: [{ id: 2 ** 53 - 1 }],
      ratio: 2 ** 60,
    };
    await sample({ baseURL: server.url }).things.call(of(as), params, {}, 9007199254740993n);
    expect(server.seen[0]).toMatchObject({
      url: `/things/${BIG}?since=7&ids=1,2`,
      body: `{"id":${BIG},"children":[{"id":9007199254740991}],"ratio":1152921504606847000}`,
    });
  });

  it("take back the texts that answers gave, as numbers, and leave the caller's objects as they are", async () => {
    const server = await text("{}");
    const params = { id: BIG, children: [{ id: BIG, name: BIG }], since: BIG };
    const before = structuredClone(params);
    await sample({ baseURL: server.url }).things.call(of("string"), params, {}, BIG);
    expect(params).toEqual(before);
    expect(server.seen[0]).toMatchObject({
      url: `/things/${BIG}?since=${BIG}`,
      body: `{"id":${BIG},"children":[{"id":${BIG},"name":"${BIG}"}]}`,
    });
  });
});

describe("values of callers", () => {
  const of = operation({
    method: "POST",
    body: "body",
    int64: int64("string", { types: TYPES })({ request: { body: "Node" } }),
  });
  const sent = async (body: unknown): Promise<string> => {
    const server = await text("{}");
    await sample({ baseURL: server.url }).things.call(of, { body });
    return server.seen[0]?.body ?? "";
  };

  it("that stand at several places are written at each", async () => {
    const shared = { id: BIG };
    expect(await sent({ children: [shared, shared, { children: [shared] }] })).toBe(
      `{"children":[{"id":${BIG}},{"id":${BIG}},{"children":[{"id":${BIG}}]}]}`,
    );
    expect(shared).toEqual({ id: BIG });
  });

  it("that hold themselves are refused, as without the option", async () => {
    const node: { id: string; children: unknown[] } = { id: BIG, children: [] };
    node.children.push(node, node);
    await expect(sent(node)).rejects.toBeInstanceOf(UsageError);
  });

  it("of a class, or without a prototype, are written as they are", async () => {
    class Node {
      readonly id = BIG;
    }
    class Spoken {
      readonly id = "other";
      toJSON(): object {
        return { id: "mine" };
      }
    }
    const bare = Object.assign(Object.create(null), { id: BIG });
    expect(await sent({ children: [new Node(), bare, new Spoken(), { id: new Date(0) }] })).toBe(
      `{"children":[{"id":${BIG}},{"id":${BIG}},{"id":"mine"},{"id":"1970-01-01T00:00:00.000Z"}]}`,
    );
  });
});

describe("unions", () => {
  const named = {
    types: { Big: { id: true } },
    unions: { "kind?": ["kind", { big: "Big", list: { ids: { "*": true } } }] },
  } as const;

  it("are read by the member that says which one it is", async () => {
    const body = `[{"kind":"big","id":1},{"kind":"small","id":1},{"kind":"list","ids":[${BIG}],"id":2},{"id":3},null,4,{"kind":"__proto__","id":5}]`;
    const server = await text(body);
    const of = operation({ int64: int64("bigint", named)({ answer: { "*": "kind?" } }) });
    expect(await sample({ baseURL: server.url, logLevel: "off" }).things.call(of)).toEqual([
      { kind: "big", id: 1n },
      { kind: "small", id: 1 },
      { kind: "list", ids: [9007199254740993n], id: 2 },
      { id: 3 },
      null,
      4,
      { kind: "__proto__", id: 5 },
    ]);
  });
});

describe("pages", () => {
  const answers = [
    `{"items":[{"id":${BIG}}],"next":${BIG},"total":2}`,
    `{"items":[{"id":2}],"next":null,"total":2}`,
  ];
  const walk = async (rest: Partial<PageOperation>, params: object = {}) => {
    const server = await serve((_, response, index) =>
      response.writeHead(200, { "content-type": "application/json" }).end(answers[index]),
    );
    const of = { ...operation({ query: ["cursor", "offset"] }), ...rest } as PageOperation;
    const items = await sample({ baseURL: server.url, logLevel: "off" }).things.page(of, params).toArray();
    return { items, seen: server.seen };
  };
  const page = cursorPages({ items: "/items", cursor: "cursor", next: "/next" });

  it.each([
    ["number", undefined],
    ["bigint", int64("bigint")({ answer: { next: true, total: true } })],
    ["string", int64("string")({ answer: { next: true, total: true } })],
  ] as const)("go on with each digit of the cursor, read as %s", async (_, fields) => {
    const { seen } = await walk({ page, int64: fields });
    expect(seen.map(({ url }) => url)).toEqual(["/things", `/things?cursor=${BIG}`]);
  });

  it("go on with each digit of a cursor in a body", async () => {
    const { seen } = await walk({
      method: "POST",
      query: [],
      body: "fields",
      page: cursorPages({ items: "/items", cursor: paramField("/page/after"), next: "/next" }),
    });
    expect(seen[1]?.body).toBe(`{"page":{"after":${BIG}}}`);
  });

  it.each(["bigint", "string"] as const)("by offset end at a total that is read as %s", async (as) => {
    const { items, seen } = await walk({
      page: offsetPages({ items: "/items", offset: "offset", total: "/total" }),
      int64: int64(as)({ answer: { total: true, items: { "*": { id: true } } } }),
    });
    expect(items).toEqual(
      as === "bigint" ? [{ id: 9007199254740993n }, { id: 2n }] : [{ id: BIG }, { id: "2" }],
    );
    expect(seen.length).toBe(2);
  });

  it("tell a cursor that comes again, and the place to go on from", async () => {
    const server = await text(answers[0] as string);
    const of = { ...operation({ query: ["cursor"] }), page } as PageOperation;
    const error = await errorOf(
      sample({ baseURL: server.url, logLevel: "off" }).things.page(of).toArray() as never,
    );
    expect((error as Error).message).toContain(`The cursor "${BIG}" came a second time`);
    expect(error).toMatchObject({ resume: { cursor: 9007199254740993n } });
  });
});

describe("digits that are lost", () => {
  const told = async (options: object, body: string, of = operation({})) => {
    const lines: string[] = [];
    const note = (message: string): void => void lines.push(message);
    const server = await text(body);
    const client = sample({
      baseURL: server.url,
      logger: { error: note, warn: note, info: note, debug: note },
      ...options,
    });
    for (let call = 0; call < 3; call++) await client.things.call(of);
    return lines;
  };

  it("are warned of once for each operation, unless the log was turned off", async () => {
    const lines = await told({}, `{"id":${BIG}}`);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(
      'things.get was answered with integers beyond 2^53, which numbers round; the first is "id"',
    );
    expect(lines[0]).toContain("asResponse()");
    expect(await told({ logLevel: "off" }, `{"id":${BIG}}`)).toEqual([]);
    expect(await told({}, `{"id":"${BIG}","b":9007199254740992}`)).toEqual([]);
  });

  it("of a member that holds a secret are told without it", async () => {
    const lines = await told({ apiKey: "sk_0123456789abcdef" }, `{"sk_0123456789abcdef":${BIG}}`);
    expect(lines.join()).not.toContain("sk_0123456789abcdef");
  });

  it("are none where all are read exactly", async () => {
    const of = operation({ int64: int64("bigint")({ answer: { id: true } }) });
    expect(await told({}, `{"id":${BIG}}`, of)).toEqual([]);
  });
});
