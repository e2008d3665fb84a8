import { readOutcome } from "../../src/bulk/outcome.ts";
import { parseJSON } from "../../src/exact-json.ts";
import { tellBody } from "../../src/response/tell-body.ts";
import { exhaustion, retryHint } from "../../src/retry/hints.ts";
import { GET } from "../support/sample.ts";
import { answered, bigFields, header, times } from "./sample.ts";

const long = (size: number): string => "a".repeat(size);

const chunkOf = (size: number) => ({
  first: 0,
  rows: times(size, (i) => ({ id: `${i}` })),
  refused: new Map(),
  places: times(size, (i) => i),
  body: "",
  outcome: undefined,
});

/** What a stranger may send very many of. */
export const sizes: Readonly<Record<string, (size: number) => unknown>> = {
  "rows of an error": (size) => tellBody({ errors: times(size, () => ({ field: "field", msg: "a" })) }),
  "fields of an error": (size) =>
    tellBody({ errors: Object.fromEntries(times(size, (i) => [`a${i}`, ["field"]])) }),
  "texts of an error": (size) => tellBody({ [long(size)]: times(size, () => "a") }),
  "fields of an error beneath a long one": (size) =>
    tellBody({ errors: { [long(size)]: Object.fromEntries(times(size, (i) => [`a${i}`, { msg: "a" }])) } }),
  "rows of an error beneath a long field": (size) =>
    tellBody({ errors: { [long(size)]: times(size, () => ({ message: "a" })) } }),
  "rows that an answer names of a chunk": (size) =>
    readOutcome(
      { rows: "rows", key: "/id", answer: { errors: { at: "/errors", key: "/id" } } },
      { errors: times(size, (i) => ({ id: `${size + i / 2}` })) },
      chunkOf(size),
    ),
  "integers of JSON": (size) => parseJSON(`[${times(size, () => "12345678901234567").join()}]`),
  "an integer of JSON": (size) => parseJSON("1".repeat(size * 10)),
  "numbers of JSON that are not integers": (size) =>
    parseJSON(`{"a":"1234567890123456","b":${"1234567890123456.".repeat(size)}}`),
  "integers of JSON before white space": (size) => parseJSON(`[12345678901234567${" ".repeat(size * 10)}]`),
  "quotes of a long(size) beside integers of JSON": (size) =>
    parseJSON(`["${"\\\\".repeat(size)}","${'\\"'.repeat(size)}",12345678901234567]`),
  "integers that are rounded": (size) =>
    answered(
      () =>
        new Response(`{${JSON.stringify(long(size))}:[${times(size, () => "12345678901234567").join()}]}`),
    ).things.call(GET),
  "integers of 64 bits in an answer": (size) =>
    bigFields.answer?.([
      { [long(size)]: 1, a: 1, next: { a: long(size) }, more: times(size, () => 1) },
    ] as never),
  "a chain of 64 bits": (size) =>
    bigFields.answer?.([times(size, () => 0).reduce<object>((next) => ({ a: 1, next }), {})] as never),
  "RateLimit of many windows": (size) =>
    exhaustion(header("ratelimit", times(size, (i) => `"a";r=0;t=${i}`).join()), {}),
  "Retry-After of many values": (size) =>
    retryHint(429, header("retry-after", times(size, String).join()), undefined),
};
