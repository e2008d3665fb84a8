import { detailOf } from "../../src/errors/detail-of.ts";
import { parseJSON } from "../../src/exact-json.ts";
import { decideRedirect } from "../../src/redirects/decide-redirect.ts";
import { foreignOrigin } from "../../src/redirects/foreign-origin.ts";
import { makeAPIError } from "../../src/response/make-api-error.ts";
import { readText } from "../../src/response/read-body.ts";
import { tellBody } from "../../src/response/tell-body.ts";
import { exhaustion, retryHint } from "../../src/retry/hints.ts";
import { tellCause } from "../../src/retry/tell-cause.ts";
import { parseEvents } from "../../src/streams/parse-events.ts";
import { records } from "../../src/streams/records.ts";
import { GET } from "../support/sample.ts";
import {
  answered,
  asField,
  bigFields,
  chunksOf,
  drain,
  header,
  read,
  scrubber,
  streamed,
  walkStream,
} from "./sample.ts";

/** What an answer holds. */
export const answers: Readonly<Record<string, (text: string) => unknown>> = {
  "Retry-After": (text) => retryHint(429, header("retry-after", text), undefined),
  "Retry-After, as a date": (text) => retryHint(429, header("retry-after", `Mon, ${text}`), undefined),
  "retry-after-ms": (text) => retryHint(429, header("retry-after-ms", text), undefined),
  Date: (text) => retryHint(429, header("date", text), undefined),
  "a hint in a vendor's field": (text) =>
    retryHint(429, header("x-reset", text), undefined, [{ header: "x-reset", format: "epochSeconds" }]),
  "a hint in a body": (text) =>
    retryHint(429, header("", ""), { wait: text }, [{ body: "/wait", format: "seconds" }]),
  Location: (text) =>
    decideRedirect({
      method: "GET",
      url: "https://a.test/",
      status: 302,
      location: text,
      repeatable: true,
      hops: 0,
      label: scrubber.label,
    }),
  "the address that answered": (text) => foreignOrigin("https://a.test/", `https://a.test/${text}`),
  "a body in pieces": (text) => readText(new Response(streamed(text))),
  "an error of a status": (text) =>
    makeAPIError({ status: 400, headers: new Headers(), body: { [text]: text } }, { code: ["/a"] }),
  "why a connection failed": (text) => tellCause(new TypeError(text, { cause: new Error(text) })),
  "events in one chunk": (text) => drain(parseEvents(chunksOf(`data:${text}\n\n${text}:${text}\n\n`))),
  "events in many chunks": (text) => drain(parseEvents(chunksOf(`${text}\n\n`, 50))),
  "lines in many chunks": (text) => drain(records(chunksOf(text, 50), /\n/g, true)),
  "a stream of events": (text) => walkStream(read.event, text, "text/event-stream"),
  "a stream of JSON in events": (text) => walkStream(read.json, `data: ${text}\n\n`, "text/event-stream"),
  "a stream of JSON lines": (text) => walkStream(read.lines, text, "application/jsonl"),
  "a stream of a JSON sequence": (text) => walkStream(read.sequence, text, "application/json-seq"),
  "a content type in place of a stream's": (text) => walkStream(read.event, "", text),
  "a content type that begins like a stream's": (text) => walkStream(read.lines, "", `  text/html${text}`),
  "an error's body": (text) => answered(() => new Response(text, { status: 400 })).things.call(GET),
  "an error's body in JSON": (text) =>
    answered(() => Response.json({ code: text, message: text, [text]: [text] }, { status: 429 })).things.call(
      GET,
    ),
  "an error's header": (text) =>
    answered(
      () =>
        new Response("{}", { status: 400, headers: { "x-request-id": asField(text), etag: asField(text) } }),
    ).things.call(GET),
  "an error that is not sent again": (text) =>
    answered(() => new Response(text, { status: 500 }), { maxRetries: 1, retryBudget: 0 }).things.call(GET),
  "a success that lies": (text) => answered(() => new Response(text)).things.call(GET),
  "a success under hooks": (text) =>
    answered(() => Response.json({ text }, { headers: { "x-request-id": asField(text) } }), {
      hooks: { response: () => {} },
    }).things.call(GET),
  "what a fetch throws": (text) =>
    answered(() => {
      throw Object.assign(new Error(text), { url: text });
    }).things.call(GET),
  "a row with all of a text": (text) =>
    tellBody([{ loc: [text, text], msg: text, input: text, [text]: text }]),
  "a headline of an error": (text) => tellBody({ error: { [text]: text, message: text }, title: text }),
  "rows that are pinned": (text) =>
    tellBody({ rows: [...text].map((one) => ({ at: one, say: text.slice(0, 99) })) }, {
      rows: { at: ["/rows"], field: ["/at"], message: ["/say"] },
    } as never),
  "an error of no shape": (text) => tellBody({ [text]: { [text]: [text] } }),
  "an error that is thrown": (text) => detailOf(new Error(text, { cause: new Error(text) })),
  "names and texts beside integers of JSON": (text) =>
    parseJSON(`{${JSON.stringify(text)}:12345678901234567,"a":${JSON.stringify([text, text])}}`),
  "integers of 64 bits in a request": (text) =>
    bigFields.request?.({ body: { a: text, [text]: { a: "12" } }, query: { [text]: text } } as never),
  RateLimit: (text) => exhaustion(header("ratelimit", text), {}),
  "what remains of a window": (text) =>
    exhaustion(header("x-left", text), { rateLimit: { remaining: "x-left", reset: "x-left" } }),
  "a fetch that gives no answer": (text) => answered(() => text as never).things.call(GET),
};
