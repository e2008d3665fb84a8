import { INVALID_SPAN_CONTEXT, trace } from "@opentelemetry/api";
import { readOptions } from "../../src/arguments/read-options.ts";
import { resolveBaseURL } from "../../src/base-url.ts";
import { formUrlEncoded } from "../../src/bodies/form-url-encoded.ts";
import { jsonOrForm } from "../../src/bodies/json-or-form.ts";
import { multipart } from "../../src/bodies/multipart.ts";
import {
  basic,
  bearer,
  binary,
  type ClientDefinition,
  chainMiddleware,
  pathParameter,
  pickClient,
  queryParameter,
  textBody,
} from "../../src/client.ts";
import { putHeaders } from "../../src/headers.ts";
import { openTelemetry } from "../../src/otel.ts";
import { serializePath, serializeQuery } from "../../src/parameters/address.ts";
import { cookieParameters } from "../../src/parameters/cookie.ts";
import { headerParameters } from "../../src/parameters/header.ts";
import { guardPath } from "../../src/raw/raw-path.ts";
import { guardQuery } from "../../src/raw/raw-query.ts";
import { serverVariables } from "../../src/server-variables.ts";
import { dateFields } from "../../src/values/dates.ts";
import { jsonText } from "../../src/values/json-text.ts";
import { nearest } from "../../src/values/nearest.ts";
import { GET, POST, Things } from "../support/sample.ts";
import { type AnyCall, answered, asField, drain, raw, streamed } from "./sample.ts";

/** Makes spans that keep nothing. */
const TRACED = {
  getTracer: () => ({
    startSpan: () => trace.wrapSpanContext(INVALID_SPAN_CONTEXT),
    startActiveSpan: () => {
      throw new Error("Nobody asks for it.");
    },
  }),
};

/** What a caller hands on, which a stranger may have given. */
export const requests: Readonly<Record<string, (text: string) => unknown>> = {
  "a call without a credential": (text) =>
    answered(() => Response.json({}), { apiKey: null }, { security: [["Key"], ["Key", text]] }).things.call(
      GET,
    ),
  "what would be sent": (text) =>
    answered(() => Response.json({})).preview((client: { things: { call(...given: unknown[]): unknown } }) =>
      client.things.call({ ...POST, query: ["q"] }, { q: text, [text]: text }),
    ),
  "a call through middleware": (text) =>
    answered(() => Response.json({ a: text }), {
      defaultHeaders: { cookie: asField(text), b: asField(text) },
      middleware: chainMiddleware(
        async (_, next) => new Response(await (await next()).text()),
        (request, next) => next({ ...request, query: { [text]: text } }),
      ),
    } as never).things.call({ ...POST, query: ["q"] }, { q: text, [text]: text }, { query: { q: [text] } }),
  "a traced call": (text) =>
    answered(() => Response.json({}), {
      defaultHeaders: { b: asField(text) },
      middleware: openTelemetry({ tracerProvider: TRACED }),
    } as never).things.call({ ...GET, query: ["q"] }, { q: text }),
  "a client of some resources": (text) =>
    pickClient(
      { name: "A", userAgent: "a", environments: {}, schemes: {}, security: [] },
      { [text]: Things },
      { baseURL: "https://a.test" },
    ),
  "params that nothing takes": (text) => answered(() => Response.json({})).things.call(GET, { [text]: text }),
  "options among params": (text) =>
    answered(() => Response.json({})).things.call(GET, { timeout: 1, [text]: text }),
  "a raw call": (text) =>
    (raw(() => Response.json({ [text]: text })).POST as AnyCall)(`/a/{id}/{;b*}`, {
      params: {
        path: { id: text, b: [text, text] },
        query: { [text]: text, a: [text], b: { [text]: text } },
        header: { a: asField(text) },
      },
      body: { [text]: text },
    }),
  "a raw call's template": (text) =>
    (raw(() => Response.json({})).GET as AnyCall)(`/${text}`, { params: { path: {} } }),
  "an error of a raw call": (text) =>
    (raw(() => new Response(text, { status: 400 })).GET as AnyCall)("/a", {}),
  "a raw call's serializers": (text) => {
    const base = "https://a.test";
    guardPath(() => `${base}/${asField(text)}`, base)(`${base}/{a}`, {});
    return guardQuery(() => text, { a: text })({ [text]: text });
  },
  "a body by what it is": (text) => {
    const form = new FormData();
    form.append(text, text);
    return answered(() => Response.json({})).post("/a", { body: form });
  },
  "bytes and texts that are sent": (text) => [
    textBody("text/plain" as never).encode(text),
    binary("a/b" as never).encode(new Blob([text])),
  ],
  "a stream in a form": async (text) => {
    const { body, close } = multipart().encode({ a: streamed(text), [text]: text });
    const open = body as () => AsyncIterable<unknown> & ReadableStream;
    await drain(open());
    close?.(open());
  },
  "files of a form": (text) =>
    (
      multipart().encode({ a: new File([text], "a"), [text]: text, b: { [text]: text } })
        .body as () => unknown
    )(),
  "JSON in a header parameter": (text) =>
    headerParameters({ name: "a", content: "application/json" }).write({ a: text }),
  "lists in a deep object": (text) =>
    serializeQuery({ a: { b: [text, ...text] } }, [
      queryParameter({ name: "a", style: "deepObject", lists: "brackets" } as never),
    ]),
  "lists within lists in a deep object": (text) =>
    serializeQuery({ a: { b: [...text] } }, [
      queryParameter({ name: "a", style: "deepObject", lists: "indices" } as never),
    ]),
  "an option of a client in the wrong place": (text) =>
    answered(() => Response.json({}), { [text]: 1, repeatable: true } as never),
  "a path": (text) => serializePath("/a/{id}/b", { id: text }, undefined),
  "a styled path": (text) =>
    serializePath("/a/{id}", { id: [text, text] }, { id: pathParameter({ style: "matrix", explode: true }) }),
  "a path's template": (text) => answered(() => Response.json({})).get(`/${text}`),
  "a query": (text) => serializeQuery({ a: text, [text]: [text, text] }, ["a"]),
  "a styled query": (text) =>
    serializeQuery({ a: { [text]: text } }, [queryParameter({ name: "a", style: "deepObject" } as never)]),
  "a form": (text) => formUrlEncoded().encode({ a: text, [text]: text }),
  "a multipart form": (text) =>
    (multipart().encode({ [text]: text, a: new File([text], text) }).body as () => unknown)(),
  "a body that is JSON or a form": (text) => jsonOrForm().encode({ a: text, [text]: [...text] }),
  "dates without a time": (text) =>
    dateFields()({ body: { "*": true } })({
      body: { a: text, [text]: [...text] },
    }),
  "JSON that is sent": (text) => jsonText({ [text]: [text, ...text] }, "The body"),
  "header parameters": (text) => headerParameters("a").write({ a: text }),
  "cookie parameters": (text) => cookieParameters("a").write({ a: text }),
  "header fields": (text) => putHeaders({}, { a: text, [text]: "a" }),
  "many header fields of one name": (text) =>
    putHeaders(
      {},
      [...text].map((one) => ["a", one] as const),
    ),
  "a base URL": (text) =>
    resolveBaseURL({ name: "A", environments: {} } as unknown as ClientDefinition, {
      baseURL: `https://a.test/${text}`,
    }),
  "a server's variable": (text) =>
    serverVariables("https://{a}.test/{b}", {
      a: { option: "a", default: "a" },
      b: { option: "b", default: "b" },
    })({ a: text, b: text }),
  "an option that there is not": (text) =>
    readOptions({ [text]: 1 }, { owner: "A", names: ["timeout", "baseURL"] } as never),
  "a name that is nearest": (text) => nearest(text, ["timeout", "baseURL"]),
  "a user and a password": (text) =>
    answered(
      () => Response.json({}),
      { apiKey: undefined as never, username: "user", password: asField(text) },
      {
        schemes: {
          B: basic({ option: "username" }, { option: "password" }),
          K: bearer({ option: "apiKey" }),
        },
        security: [["B"]],
      },
    ).things.call(GET),
};
