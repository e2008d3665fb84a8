import { fileURLToPath } from "node:url";
import { type Mock, type MockOptions, type RecordedRequest, startMock } from "../src/index.ts";

export const SHOP: string = fileURLToPath(new URL("fixtures/shop/", import.meta.url));

export function startShop(options?: MockOptions): Promise<Mock> {
  return startMock(SHOP, options);
}

export interface Call {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string | Blob | FormData;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
  readonly seen: RecordedRequest | undefined;
}

/** A request with the key that the shop asks for, and what came back. */
export async function call(
  mock: Mock,
  path: string,
  { method, headers, json, body }: Call = {},
): Promise<Answered> {
  const sent = json === undefined ? body : JSON.stringify(json);
  const response = await fetch(mock.url + path, {
    method: method ?? (sent === undefined ? "GET" : "POST"),
    headers: {
      "X-Key": "k",
      ...(json === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    body: sent ?? null,
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  const answered = {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  };
  return { ...answered, seen: mock.requests.at(-1) };
}
