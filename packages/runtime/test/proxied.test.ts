import { inspect } from "node:util";
import { reactive, readonly, shallowReactive } from "@vue/reactivity";
import { produce } from "immer";
import { describe, expect, it } from "vitest";
import { cursorPages, type PageOperation } from "../src/client.ts";
import { errorOf, GET, KEY, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

const LIST: PageOperation = {
  id: "things.list",
  method: "GET",
  path: "/things",
  query: ["cursor"],
  page: cursorPages({ items: "/data", cursor: "cursor", next: "/next" }),
};

/** Two pages, and the key that each request brought. */
async function vendor() {
  return serve(({ url }, response) =>
    json(response, url.includes("cursor=b") ? { data: [2], next: null } : { data: [1], next: "b" }),
  );
}

/** Wraps all that is read of an object, as tracers do. */
function traced<T extends object>(target: T, record: (entry: unknown) => void): T {
  return new Proxy(target, {
    get(object, name, receiver) {
      const value: unknown = Reflect.get(object, name, receiver);
      if (typeof value === "function" && name !== "constructor") {
        return function (this: unknown, ...given: unknown[]): unknown {
          const result: unknown = value.apply(this, given);
          record({ name, given, result });
          return result;
        };
      }
      return typeof value === "object" && value !== null && !(value instanceof Promise)
        ? traced(value, record)
        : value;
    },
  });
}

const forwarding = <T extends object>(target: T): T =>
  new Proxy(target, { get: (object, name) => Reflect.get(object, name, object) });

const wrappers: readonly [name: string, wrap: <T extends object>(object: T) => T][] = [
  ["Vue's reactive", (object) => reactive(object) as typeof object],
  ["Vue's shallowReactive", (object) => shallowReactive(object)],
  ["Vue's readonly", (object) => readonly(object) as typeof object],
  ["a proxy that hands itself on", (object) => new Proxy(object, {})],
  ["a proxy that hides itself", forwarding],
  ["a proxy around a proxy", (object) => new Proxy(new Proxy(object, {}), {})],
  ["a tracer of everything", (object) => traced(object, () => {})],
  ["a child object", (object) => Object.create(object)],
  ["Object.freeze", (object) => Object.freeze(object)],
  ["a proxy around what is frozen", (object) => new Proxy(Object.freeze(object), {})],
  [
    "a draft of immer",
    (object) => {
      let kept = object;
      produce({ object }, (draft) => {
        kept = draft.object as typeof object;
      });
      return kept;
    },
  ],
];

describe.each(wrappers)("behind %s", (_, wrap) => {
  it("a client calls, walks, derives and previews", async () => {
    const server = await vendor();
    const client = wrap(sample({ baseURL: server.url }));
    expect(await client.things.call(GET)).toEqual({ data: [1], next: "b" });
    expect(await client.get("/things")).toEqual({ data: [1], next: "b" });
    expect(await client.things.page(LIST).toArray()).toEqual([1, 2]);
    expect(await client.withOptions({ timeout: 5000 }).things.call(GET)).toEqual({ data: [1], next: "b" });
    const shown = await client.preview((one) => one.things.call(GET));
    expect(shown).toMatchObject({ method: "GET", url: `${server.url}/things` });
    expect(server.seen.every(({ headers }) => headers["x-api-key"] === KEY)).toBe(true);
  });

  it("a resource calls, and a page goes on", async () => {
    const server = await vendor();
    const things = wrap(sample({ baseURL: server.url }).things);
    const page = wrap(await things.page(LIST));
    expect(page.hasNextPage()).toBe(true);
    expect(page.body).toEqual({ data: [1], next: "b" });
    const next = await page.getNextPage();
    expect(next.body).toEqual({ data: [2], next: null });
    const items: unknown[] = [];
    for await (const item of page) items.push(item);
    expect(items).toEqual([1, 2]);
  });

  it("nothing prints a secret", async () => {
    const server = await vendor();
    const client = wrap(sample({ baseURL: server.url }));
    const page = wrap(await client.things.page(LIST));
    for (const object of [client, client.things, page]) {
      const shown = [
        inspect(object, { showHidden: true, depth: 9, showProxy: true, getters: true }),
        JSON.stringify(object),
        inspect({ ...object }, { depth: 9 }),
        inspect(Object.getOwnPropertyDescriptors(object), { showHidden: true, depth: 9 }),
      ];
      expect(shown.join("\n")).not.toContain(KEY);
    }
  });
});

describe("a tracer", () => {
  it("records no secret, whatever it records of functions", async () => {
    const server = await vendor();
    const entries: unknown[] = [];
    const client = traced(sample({ baseURL: server.url }), (entry) => entries.push(entry));
    await client.things.call(GET);
    await client.things.page(LIST).toArray();
    expect(entries.length).toBeGreaterThan(2);
    expect(inspect(entries, { depth: 12, showHidden: true })).not.toContain(KEY);
  });

  it("can wrap what a method returns", async () => {
    const server = await vendor();
    const promise = sample({ baseURL: server.url }).things.call(GET);
    const wrapped = new Proxy(promise, {
      get: (target, name, receiver) =>
        name === "then" ? target.then.bind(target) : Reflect.get(target, name, receiver),
    });
    expect((await wrapped.withResponse()).response.status).toBe(200);
  });
});

describe("options and params behind a proxy", () => {
  it("are read as they are", async () => {
    const server = await vendor();
    const client = sample(reactive({ baseURL: server.url, apiKey: "sk_of_a_store_1" }));
    await client.things.page(LIST, reactive({ cursor: "b" }), reactive({ headers: { "x-tag": "t" } }));
    expect(server.seen[0]).toMatchObject({
      url: "/things?cursor=b",
      headers: { "x-api-key": "sk_of_a_store_1", "x-tag": "t" },
    });
  });
});

describe("a copy of a client", () => {
  const copies: readonly [name: string, copy: (client: object) => object][] = [
    ["spread", (client) => Object.assign(Object.create(Object.getPrototypeOf(client)), client)],
    ["cloned", (client) => structuredClone({ ...client, things: undefined })],
  ];
  it.each(copies)("%s holds no secret, and says that it is none", async (_, copy) => {
    const made = copy(sample());
    expect(inspect(made, { showHidden: true, depth: 9 })).not.toContain(KEY);
    if (!("withOptions" in made)) return;
    const error = await errorOf((async () => (made as ReturnType<typeof sample>).withOptions({}))());
    expect(error.message).toMatch(/^This object holds no client's state: it is a copy/);
  });
});
