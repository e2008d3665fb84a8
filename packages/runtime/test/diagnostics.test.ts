import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { inspect } from "node:util";
import { describe, expect, expectTypeOf, it, onTestFinished, vi } from "vitest";
import { apiKeyQuery, chainMiddleware, type Hooks } from "../src/client.ts";
import type { DiagnosticsChannels } from "../src/index.ts";
import type { CallRequest, Layer } from "../src/layer.ts";
import { errorOf, GET, KEY, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

type Name = keyof DiagnosticsChannels;
const NAMES: readonly Name[] = [
  "trunkline:request",
  "trunkline:response",
  "trunkline:retry",
  "trunkline:error",
];

function listen<Message = Record<string, unknown>>(
  names: readonly Name[] = NAMES,
  also: (message: Message) => void = () => {},
): [string, Message][] {
  const heard: [string, Message][] = [];
  for (const name of names) {
    const listener = (message: unknown): void => {
      heard.push([name, message as Message]);
      also(message as Message);
    };
    subscribe(name, listener);
    onTestFinished(() => void unsubscribe(name, listener));
  }
  return heard;
}

const flaky = () =>
  serve((request, response, index) =>
    json(response, { message: KEY }, request.url === "/no" ? 404 : index ? 200 : 503, {
      "x-repeated": KEY,
      "retry-after-ms": "1",
    }),
  );

describe("diagnostics channels", () => {
  it("carry what hooks are told, of every client in the process", async () => {
    const hooked: [string, object][] = [];
    const hook = (name: Name) => (event: object) => void hooked.push([name, event]);
    const hooks = Object.fromEntries(
      NAMES.map((name) => [name.slice("trunkline:".length), hook(name)]),
    ) as Hooks;
    const server = await flaky();
    const heard = listen();
    const client = sample({ baseURL: server.url, hooks });
    await client.things.call({ ...GET, query: ["q"] }, { q: 1 });
    await errorOf(client.get("/no"));
    expect(heard.map(([name, { operation, attempt }]) => [name, operation, attempt])).toEqual([
      ["trunkline:request", "things.get", 1],
      ["trunkline:response", "things.get", 1],
      ["trunkline:retry", "things.get", 1],
      ["trunkline:request", "things.get", 2],
      ["trunkline:response", "things.get", 2],
      ["trunkline:request", "GET /no", 1],
      ["trunkline:response", "GET /no", 1],
      ["trunkline:error", "GET /no", 1],
    ]);
    expect(inspect(heard, { depth: 4 })).toBe(inspect(hooked, { depth: 4 }));
    const others = listen();
    await sample({ baseURL: server.url }).get("/things");
    expect(others).toHaveLength(2);
  });

  it("carry nothing secret", async () => {
    const server = await flaky();
    const heard = listen();
    const schemes = { Key: apiKeyQuery("key", { option: "apiKey" }) };
    await sample({ baseURL: server.url }, { schemes }).things.call(GET);
    await errorOf(sample({ baseURL: server.url }).get("/no", { headers: { "x-other": KEY } }));
    expect(heard.length).toBeGreaterThan(5);
    expect(inspect(heard, { depth: 9 })).not.toMatch(/canary/);
    expect(
      JSON.stringify(heard.map(([, { headers, ...rest }]) => [rest, [...Object.entries(headers ?? {})]])),
    ).not.toMatch(/canary/);
  });

  it("are heard in the context of the call", async () => {
    const server = await serve((_, response) => json(response, {}));
    const storage = new AsyncLocalStorage<number>();
    const stores: [string, unknown][] = [];
    listen(["trunkline:request", "trunkline:response"], ({ path }: { path: string }) =>
      stores.push([path, storage.getStore()]),
    );
    const client = sample({ baseURL: server.url });
    await Promise.all([1, 2, 3].map((one) => storage.run(one, () => client.get(`/things/${one}`))));
    for (const one of [1, 2, 3]) {
      expect(stores.filter(([path]) => path === `/things/${one}`)).toEqual(
        Array(2).fill([`/things/${one}`, one]),
      );
    }
  });

  it("cost nothing while nobody listens: nothing is made for them, also by a client that had listeners", async () => {
    const server = await serve((_, response) => json(response, {}));
    const reports: unknown[] = [];
    const look = (next: Layer) => (request: CallRequest) => {
      reports.push(typeof request.facts.report);
      return next(request);
    };
    const client = sample({ baseURL: server.url, middleware: { wrap: () => ({ wire: look }) } });
    await client.things.call(GET);
    const listener = (): void => {};
    subscribe("trunkline:error", listener);
    await client.things.call(GET);
    unsubscribe("trunkline:error", listener);
    await client.things.call(GET);
    expect(reports).toEqual(["undefined", "function", "undefined"]);
  });

  it("are published to where there are listeners alone", async () => {
    const server = await serve((_, response) => json(response, {}));
    const heard = listen(["trunkline:response"]);
    await sample({ baseURL: server.url }).things.call(GET);
    expect(heard.map(([name]) => name)).toEqual(["trunkline:response"]);
  });

  it("hear nothing of a preview, and of an answer of middleware's no request", async () => {
    const heard = listen();
    const client = sample({ middleware: chainMiddleware(() => Response.json({})) });
    await client.preview(({ things }) => things.call(GET));
    expect(heard).toEqual([]);
  });

  it.each([
    ["no process", undefined],
    ["a process of a bundler's", {}],
    ["a platform without the module", { getBuiltinModule: () => undefined }],
    [
      "a platform that refuses to be asked",
      {
        getBuiltinModule() {
          throw new Error("It is not supported here.");
        },
      },
    ],
  ])("are left out by %s", async (_, process) => {
    const server = await serve((_, response) => json(response, {}));
    const heard = listen();
    vi.stubGlobal("process", process);
    const client = sample({ baseURL: server.url });
    vi.unstubAllGlobals();
    expect(await client.things.call(GET)).toEqual({});
    expect(heard).toEqual([]);
  });
});

it("the types are those of hooks", () => {
  type Hooked<Key extends keyof Hooks> = Parameters<NonNullable<Hooks[Key]>>[0];
  expectTypeOf<DiagnosticsChannels>().toEqualTypeOf<{
    readonly [Key in keyof Hooks as `trunkline:${Key}`]-?: Hooked<Key>;
  }>();
});
