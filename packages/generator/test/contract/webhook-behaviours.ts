import { createHmac } from "node:crypto";
import { expect } from "vitest";
import type { Emitted } from "../support/run-model.ts";
import type { Behaviour } from "./behaviours.ts";

const head = "servers: [{ url: https://a.test }]\n";
const paths = `paths: { /a: { get: { operationId: things.get, responses: { "200": { description: Good. } } } } }\n`;
const body = (properties: string): string =>
  `requestBody: { required: true, content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string }, at: { type: integer }, ${properties} } } } } }, responses: { "204": { description: Taken. } }`;
const hook = (said: string, properties: string): string =>
  `post: { x-trunkline: { webhook: ${said} }, ${body(properties)} }`;

/** What an unwrapped delivery is, of an event that is signed by Node's own HMAC. */
async function received(
  { webhooks }: Emitted,
  payload: object,
  headersOf: (text: string) => Record<string, string>,
  options: object,
): Promise<Emitted> {
  const text = JSON.stringify(payload);
  return await webhooks
    .unwrap({ headers: headersOf(text), body: text }, options)
    .catch((error: { code: string }) => error.code);
}

export const webhookBehaviours: readonly Behaviour[] = [
  {
    keys: [
      ...["document webhooks", "document webhooks.scheme", "document webhooks.signature"],
      ...["header", "algorithm", "prefix", "encoding"].map((key) => `document webhooks.signature.${key}`),
      ...["document webhooks.secret", "document webhooks.secret.encoding", "document webhooks.secret.prefix"],
      ...["document webhooks.event", "document webhooks.event.field"],
      ...[
        "operation webhook",
        "operation webhook.event",
        "operation webhook.dedupe",
        "operation webhook.scheme",
      ],
    ],
    document: `${head}x-trunkline:
  version: 1
  client: { name: Shop }
  webhooks:
    scheme: hmac-body
    signature: { header: X-Shop-Sign, algorithm: sha512, prefix: "v0=", encoding: base64 }
    secret: { encoding: hex, prefix: key_ }
    event: { field: kind }
webhooks:
  made: { ${hook("{ event: thing.made, dedupe: [/id, /at] }", "kind: { type: string }")} }
  gone: { ${hook("{ dedupe: [] }", "kind: { const: gone }")} }
  ping: { ${hook("{ scheme: none }", "kind: { const: ping }")} }
${paths}`,
    async show(emitted) {
      const secret = "key_00ff00ff";
      const signed = (text: string): Record<string, string> => ({
        "x-shop-sign": `v0=${createHmac("sha512", Buffer.from("00ff00ff", "hex")).update(text).digest("base64")}`,
      });
      const made = { kind: "thing.made", id: "1", at: 5 };
      expect(await received(emitted, made, signed, { secret })).toEqual(made);
      expect(await received(emitted, made, () => signed("other"), { secret })).toBe("wrong-signature");
      expect(emitted.webhooks.dedupeKey(made)).toBe('["thing.made","1",5]');
      expect(emitted.webhooks.dedupeKey({ ...made, kind: "gone" })).toBeUndefined();
      const { headers, body: text } = await emitted.webhooks.sign(made, { secret });
      expect(headers["X-Shop-Sign"]).toBe(signed(text)["x-shop-sign"]);
    },
  },
  {
    keys: [
      ...[
        "document webhooks.idHeader",
        "document webhooks.timestampHeader",
        "document webhooks.toleranceSeconds",
      ],
      ...["document webhooks.event.header", "document webhooks.dedupe"],
    ],
    document: `${head}x-trunkline:
  version: 1
  client: { name: Shop }
  webhooks:
    scheme: standard
    signature: { header: X-Sign }
    idHeader: X-Id
    timestampHeader: X-Time
    toleranceSeconds: 10
    event: { header: X-Event }
    dedupe: [/id]
webhooks:
  thing.made: { post: { ${body("")} } }
  thing.gone: { post: { ${body("")} } }
${paths}`,
    async show(emitted) {
      const secret = `whsec_${Buffer.from("a secret").toString("base64")}`;
      const seconds = Math.floor(Date.now() / 1000);
      const signed =
        (time: number) =>
        (text: string): Record<string, string> => ({
          "x-event": "thing.made",
          "x-id": "msg_1",
          "x-time": String(time),
          "x-sign": `v1,${createHmac("sha256", "a secret").update(`msg_1.${time}.${text}`).digest("base64")}`,
        });
      const event = { event: "thing.made", payload: { id: "1" } };
      expect(await received(emitted, event.payload, signed(seconds), { secret })).toEqual(event);
      expect(await received(emitted, event.payload, signed(seconds - 12), { secret })).toBe("too-old");
      expect(emitted.webhooks.dedupeKey(event)).toBe("1");
      const { headers } = await emitted.webhooks.sign(event, { secret });
      expect(Object.keys(headers).sort()).toEqual(["X-Event", "X-Id", "X-Sign", "X-Time", "content-type"]);
    },
  },
];
