import { expect, vi } from "vitest";
import { type Emitted, type Reply, type Seen, withServer } from "../support/run-model.ts";

/** What keys of the format do, shown on a client and a server. */
export interface Behaviour {
  /** Keys, as the table of CONTRIBUTING lists them: `document retry.statuses`. */
  readonly keys: readonly string[];
  readonly document: string;
  show(emitted: Emitted): Promise<void>;
}

const text = `"200": { description: Good., content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } }`;
const get = (id: string, more = ""): string => `get: { operationId: ${id}, ${more} responses: { ${text} } }`;
const quick = { retry: { baseDelay: 1, maxDelay: 1 } };
const server = "servers: [{ url: https://a.test }]\n";

/** How often a call is sent until it succeeds or fails, where the first answers have a status. */
async function sent(
  emitted: Emitted,
  call: (client: Emitted) => Promise<unknown>,
  reply: Reply,
  options: object = {},
): Promise<{ readonly seen: readonly Seen[]; readonly error: Emitted }> {
  return await withServer(
    (_, number) => (number === 1 ? reply : {}),
    async (baseURL, seen) => {
      const error = await call(new emitted.Shop({ baseURL, ...quick, ...options })).then(
        () => undefined,
        (one: unknown) => one,
      );
      return { seen, error };
    },
  );
}

const listOf = (items: string): string =>
  `{ description: Good., content: { application/json: { schema: { type: object, properties: { ${items}: { type: array, items: { type: integer } }, next: { type: string }, more: { type: boolean }, done: { type: boolean }, total: { type: integer }, page: { type: integer }, pages: { type: integer }, limit: { type: integer }, offset: { type: integer } } } } } }`;

const pagedBy = (
  pagination: string,
): string => `${server}x-trunkline: { version: 1, client: { name: Shop }, pagination: { all: ${pagination} } }
paths:
  /things:
    get:
      operationId: things.list
      x-trunkline: { pagination: all }
      parameters: [${["cursor", "page", "offset", "limit"].map((name) => `{ name: ${name}, in: query, schema: { type: ${name === "cursor" ? "string" : "integer"} } }`).join(", ")}]
      responses: { "200": ${listOf("items")} }
`;

/** Walks all items of a list; each answer is given by the query of the request. */
async function walk(
  emitted: Emitted,
  answer: (query: URLSearchParams, url: string) => Reply,
  method = "list",
): Promise<{ items: unknown[]; queries: string[] }> {
  return await withServer(
    ({ url }) => answer(new URL(url, "http://a.test").searchParams, url),
    async (baseURL, seen) => {
      const items: unknown[] = [];
      for await (const item of new emitted.Shop({ baseURL }).things[method]()) items.push(item);
      return { items, queries: seen.map(({ url }) => url.split("?")[1] ?? "") };
    },
  );
}

export const behaviours: readonly Behaviour[] = [
  {
    keys: ["document lists", "parameter lists"],
    document: `${server}x-trunkline: { version: 1, client: { name: Shop }, lists: indices }
paths:
  /a:
    post:
      operationId: things.make
      parameters:
        - { name: expand, in: query, style: deepObject, x-trunkline: { lists: brackets }, schema: { type: array, items: { type: string } } }
        - { name: filter, in: query, style: deepObject, schema: { type: object, properties: { ids: { type: array, items: { type: integer } }, owner: { type: object, properties: { name: { type: string } } } } } }
      requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { lines: { type: array, items: { type: object, properties: { price: { type: string } } } } } }, encoding: { lines: { style: deepObject, explode: true } } } } }
      responses: { ${text} }`,
    async show(emitted) {
      const params = {
        expand: ["a", "b"],
        filter: { ids: [1, 2], owner: { name: "x" } },
        lines: [{ price: "p" }],
      };
      const { seen } = await sent(emitted, (client) => client.things.make(params), {});
      expect(decodeURIComponent(String(seen[0]?.url))).toBe(
        "/a?expand[]=a&expand[]=b&filter[ids][0]=1&filter[ids][1]=2&filter[owner][name]=x",
      );
      expect(decodeURIComponent(String(seen[0]?.body))).toBe("lines[0][price]=p");
    },
  },
  {
    keys: ["document int64"],
    document: `${server}x-trunkline: { version: 1, client: { name: Shop }, int64: bigint }
paths:
  /a/{id}:
    get:
      operationId: things.get
      parameters: [{ name: id, in: path, required: true, schema: { type: integer, format: int64 } }]
      responses: { "200": { description: Good., content: { application/json: { schema: { type: object, properties: { id: { type: integer, format: int64 } } } } } } }`,
    async show({ Shop }) {
      await withServer(
        ({ url }) => ({ text: `{"id":${url.slice(3)}}` }),
        async (baseURL) => {
          const id = 9007199254740993n;
          expect(await new Shop({ baseURL }).things.get(id)).toEqual({ id });
        },
      );
    },
  },
  {
    keys: ["document version", "document client", "document client.name", "document client.browser"],
    document: `${server}x-trunkline: { version: 1, client: { name: Shop, browser: true } }
security: [{ Key: [] }]
components: { securitySchemes: { Key: { type: http, scheme: bearer } } }
paths: { /a: { ${get("things.get")} } }`,
    async show({ Shop }) {
      vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0" });
      expect(() => new Shop({ apiKey: "k" })).not.toThrow();
      vi.unstubAllGlobals();
    },
  },
  {
    keys: [
      "document idempotency",
      "document idempotency.header",
      "document idempotency.keys",
      "operation idempotency",
    ],
    document: `${server}x-trunkline: { version: 1, client: { name: Shop }, idempotency: { header: X-Key, keys: auto } }
paths:
  /a: { post: { operationId: things.make, parameters: [&k { name: X-Key, in: header, schema: { type: string } }], responses: { ${text} } } }
  /b: { post: { operationId: things.pay, x-trunkline: { idempotency: explicit }, parameters: [*k], responses: { ${text} } } }`,
    async show(emitted) {
      const made = await sent(emitted, (client) => client.things.make(), { status: 503 });
      const keys = made.seen.map(({ headers }) => headers["x-key"]);
      expect([keys.length, keys[0] === keys[1], typeof keys[0]]).toEqual([2, true, "string"]);
      const paid = await sent(emitted, (client) => client.things.pay(), { status: 503 });
      expect(paid.seen.map(({ headers }) => headers["x-key"])).toEqual([undefined]);
    },
  },
  {
    keys: [
      "document retry",
      "document retry.never",
      "document retry.statuses",
      "document retry.notProcessed",
      "document retry.maxRetryAfterSeconds",
      "operation retry",
    ],
    document: `${server}x-trunkline: { version: 1, client: { name: Shop }, retry: { never: [PUT], statuses: [503, 4XX], notProcessed: [5XX, 429], maxRetryAfterSeconds: 2 } }
paths:
  /a:
    get: { operationId: things.get, responses: { ${text} } }
    put: { operationId: things.put, responses: { ${text} } }
    post: { operationId: things.post, responses: { ${text} } }
  /b:
    get: { operationId: things.once, x-trunkline: { retry: never }, responses: { ${text} } }
    post: { operationId: things.often, x-trunkline: { retry: always }, responses: { ${text} } }`,
    async show(emitted) {
      const times = async (method: string, status: number, headers = {}): Promise<number> =>
        (await sent(emitted, (client) => client.things[method](), { status, headers })).seen.length;
      expect(await times("get", 418)).toBe(2);
      expect(await times("put", 418)).toBe(1);
      expect(await times("post", 418)).toBe(1);
      expect(await times("post", 502)).toBe(2);
      expect(await times("put", 429)).toBe(2);
      expect(await times("once", 418)).toBe(1);
      expect(await times("often", 418)).toBe(2);
      expect(await times("get", 503, { "retry-after": "3" })).toBe(1);
      expect(await times("get", 503, { "retry-after": "0" })).toBe(2);
    },
  },
  {
    keys: [
      "document retryAfter",
      "document retryAfter[].header",
      "document retryAfter[].body",
      "document retryAfter[].format",
    ],
    document: `${server}x-trunkline: { version: 1, client: { name: Shop }, retryAfter: [{ header: X-Seconds, format: seconds }, { header: X-Millis, format: milliseconds }, { header: X-Epoch, format: epochSeconds }, { body: /wait, format: seconds }] }
paths: { /a: { ${get("things.get")} } }`,
    async show(emitted) {
      const now = Math.floor(Date.now() / 1000);
      const date = new Date(now * 1000).toUTCString();
      const hint = async (headers: Record<string, string>, body = {}): Promise<number> =>
        (
          await sent(emitted, (client) => client.things.get(), {
            status: 429,
            headers: { date, ...headers },
            body,
          })
        ).error.retryAfterMs;
      expect(await hint({ "x-seconds": "300" })).toBe(300_000);
      expect(await hint({ "x-millis": "300000" })).toBe(300_000);
      expect(await hint({ "x-epoch": String(now + 300) })).toBe(300_000);
      expect(await hint({}, { wait: 300 })).toBe(300_000);
    },
  },
  {
    keys: [
      "document rateLimit",
      "document rateLimit.limit",
      "document rateLimit.remaining",
      "document rateLimit.reset",
    ],
    document: `${server}x-trunkline: { version: 1, client: { name: Shop }, rateLimit: { limit: X-L, remaining: X-R, reset: X-T } }
paths: { /a: { ${get("things.get")} } }`,
    async show(emitted) {
      const lines: unknown[] = [];
      const note = (_: string, fields: unknown): void => void lines.push(fields);
      const logger = { error: note, warn: note, info: note, debug: note };
      await withServer(
        () => ({ headers: { "x-l": "lim7", "x-r": "rem8", "x-t": "res9", "x-other": "oth1" } }),
        async (baseURL) => await new emitted.Shop({ baseURL, logger, logLevel: "debug" }).things.get(),
      );
      expect(JSON.stringify(lines)).toMatch(/(?=.*lim7)(?=.*rem8)(?=.*res9)(?!.*oth1)/);
    },
  },
  {
    keys: [
      "document quotas",
      "document quotas[].limit",
      "document quotas[].per",
      "document quotas[].perSeconds",
      "document quotas[].scope",
      "document quotas[].headers",
      "document quotas[].headers.remaining",
      "document quotas[].headers.reset",
      "document quotas[].headers.only",
      "document quotas[].headers.only.header",
      "document quotas[].headers.only.value",
      "operation quotas",
    ],
    document: `${server}x-trunkline: { version: 1, client: { name: Shop }, quotas: [{ limit: 9, per: hour, scope: account, headers: { remaining: X-Left, reset: X-Reset, only: { header: X-Window, value: hour } } }, { limit: 4, perSeconds: 90, scope: uploads }] }
paths:
  /a: { ${get("things.get")} }
  /b: { ${get("things.upload", "x-trunkline: { quotas: [uploads] },")} }`,
    async show(emitted) {
      const { memoryQuota } = await import("@trunkline/runtime/quota");
      await withServer(
        ({ url }) => ({
          headers: { "x-left": "3", "x-reset": "60", "x-window": url === "/a" ? "hour" : "day" },
        }),
        async (baseURL) => {
          const client = new emitted.Shop({ baseURL, quota: memoryQuota() });
          await client.things.upload();
          const [hour, uploads] = await client.quota();
          expect(hour).toMatchObject({ limit: 9, per: 3_600_000, scope: "account", remaining: 8 });
          expect(uploads).toMatchObject({ limit: 4, per: 90_000, scope: "uploads", remaining: 3 });
          await client.things.get();
          expect((await client.quota()).map(({ remaining }: Emitted) => remaining)).toEqual([3, 3]);
          for (let call = 0; call < 3; call++) await client.things.upload();
          await expect(client.things.upload({}, { totalTimeout: 1000 })).rejects.toThrow(/no place/);
        },
      );
    },
  },
  {
    keys: [
      "document envelope",
      "document envelope.data",
      "document envelope.requestId",
      "operation envelope",
      "operation envelope.data",
    ],
    document: `${server}x-trunkline: { version: 1, client: { name: Shop }, envelope: { data: [/data, /result], requestId: /meta/id } }
paths:
  /a: { get: &a { operationId: things.get, responses: { "200": { description: Good., content: { application/json: { schema: { type: object, properties: { data: { type: integer }, other: { type: integer } } } } } } } } }
  /b: { get: { <<: *a, operationId: things.whole, x-trunkline: { envelope: false } } }
  /c: { get: { <<: *a, operationId: things.other, x-trunkline: { envelope: { data: /other } } } }`,
    async show({ Shop }) {
      const body = { data: 1, other: 2, meta: { id: "r1" } };
      await withServer(
        ({ url }) => ({ body: url === "/a" ? body : url === "/b" ? body : body }),
        async (baseURL) => {
          const { things } = new Shop({ baseURL });
          const { data, requestId } = await things.get().withResponse();
          expect([data, requestId]).toEqual([1, "r1"]);
          expect(await things.whole()).toEqual(body);
          expect(await things.other()).toBe(2);
        },
      );
      await withServer(
        () => ({ body: { result: 3 } }),
        async (baseURL) => expect(await new Shop({ baseURL }).things.get()).toBe(3),
      );
    },
  },
  {
    keys: [
      "document errors",
      "document errors.code",
      "document errors.message",
      "document errors.details",
      "document errors.requestId",
      "document errors.requestIdHeaders",
      "document errors.classes",
    ],
    document: `${server}x-trunkline: { version: 1, client: { name: Shop }, errors: { code: [/no, /code], message: [/text], details: [/more], requestId: [/id], requestIdHeaders: [X-Id], classes: { "404": LostError, 4XX: RefusedError, 5XX: DownError } } }
paths: { /a: { ${get("things.get")} } }`,
    async show(emitted) {
      const fail = async (status: number, headers = {}): Promise<Emitted> =>
        (
          await sent(
            emitted,
            (client) => client.things.get(),
            { status, headers, body: { code: "c", text: "t", more: [1], id: "b" } },
            { maxRetries: 0 },
          )
        ).error;
      expect(await fail(404)).toMatchObject({ code: "c", message: "404 t", details: [1], requestId: "b" });
      expect((await fail(404, { "x-id": "h" })).requestId).toBe("h");
      for (const [status, name] of [
        [404, "LostError"],
        [418, "RefusedError"],
        [503, "DownError"],
      ] as const)
        expect(await fail(status)).toBeInstanceOf(emitted[name]);
    },
  },
  {
    keys: [
      "document errors.rows",
      "document errors.rows.at",
      "document errors.rows.field",
      "document errors.rows.message",
    ],
    document: `${server}x-trunkline: { version: 1, client: { name: Shop }, errors: { rows: { at: [/faults], field: [/where], message: [/why] } } }
paths: { /a: { ${get("things.get")} } }`,
    async show(emitted) {
      const body = { faults: [{ where: "qty", why: "is odd" }, { why: "is late" }] };
      const { error } = await sent(emitted, (client) => client.things.get(), { status: 422, body });
      expect(error.message).toBe("422 qty: is odd (and 1 more)");
    },
  },
  {
    keys: [
      "document pagination",
      "document pagination.*.style",
      "document pagination.*.items",
      "document pagination.*.request",
      "document pagination.*.response",
      "document pagination.*.cursor.request.cursor",
      "document pagination.*.cursor.request.limit",
      "document pagination.*.cursor.response.next",
      "document pagination.*.cursor.response.more",
      "document pagination.*.walk",
      "document pagination.*.walk.method",
      "document pagination.*.walk.limit",
      "operation pagination",
    ],
    document: pagedBy(
      "{ style: cursor, items: /items, request: { cursor: cursor, limit: limit }, response: { next: /next, more: /more }, walk: { method: listAll, limit: 50 } }",
    ),
    async show(emitted) {
      // The cursor of the last page leads on, but the answer says that there is no more.
      const answer = (query: URLSearchParams): Reply =>
        query.get("cursor") === null
          ? { body: { items: [1], next: "n", more: true } }
          : { body: { items: [2], next: "m", more: false } };
      expect(await walk(emitted, answer)).toEqual({ items: [1, 2], queries: ["", "cursor=n"] });
      expect((await walk(emitted, answer, "listAll")).queries).toEqual(["limit=50", "cursor=n&limit=50"]);
    },
  },
  {
    keys: [
      "document pagination.*.page.request.page",
      "document pagination.*.page.request.limit",
      "document pagination.*.page.response.more",
      "document pagination.*.page.response.page",
    ],
    document: pagedBy(
      "{ style: page, items: /items, request: { page: page, limit: limit }, response: { more: /more, page: /page } }",
    ),
    async show(emitted) {
      const { items, queries } = await walk(emitted, (query) => {
        const page = Number(query.get("page") ?? 3);
        return { body: { items: [page], page, more: page < 4 } };
      });
      expect([items, queries]).toEqual([
        [3, 4],
        ["", "page=4"],
      ]);
    },
  },
  {
    keys: ["document pagination.*.page.response.total", "document pagination.*.page.response.limit"],
    document: pagedBy(
      "{ style: page, items: /items, request: { page: page }, response: { total: /total, limit: /limit } }",
    ),
    async show(emitted) {
      const answer =
        (more: object) =>
        (query: URLSearchParams): Reply => ({
          body: { items: [1, 2].slice(Number(query.get("page") ?? 1) - 1), ...more },
        });
      expect((await walk(emitted, answer({ total: 3 }))).queries).toEqual(["", "page=2"]);
      expect((await walk(emitted, answer({ limit: 2 }))).queries).toEqual(["", "page=2"]);
    },
  },
  {
    keys: [
      "document pagination.*.offset.request.offset",
      "document pagination.*.offset.request.limit",
      "document pagination.*.offset.response.total",
      "document pagination.*.offset.response.limit",
      "document pagination.*.offset.response.offset",
    ],
    document: pagedBy(
      "{ style: offset, items: /items, request: { offset: offset, limit: limit }, response: { total: /total, limit: /limit, offset: /offset } }",
    ),
    async show(emitted) {
      const all = [1, 2, 3];
      const answer =
        (more: object) =>
        (query: URLSearchParams): Reply => {
          const offset = Number(query.get("offset") ?? 0);
          return { body: { items: all.slice(offset, offset + 2), offset, ...more } };
        };
      expect(await walk(emitted, answer({ total: 3 }))).toEqual({ items: all, queries: ["", "offset=2"] });
      expect((await walk(emitted, answer({ limit: 2 }))).queries).toEqual(["", "offset=2"]);
    },
  },
  {
    keys: ["document pagination.*.cursor.response.done"],
    document: pagedBy(
      "{ style: cursor, items: /items, request: { cursor: cursor }, response: { next: /next, done: /done } }",
    ),
    async show(emitted) {
      const answer = (query: URLSearchParams): Reply => ({
        body: {
          items: [query.has("cursor") ? 2 : 1],
          next: `n${query.get("cursor")}`,
          done: query.has("cursor"),
        },
      });
      expect((await walk(emitted, answer)).queries).toEqual(["", "cursor=nnull"]);
    },
  },
  {
    keys: [
      "document pagination.*.page.request.first",
      "document pagination.*.page.response.pages",
      "document pagination.*.page.response.done",
    ],
    document: pagedBy(
      "{ style: page, items: /items, request: { page: page, first: 0 }, response: { pages: /pages, done: /done } }",
    ),
    async show(emitted) {
      const answer =
        (more: (page: number) => object) =>
        (query: URLSearchParams): Reply => {
          const page = Number(query.get("page") ?? 0);
          return { body: { items: [page], ...more(page) } };
        };
      expect(
        (
          await walk(
            emitted,
            answer(() => ({ pages: 3 })),
          )
        ).items,
      ).toEqual([0, 1, 2]);
      expect(
        (
          await walk(
            emitted,
            answer((page) => ({ done: page === 1 })),
          )
        ).queries,
      ).toEqual(["", "page=1"]);
    },
  },
  {
    keys: [
      "document pagination.*.lastItem.request.after",
      "document pagination.*.lastItem.request.limit",
      "document pagination.*.lastItem.response.itemId",
      "document pagination.*.lastItem.response.more",
    ],
    document: pagedBy(
      '{ style: lastItem, items: /items, request: { after: cursor, limit: limit }, response: { itemId: "", more: /more }, walk: { method: listAll, limit: 2 } }',
    ),
    async show(emitted) {
      const answer = (query: URLSearchParams): Reply =>
        query.has("cursor") ? { body: { items: [3], more: false } } : { body: { items: [1, 2], more: true } };
      expect(await walk(emitted, answer)).toEqual({ items: [1, 2, 3], queries: ["", "cursor=2"] });
      expect((await walk(emitted, answer, "listAll")).queries).toEqual(["limit=2", "cursor=2&limit=2"]);
    },
  },
  {
    keys: ["document pagination.*.lastItem.response.done"],
    document: pagedBy(
      '{ style: lastItem, items: /items, request: { after: cursor }, response: { itemId: "", done: /done } }',
    ),
    async show(emitted) {
      const answer = (query: URLSearchParams): Reply => ({
        body: { items: [query.has("cursor") ? 2 : 1], done: query.has("cursor") },
      });
      expect((await walk(emitted, answer)).queries).toEqual(["", "cursor=1"]);
    },
  },
  {
    keys: ["document pagination.*.link.request.limit", "document pagination.*.link.response.next"],
    document: pagedBy(
      "{ style: link, items: /items, request: { limit: limit }, response: { next: /next }, walk: { method: listAll, limit: 9 } }",
    ),
    async show(emitted) {
      const answer = (query: URLSearchParams): Reply => ({
        body: query.get("page") === "2" ? { items: [2] } : { items: [1], next: `/things?${query}&page=2` },
      });
      expect((await walk(emitted, answer)).items).toEqual([1, 2]);
      expect((await walk(emitted, answer, "listAll")).queries[0]).toBe("limit=9");
    },
  },
  {
    keys: ["document pagination.*.link.request.fields"],
    document: pagedBy(
      '{ style: link, items: /items, request: { fields: ["$skiptoken", limit] }, response: { next: /next } }',
    ),
    async show(emitted) {
      const answer = (query: URLSearchParams): Reply => ({
        body: query.has("$skiptoken") ? { items: [2] } : { items: [1], next: "?limit=1&$skiptoken=a" },
      });
      expect(await walk(emitted, answer)).toMatchObject({
        items: [1, 2],
        queries: ["", "limit=1&%24skiptoken=a"],
      });
    },
  },
  {
    keys: ["server environment"],
    document: `x-trunkline: { version: 1, client: { name: Shop } }
servers: [{ url: "http://127.0.0.1:9", x-trunkline: { environment: live } }, { url: "http://localhost:9/sand", x-trunkline: { environment: sandbox } }]
paths: { /a: { ${get("things.get")} } }`,
    async show({ Shop }) {
      expect(new Shop().baseURL).toBe("http://127.0.0.1:9");
      expect(new Shop({ environment: "sandbox" }).baseURL).toBe("http://localhost:9/sand");
      expect(() => new Shop({ environment: "production" })).toThrow(/environment/);
    },
  },
  {
    keys: [
      "securityScheme option",
      "securityScheme env",
      "securityScheme exchange",
      "securityScheme exchange.operation",
      "securityScheme exchange.option",
      "securityScheme exchange.env",
      "securityScheme exchange.request",
      "securityScheme exchange.token",
      "securityScheme exchange.expiresIn",
    ],
    document: `${server}x-trunkline: { version: 1, client: { name: Shop } }
security: [{ Key: [] }]
components: { securitySchemes: { Key: { type: http, scheme: bearer, x-trunkline: { option: passToken, env: SHOP_PASS, exchange: { operation: tokens.make, option: passKey, env: SHOP_PASS_KEY, request: /key, token: /data/token, expiresIn: /data/ttl } } } } }
paths:
  /token: { post: { operationId: tokens.make, security: [], requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { key: { type: string } } } } } }, responses: { ${text} } } }
  /a: { ${get("things.get")} }`,
    async show({ Shop }) {
      const use = async (options: object, ttl: number, elapsed = 0): Promise<readonly string[]> =>
        await withServer(
          ({ url, body }, number) => ({
            body: url === "/token" ? { data: { token: `t${number}-${body.key}`, ttl } } : {},
          }),
          async (baseURL, seen) => {
            const client = new Shop({ baseURL, ...options });
            await client.things.get();
            const now = Date.now() + elapsed;
            vi.spyOn(Date, "now").mockReturnValue(now);
            await client.things.get();
            vi.restoreAllMocks();
            return seen.map(({ url, headers }) => `${url} ${headers.authorization}`);
          },
        );
      expect(await use({ passToken: "given" }, 60)).toEqual(["/a Bearer given", "/a Bearer given"]);
      expect(await use({ passKey: "k" }, 3600)).toEqual([
        "/token undefined",
        "/a Bearer t1-k",
        "/a Bearer t1-k",
      ]);
      // One that has run out is bought anew.
      expect(
        (await use({ passKey: "k" }, 60, 61_000)).filter((line) => line.startsWith("/token")),
      ).toHaveLength(2);
      vi.stubEnv("SHOP_PASS", "from-env");
      expect((await use({}, 60))[0]).toBe("/a Bearer from-env");
      vi.unstubAllEnvs();
      vi.stubEnv("SHOP_PASS_KEY", "key-env");
      expect((await use({}, 60))[1]).toBe("/a Bearer t1-key-env");
      vi.unstubAllEnvs();
    },
  },
  {
    keys: [
      "operation resource",
      "operation method",
      "operation skip",
      "operation walk",
      "operation walk.method",
      "operation walk.limit",
      "schema name",
      "parameter name",
    ],
    document: `${server}x-trunkline: { version: 1, client: { name: Shop } }
paths:
  /a: { get: { operationId: x.y, x-trunkline: { resource: old.things, method: fetchAll, pagination: { style: offset, items: /items, request: { offset: offset, limit: limit } }, walk: { method: walkAll, limit: 7 } }, parameters: [{ name: offset, in: query, schema: { type: integer } }, { name: limit, in: query, schema: { type: integer } }], responses: { "200": ${listOf("items")} } } }
  /b: { get: { operationId: x.z, x-trunkline: { skip: true }, responses: { ${text} } } }
  /c/{c-id}: { get: { operationId: x.w, parameters: [{ name: c-id, in: path, required: true, x-trunkline: { name: thingId }, schema: { type: string } }], responses: { "200": { description: Good., content: { application/json: { schema: { $ref: "#/components/schemas/Cee" } } } } } } }
components: { schemas: { Cee: { type: object, x-trunkline: { name: Renamed }, properties: { id: { type: string } } } } }`,
    async show({ Shop }) {
      await withServer(
        () => ({ body: { items: [] } }),
        async (baseURL, seen) => {
          const client = new Shop({ baseURL });
          await client.old.things.fetchAll();
          await client.old.things.walkAll();
          expect(seen.map(({ url }) => url)).toEqual(["/a", "/a?limit=7"]);
          expect(Object.keys(client)).toEqual(expect.arrayContaining(["old", "x"]));
          expect(client.x.z).toBeUndefined();
        },
      );
    },
  },
  {
    keys: [
      "operation stream",
      "operation stream.errors",
      "operation stream.error",
      "operation stream.heartbeats",
      "operation stream.end",
    ],
    document: `${server}x-trunkline: { version: 1, client: { name: Shop } }
paths:
  /a: { get: { operationId: things.watch, x-trunkline: { stream: { errors: [failed], error: /fault, heartbeats: [tick], end: [bye] } }, responses: { "200": { description: Good., content: { text/event-stream: { schema: { type: integer } } } } } } }
  /b: { get: { operationId: things.lines, x-trunkline: { stream: { error: /fault, end: [bye] } }, responses: { "200": { description: Good., content: { application/x-ndjson: {} } } } } }
  /c: { get: { operationId: things.all, x-trunkline: { stream: { errors: [], error: false, heartbeats: [], end: [] } }, responses: { "200": { description: Good., content: { text/event-stream: { schema: { type: object } } } } } } }`,
    async show({ Shop }) {
      const streams: Readonly<Record<string, readonly [type: string, text: string]>> = {
        "/a": [
          "text/event-stream",
          "event: tick\ndata: 0\n\nevent: ping\ndata: 1\n\ndata: bye\n\ndata: 2\n\n",
        ],
        "/a?failed": ["text/event-stream", "event: failed\ndata: no\n\n"],
        "/a?fault": ["text/event-stream", 'data: {"fault":"no"}\n\n'],
        "/b": ["application/x-ndjson", "1\nbye\n2\n"],
        "/b?fault": ["application/x-ndjson", '1\n{"fault":"no"}\n'],
        "/c": ["text/event-stream", 'event: error\ndata: {"error":1}\n\nevent: ping\ndata: 2\n\n'],
      };
      await withServer(
        ({ url }) => {
          const [type = "", text = ""] = streams[url.replace(/=$/, "")] ?? [];
          return { headers: { "content-type": type }, text };
        },
        async (baseURL) => {
          const read = async (method: string, query: object = {}): Promise<unknown[]> => {
            const found: unknown[] = [];
            for await (const value of await new Shop({ baseURL }).things[method]({}, { query }))
              found.push(value);
            return found;
          };
          expect(await read("watch")).toEqual([1]);
          await expect(read("watch", { failed: "" })).rejects.toMatchObject({ status: 200, body: "no" });
          await expect(read("watch", { fault: "" })).rejects.toMatchObject({ body: { fault: "no" } });
          expect(await read("lines")).toEqual([1]);
          await expect(read("lines", { fault: "" })).rejects.toMatchObject({ body: { fault: "no" } });
          expect(await read("all")).toEqual([{ error: 1 }, 2]);
        },
      );
    },
  },
];
