import { promise } from "../../promise.ts";
import { json, weakness, whatwg } from "../../sources.ts";
import type { FaultCase } from "../../types.ts";
import { BYTES, receiving } from "./receiving.ts";

export const webhookBodyCases: readonly FaultCase[] = [
  {
    id: "webhooks/body-forms",
    title: "A body is taken as text, bytes, a buffer, or the request itself.",
    reason: "Each framework has its own, and turning one into another is where bytes get lost.",
    source: whatwg("fetch", "bodies", "body-mixin"),
    prepare: (target) =>
      receiving(target, async ({ receiver, body, taken }) => {
        const headers = receiver.sign(body, BYTES);
        const bytes = new TextEncoder().encode(body);
        const base64 = Buffer.from(body).toString("base64");
        const forms: readonly (readonly [string, unknown])[] = [
          ["text", { headers, body }],
          ["Uint8Array", { headers, body: bytes }],
          ["ArrayBuffer", { headers, body: bytes.buffer }],
          ["Buffer", { headers, body: Buffer.from(body) }],
          ["a request", new Request("http://127.0.0.1/", { method: "POST", headers, body })],
          ["an event of Lambda", { headers, body: base64, isBase64Encoded: true }],
        ];
        for (const [name, delivery] of forms) await taken(delivery, name);
      }),
  },
  {
    id: "webhooks/header-forms",
    title: "Header fields are taken as Headers, pairs or an object, with names in any case.",
    reason: "HTTP's names have no case, and each platform writes them in its own.",
    source: whatwg("fetch", "headers", "headers-class"),
    prepare: (target) =>
      receiving(target, async ({ receiver, body, taken, refused }) => {
        const forms: readonly (readonly [string, (pairs: [string, string][]) => unknown])[] = [
          ["Headers", (pairs) => new Headers(pairs)],
          ["pairs", (pairs) => pairs],
          ["an object in capitals", (pairs) => Object.fromEntries(pairs)],
          ["lists of values", (pairs) => Object.fromEntries(pairs.map(([name, value]) => [name, [value]]))],
        ];
        const inCapitals = (headers: object): [string, string][] =>
          Object.entries(headers).map(([name, value]) => [name.toUpperCase(), String(value)]);
        for (const [name, form] of forms) {
          await taken({ headers: form(inCapitals(receiver.sign(body, BYTES))), body }, name);
          const wrong = inCapitals(receiver.sign(body, `${BYTES}-other`));
          await refused({ headers: form(wrong), body }, `${name}, signed by another secret`);
        }
      }),
  },
  {
    id: "webhooks/parsed-body",
    title: "A body that a framework has parsed is refused with an error that says how to get its bytes.",
    reason:
      "It is the fault that everybody makes first, and 'wrong signature' sends them looking for the secret.",
    source: weakness(347),
    prepare: (target) =>
      receiving(target, async ({ receiver, refused }) => {
        const body = JSON.stringify(receiver.payload);
        const headers = receiver.sign(body, BYTES);
        const code = await refused({ headers, body: JSON.parse(body) }, "a parsed body");
        promise(code === "parsed-body", `a parsed body: the error's code is ${code}`);
      }),
  },
  {
    id: "webhooks/large-body",
    title: "A body of two megabytes is refused, and one of none.",
    reason: "An endpoint is open to everyone, and what it reads before it verifies is theirs to choose.",
    source: weakness(770),
    prepare: (target) =>
      receiving(target, async ({ receiver, refused }) => {
        const body = `{"text":"${"x".repeat(2_000_000)}"}`;
        await refused({ headers: receiver.sign(body, BYTES), body }, "a body of two megabytes");
        await refused({ headers: receiver.sign("", BYTES), body: "" }, "an empty body");
      }),
  },
  {
    id: "webhooks/prototype",
    title: "A key __proto__ is refused, wherever it is and however it is written.",
    reason: "Events are merged and copied, and the key changes what all objects have.",
    source: weakness(1321),
    prepare: (target) =>
      receiving(target, async ({ receiver, refused }) => {
        for (const body of ['{"__proto__":{"a":1}}', '{"a":[{"__proto__":1}]}', '{"\\u005f_proto__":1}'])
          await refused({ headers: receiver.sign(body, BYTES), body }, body);
      }),
  },
  {
    id: "webhooks/no-json",
    title: "A body that is signed and is not JSON in UTF-8 is refused with an error of the package's.",
    reason: "A SyntaxError out of a parser is answered with 500, and quotes what was sent.",
    source: json("8.1"),
    prepare: (target) =>
      receiving(target, async ({ receiver, refused }) => {
        for (const body of ["{", "<html>", Uint8Array.of(0x22, 0xff, 0x22)])
          await refused({ headers: receiver.sign(body, BYTES), body }, String(body));
      }),
  },
];
