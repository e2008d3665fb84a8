import { dedupeKeyOf, deliveryIdOf, memoryReplays } from "../../src/replays.ts";
import { signOf, unsafeUnwrapOf, unwrapOf } from "../../src/webhooks.ts";
import { hmac, NOW, now, SECRET, schemes, standard } from "../webhooks/support.ts";

type Run = (text: string) => unknown;

const fields = (text: string): Record<string, string> => ({
  "webhook-id": text,
  "webhook-timestamp": String(NOW / 1000),
  "webhook-signature": text,
  "x-sample-signature": text,
});

const dedupeKey = dedupeKeyOf({
  event: ["type"],
  events: { made: [["id"], ["data", "id"]] },
  fields: [["id"]],
});
const deliveryId = deliveryIdOf("webhook-id");
const replays = memoryReplays({ maxIds: 5 });

/** Deliveries that a stranger sends. */
export const webhooks: Readonly<Record<string, Run>> = {
  ...Object.fromEntries(
    schemes.flatMap<[string, Run]>(([name, scheme, secret]) => {
      const unwrap = unwrapOf(scheme);
      const sign = signOf(scheme);
      return [
        [`a delivery by ${name}`, (text) => unwrap({ body: text, headers: fields("a") }, { secret, now })],
        [`its fields by ${name}`, (text) => unwrap({ body: "{}", headers: fields(text) }, { secret, now })],
        [
          `a delivery that is signed by ${name}`,
          async (text) => {
            const signed = await sign({ type: text, id: text }, { secret, now });
            return unwrap(signed, { secret, now });
          },
        ],
        [`a secret for ${name}`, (text) => sign("{}", { secret: [text, `whsec_${text}`], now })],
      ];
    }),
  ),
  "the time of a delivery": (text) =>
    unwrapOf(standard)(
      { body: "{}", headers: { ...fields("a"), "webhook-timestamp": text } },
      { secret: SECRET, now },
    ),
  "the names of a delivery's fields": (text) =>
    unwrapOf(hmac)(
      { body: "{}", headers: [...text].map((letter, at) => [`${letter}${at}`, letter] as const) },
      { secret: "a secret" },
    ),
  "a field of a delivery that comes again and again": (text) =>
    unwrapOf(hmac)({ body: "{}", headers: { "x-sample-signature": [...text] } }, { secret: "a secret" }),
  "bytes of a delivery": (text) =>
    unsafeUnwrapOf(standard)({
      body: new TextEncoder().encode(`{"a":${JSON.stringify(text)}}`),
      headers: {},
    }),
  "what a delivery is known by": (text) => [
    dedupeKey({ type: "made", id: text, data: { id: text } }),
    deliveryId({}, { headers: { "webhook-id": text } }),
  ],
  "ids of deliveries": async (text) => {
    await replays.claim(text, 60);
    await replays.done(text);
    await replays.release(text);
  },
};
