import type { ClientModule } from "../../src/index.ts";

type Send = (url: string, init: RequestInit) => Promise<Response>;
type Constructor = new (options: Record<string, unknown>) => object;

/** One promise broken: the module of the client, made worse. */
export type Mutation = (module: ClientModule) => ClientModule;

/** The client with other options, and with something between it and fetch. */
function between(change: (send: Send) => Send, forced: object = {}): Mutation {
  return (module) => {
    const Client = module.Everything as Constructor;
    class Broken extends Client {
      constructor(options: Record<string, unknown>) {
        super({ ...options, ...forced, fetch: change((options.fetch as Send | undefined) ?? fetch) });
      }
    }
    return { ...module, Everything: Broken };
  };
}

/** The request is changed on its way. */
const asked = (change: (url: URL, init: Init) => void): Mutation =>
  between((send) => (url, init) => {
    const to = new URL(url);
    const copy = { ...init, headers: new Headers(init.headers) };
    change(to, copy);
    return send(to.href, copy);
  });

interface Init extends RequestInit {
  headers: Headers;
}

/** The answer is changed on its way. */
const answered = (change: (response: Response) => Response | Promise<Response>): Mutation =>
  between((send) => async (url, init) => change(await send(url, init)));

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });

const never = between((send) => send, { maxRetries: 0 });
const losesQuery = asked((url) => {
  url.search = "";
});
const losesKey = asked((_, { headers }) => {
  for (const name of ["authorization", "x-api-key"]) headers.delete(name);
});
const isMoved = ({ status }: Response): boolean => status >= 300 && status < 400;
const followsNothing = answered((response) => (isMoved(response) ? json({}, 400) : response));
const takesAllForSuccess = answered((response) =>
  isMoved(response) ? json({ data: {}, meta: {} }) : response,
);

/** What a method returns is changed. */
const returns =
  (change: (value: unknown) => unknown): Mutation =>
  (module) => {
    const Client = module.Everything as Constructor;
    class Broken extends Client {
      constructor(options: Record<string, unknown>) {
        super(options);
        for (const resource of Object.values(this) as object[]) {
          const own = resource as Record<string, (...args: unknown[]) => PromiseLike<unknown>>;
          for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(resource))) {
            const method = own[name];
            if (name !== "constructor" && method)
              own[name] = (...args) => method.apply(resource, args).then(change);
          }
        }
      }
    }
    return { ...module, Everything: Broken };
  };

let held: unknown[] = [];
let known: string | null = null;
let echoed = "";
let attempts = 0;

/** A way to break each promise that a naive client keeps by chance. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  "retry/put": never,
  "retry/delete": never,
  "retry/get-after-failure": never,
  "retry/retriable-statuses": never,
  "retry/post-refused": never,
  "retry/get-after-reset": never,
  "retry/get-after-cut": never,
  "retry/get-after-timeout": never,
  "retry/key-per-call": asked((_, { headers }) => headers.set("idempotency-key", "always-the-same")),
  "retry/body-unchanged": asked((_, init) => {
    attempts += 1;
    if (init.body) init.body = `${init.body}${" ".repeat(attempts)}`;
  }),
  "time/slow-stream": between((send) => send, { idleTimeout: 20 }),
  "time/cut-stream": answered((response) => {
    const reader = response.body?.getReader();
    const pull = async (controller: ReadableStreamDefaultController): Promise<void> => {
      const chunk = await reader?.read().catch(() => undefined);
      if (chunk?.value) controller.enqueue(chunk.value);
      else controller.close();
    };
    return new Response(new ReadableStream({ pull }), { status: response.status, headers: response.headers });
  }),
  "time/retry-after-seconds": answered((response) => json({}, response.status)),
  "time/retry-after-limit": answered((response) => json({}, response.status)),
  "body/byte-order-mark": answered(async (response) => new Response(`ï»¿${await response.text()}`, response)),
  "body/prototype": returns(() => Object.create({ polluted: 1 })),
  "body/early-hints": answered(() => json({ data: {} })),
  "body/duplicate-headers": answered(() => json({ data: {} })),
  "body/unknown-fields": answered(() => json({ data: {} })),
  "body/undefined-and-null": asked((_, init) => {
    init.body = String(init.body).replace(/,?"\w+":null/g, "");
  }),
  "body/content-length": asked((_, init) => {
    init.body = Buffer.from(String(init.body)).subarray(0, String(init.body).length);
  }),
  "body/upload-name": asked((_, init) => {
    init.headers.set("content-type", "multipart/form-data; boundary=b");
    const name = 'a"\r\nX-Evil: 1\r\n\r\n.txt';
    init.body = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\ncontent\r\n--b--\r\n`;
  }),
  "credentials/white-space": losesKey,
  "credentials/environment": losesKey,
  "credentials/two-clients": asked((_, { headers }) => {
    known ??= headers.get("authorization");
    headers.set("authorization", known ?? "");
  }),
  "credentials/optional": losesKey,
  "credentials/exchange-key-stays": asked((_, { headers }) =>
    headers.set("x-also", "tlcanary-exchanged-7f3a9c1e55d0"),
  ),
  "credentials/exchange-expired-early": answered((response) =>
    response.status === 401 ? json({}, 403) : response,
  ),
  "credentials/exchange-lifetime": between((send) => async (url, init) => {
    if (!url.endsWith("/tokens"))
      await send(url.replace(/\/account.*/, "/tokens"), { method: "POST", body: "{}" });
    return send(url, init);
  }),
  "redirects/get": followsNothing,
  "redirects/not-modified": takesAllForSuccess,
  "redirects/post-307-308": followsNothing,
  "redirects/other-scheme": takesAllForSuccess,
  "redirects/downgrade": takesAllForSuccess,
  "paths/alphabets": asked((url) => {
    url.pathname = url.pathname.replace(/(%[0-9A-F]{2})+/g, "-");
  }),
  "paths/several": asked((url) => {
    url.pathname = url.pathname.replace("id-0", "id-9").replace("id-1", "id-0").replace("id-9", "id-1");
  }),
  "paths/colon": asked((url) => {
    url.pathname = url.pathname.replaceAll(":", "%3A");
  }),
  "pages/cursor-walk": losesQuery,
  "pages/foreign-next": between((send) => (url, init) => {
    const cursor = new URL(url).searchParams.get("cursor") ?? "";
    return send(cursor.startsWith("http") ? cursor : url, init);
  }),
  "pages/one-request": between((send) => async (url, init) => {
    await (await send(url, init)).text();
    return send(url, init);
  }),
  "pages/same-arguments": asked((url, { headers }) => {
    if (url.searchParams.has("cursor")) headers.delete("x-trace");
  }),
  "pages/walk-method": asked((url) => url.searchParams.delete("limit")),
  "pages/own-fields": answered(async (response) =>
    json({ ...((await response.json()) as object), added: true }),
  ),
  "errors/unknown-status": answered((response) => json({}, response.ok ? 200 : 500)),
  "errors/foreign": (module) => {
    const EverythingError = (): void => {};
    Object.defineProperty(EverythingError, Symbol.hasInstance, {
      value: (one: unknown) => one instanceof Error,
    });
    return { ...module, EverythingError };
  },
  "resources/connections": answered((response) => {
    held.push(response);
    return json({}, response.status);
  }),
  "resources/memory": returns((value) => {
    held.push(value);
    return value;
  }),
  "resources/cross-talk": answered((response) => {
    const headers = { "content-type": "application/json", "x-echo": echoed };
    echoed = response.headers.get("x-echo") ?? "";
    return new Response(response.body, { status: response.status, headers });
  }),
  "resources/import": (module) => {
    const Client = module.Everything as Constructor;
    class Busy extends Client {
      constructor(options: Record<string, unknown>) {
        super(options);
        setTimeout(() => {}, 60_000);
      }
    }
    return { ...module, Everything: Busy };
  },
};

/** Forgets what mutations have kept. */
export function reset(): void {
  held = [];
  known = null;
  echoed = "";
  attempts = 0;
}
