import { promise } from "../../promise.ts";
import { weakness } from "../../sources.ts";
import type { FaultCase } from "../../types.ts";
import { BYTES, receiving, receivingTime } from "./receiving.ts";

export const signatureCases: readonly FaultCase[] = [
  {
    id: "webhooks/raw-bytes",
    title: "A delivery is verified over its own bytes, however they are written.",
    reason: "A body that is parsed and written again has other bytes, and honest deliveries are refused.",
    source: weakness(347),
    prepare: (target) =>
      receiving(target, async ({ receiver, body, taken }) => {
        const spaced = JSON.stringify(receiver.payload, undefined, 1).replace(/\n/g, "\r\n");
        await taken(
          { headers: receiver.sign(spaced, BYTES), body: spaced },
          "a body with spaces and line breaks",
        );
        const escaped = body.replace(
          /[a-z]/,
          (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
        );
        await taken({ headers: receiver.sign(escaped, BYTES), body: escaped }, "a body with escapes");
      }),
  },
  {
    id: "webhooks/changed-body",
    title: "A body with another byte anywhere is refused, one that says the same too.",
    reason: "What is verified in another form than it is read in can be changed between.",
    source: weakness(347),
    prepare: (target) =>
      receiving(target, async ({ receiver, body, refused }) => {
        const headers = receiver.sign(body, BYTES);
        for (const changed of [
          `${body} `,
          ` ${body}`,
          body.replace(/[a-z]/, "X"),
          body.slice(0, -1),
          `${body}\0`,
        ])
          await refused({ headers, body: changed }, "a changed body");
      }),
  },
  {
    id: "webhooks/wrong-signature",
    title: "A signature that is changed, cut, continued, or of another secret is refused.",
    reason: "A comparison that looks for the right one within the given one takes more than it.",
    source: weakness(347),
    prepare: (target) =>
      receiving(target, async ({ receiver, body, refused }) => {
        const { signature } = receiver.fields;
        const headers = receiver.sign(body, BYTES);
        const right = headers[signature] ?? "";
        const wrong = [
          right.slice(0, -1),
          `${right}0`,
          `x${right}`,
          right.slice(3),
          right.replace(/.$/, "_"),
          "0",
          "=",
        ];
        for (const one of wrong) {
          await refused({ headers: { ...headers, [signature]: one }, body }, `the signature ${one}`);
        }
        await refused({ headers: receiver.sign(body, `${BYTES}1`), body }, "a signature by another secret");
        await refused({ headers: receiver.sign(body, ""), body }, "a signature by an empty secret");
      }),
  },
  {
    id: "webhooks/unsigned",
    title: "A delivery without a signature is refused.",
    reason: "What verifies only what is signed is passed by leaving the signature out.",
    source: weakness(345),
    prepare: (target) =>
      receiving(target, async ({ receiver, body, refused }) => {
        const headers = receiver.sign(body, BYTES);
        for (const name of Object.values(receiver.fields)) {
          const { [name]: _, ...rest } = headers;
          await refused({ headers: rest, body }, `a delivery without ${name}`);
          await refused({ headers: { ...headers, [name]: "" }, body }, `a delivery with an empty ${name}`);
        }
      }),
  },
  {
    id: "webhooks/duplicated-header",
    title: "A header field that is there twice is refused.",
    reason: "What verifies reads the one, and what comes after it the other.",
    source: weakness(436),
    prepare: (target) =>
      receiving(target, async ({ receiver, body, refused }) => {
        const headers = receiver.sign(body, BYTES);
        for (const name of Object.values(receiver.fields)) {
          const value = headers[name] ?? "";
          const pairs = [...Object.entries(headers), [name.toUpperCase(), `${value}0`]];
          await refused({ headers: pairs, body }, `two fields ${name}`);
          await refused({ headers: { ...headers, [name]: [value, value] }, body }, `two values of ${name}`);
        }
      }),
  },
  {
    id: "webhooks/signature-list",
    title: "A list of 100,000 signatures is refused, at once.",
    reason: "Each costs a comparison for each secret, and whoever sends them pays nothing.",
    source: weakness(770),
    prepare: (target) =>
      receiving(target, async ({ receiver, body, refused }) => {
        const { signature } = receiver.fields;
        const headers = receiver.sign(body, BYTES);
        const started = performance.now();
        const many = `${headers[signature] ?? ""} `.repeat(100_000).trim();
        await refused({ headers: { ...headers, [signature]: many }, body }, "a list of 100,000 signatures");
        promise(performance.now() - started < 2000, "it took more than two seconds");
      }),
  },
  {
    id: "webhooks/old",
    title:
      "A delivery that was signed long ago, or for a time ahead, is refused; one within five minutes is taken.",
    reason: "A delivery that somebody recorded passes for ever otherwise.",
    source: weakness(294),
    prepare: (target) =>
      receivingTime(target, async ({ receiver, body, taken, refused }) => {
        const seconds = Math.floor(Date.now() / 1000);
        const at = (time: number): object => ({
          headers: receiver.sign(body, BYTES, { time: String(time) }),
          body,
        });
        await taken(at(seconds - 200), "one of three minutes ago");
        await refused(at(seconds - 3600), "one of an hour ago");
        await refused(at(seconds + 3600), "one of an hour ahead");
        await refused(at(0), "one of 1970");
        await refused(at(seconds * 1000), "one in milliseconds");
      }),
  },
  {
    id: "webhooks/strict-time",
    title: "A time that is anything but digits is refused, well signed or not.",
    reason: "What reads numbers loosely takes text that the vendor never writes.",
    source: weakness(1286),
    prepare: (target) =>
      receivingTime(target, async ({ receiver, body, refused }) => {
        const seconds = Math.floor(Date.now() / 1000);
        for (const time of [
          `+${seconds}`,
          `${seconds}.5`,
          ` ${seconds}x`,
          `0x${seconds.toString(16)}`,
          `${seconds}e0`,
        ])
          await refused({ headers: receiver.sign(body, BYTES, { time }), body }, `the time ${time}`);
      }),
  },
];
