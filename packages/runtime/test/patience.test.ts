import { expect, it, vi } from "vitest";
import { KEY, sample } from "./support/sample.ts";

const own = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);
const made = Symbol("options");
const agent = (options: object): object => ({ dispatch: () => true, [made]: options });
const dispatching = (options: object): object => ({ fetchOptions: { dispatcher: agent(options) } });

function told(options: object): readonly string[] {
  const warn = vi.fn();
  const logger = { error: warn, warn, info: warn, debug: warn };
  const client = sample({ apiKey: KEY, logger, ...options } as never);
  // Said once, however many are made of it.
  client.withOptions({ maxRetries: 0 });
  return warn.mock.calls.map(([message]) => String(message));
}

const UNDICI =
  "undici's end a request after 300000 ms without a header or a part of the body, unless a dispatcher";

it.each<[options: object, said: string]>([
  [
    { timeout: 400_000, fetch: own },
    `timeout is 400000 ms, which a fetch of your own may not keep: ${UNDICI}`,
  ],
  [
    { timeout: Number.POSITIVE_INFINITY, fetch: own },
    "timeout is Infinity ms, which a fetch of your own may",
  ],
  [{ idleTimeout: 600_000, fetch: own }, "idleTimeout is 600000 ms, which a fetch of your own may not keep"],
  [
    { timeout: 300_001, ...dispatching({}) },
    "timeout is 300001 ms, which the dispatcher in fetchOptions may not",
  ],
  [
    { timeout: 400_000, ...dispatching({ headersTimeout: 0 }) },
    "the dispatcher in fetchOptions may not keep",
  ],
  [
    { timeout: 400_000, ...dispatching({ headersTimeout: 0, bodyTimeout: 1 }) },
    "the dispatcher in fetchOptions",
  ],
  [
    { timeout: 400_000, fetchOptions: { dispatcher: { dispatch: () => true } } },
    "the dispatcher in fetchOptions",
  ],
  [{ timeout: 400_000, fetch: own, logLevel: "debug" }, "timeout is 400000 ms"],
])("a limit that nothing at hand keeps is told when the client is made: %o", (options, said) => {
  expect(told(options)).toEqual([expect.stringContaining(said)]);
});

it.each<[options: object]>([
  [{ timeout: 400_000 }],
  [{ timeout: 300_000, fetch: own }],
  [{ fetch: own }],
  [{ timeout: 400_000, ...dispatching({ headersTimeout: 0, bodyTimeout: 0 }) }],
  [{ timeout: 400_000, ...dispatching({ headersTimeout: 400_000, bodyTimeout: 500_000 }) }],
  [{ timeout: 400_000, fetch: own, ...dispatching({ headersTimeout: 0, bodyTimeout: 0 }) }],
  [{ timeout: 400_000, fetch: own, logLevel: "error" }],
])("nothing is told of %o", (options) => {
  expect(told(options)).toEqual([]);
});

it("is told of a client that is made of another with a longer limit", () => {
  const warn = vi.fn();
  const client = sample({ logger: { error: warn, warn, info: warn, debug: warn }, fetch: own });
  client.withOptions({ timeout: 400_000 });
  expect(warn).toHaveBeenCalledTimes(1);
});
