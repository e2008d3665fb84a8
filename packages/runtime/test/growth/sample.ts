import {
  type ClientDefinition,
  eventStream,
  type Int64Fields,
  int64,
  jsonLines,
  type Operation,
  type ResponseReader,
  tokenExchange,
} from "../../src/client.ts";
import { createRawClient } from "../../src/openapi-fetch.ts";
import { makeScrubber, type Scrubber } from "../../src/secrets/scrubber.ts";
import { GET, type SampleOptions, sampleClass } from "../support/sample.ts";

export const header = (name: string, value: string): Headers =>
  ({ get: (asked: string) => (asked === name ? value : null) }) as unknown as Headers;

export async function* chunksOf(text: string, size: number = text.length || 1): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

export async function drain(values: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of values);
}

export const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** A body that comes in pieces. */
export const streamed = (text: string): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (let at = 0; at < text.length; at += 1000) controller.enqueue(bytes(text.slice(at, at + 1000)));
      controller.close();
    },
  });

/** A client that is answered so. */
export const answered = (
  response: () => Response,
  options: SampleOptions = {},
  definition: Partial<ClientDefinition> = {},
): InstanceType<ReturnType<typeof sampleClass>> =>
  new (sampleClass({
    errors: { code: ["/code"], message: ["/message"], requestId: ["/id"] },
    ...definition,
  }))({ apiKey: "aaaaaaab-key", maxRetries: 0, fetch: async () => response(), ...options });

export const asField = (text: string): string => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, "a");
export const page = (next: unknown, headers: Record<string, string> = {}): Response =>
  Response.json({ items: [1], next }, { headers });
/** Walks over a page, and an empty one behind it. */
export const walk = (style: object, response: () => Response): Promise<unknown> => {
  let count = 0;
  return answered(() => (count++ === 0 ? response() : Response.json({ items: [], next: [] })))
    .things.page({ ...GET, query: ["cursor", "offset"], page: style } as never)
    .toArray();
};

export const scrubber: Scrubber = makeScrubber([
  "aaaaaaab-key",
  "%25%25%25/\\\\\\\\&#x2f;",
  `${"\\".repeat(28)}x`,
  "key",
  "é€😀ééééé",
  "aaaa-é\\1???-aaaa}",
]);
export const read: Readonly<Record<"event" | "json" | "lines" | "sequence", ResponseReader>> = {
  event: eventStream(),
  json: eventStream({ data: "json" }),
  lines: jsonLines("application/jsonl"),
  sequence: jsonLines("application/json-seq"),
};
export const stream = (text: string, type: string): Response =>
  new Response(text, { headers: { "content-type": asField(type) } });
export const walkStream = async (reader: ResponseReader, text: string, type: string): Promise<void> =>
  drain(
    await answered(() => stream(text, type)).things.call<AsyncIterable<unknown>>({
      ...GET,
      response: reader,
    }),
  );

/** A call of a client that trades its key for a token, answered so. */
export const exchanged = (response: () => Response, operation: Operation = GET): Promise<unknown> =>
  answered(
    response,
    {},
    {
      schemes: {
        T: tokenExchange({
          option: "accessToken",
          exchange: {
            option: "apiKey",
            method: "POST",
            path: "/token",
            operation: "token",
            request: "/key",
            token: "/token",
            expiresIn: "/expires",
          },
        }),
      },
      security: [["T"]],
    },
  ).things.call(operation);

/** So many of them. */
export const times = <T>(size: number, make: (index: number) => T): T[] =>
  Array.from({ length: size }, (_, index) => make(index));

export const raw = (response: () => Response): ReturnType<typeof createRawClient<Record<string, never>>> =>
  createRawClient(answered(response));
export type AnyCall = (path: string, init: object) => Promise<unknown>;

export const bigFields: Int64Fields = int64("string", {
  types: { T: { a: true, next: "T", "*": "T" } },
  unions: { U: ["kind", { a: { "*": true } }] },
})({
  request: { body: "T", query: { "*": true } },
  answer: ["T", { "*": ["T", "U", true] }],
});
