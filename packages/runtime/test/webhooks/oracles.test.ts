import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { Webhook as Svix } from "svix";
import { describe, expect, it } from "vitest";
import { hmacBody, signOf, standardWebhooks, unwrapOf } from "../../src/webhooks.ts";
import { codeOf, hmac, NOW, SECRET, schemes, standard } from "./support.ts";

const svix = standardWebhooks({
  env: "X",
  id: "svix-id",
  timestamp: "svix-timestamp",
  signature: "svix-signature",
});
const bodyOf = fc.json().filter((text) => !text.includes("__proto__"));
const secretOf = fc
  .uint8Array({ minLength: 24, maxLength: 64 })
  .map((bytes) => `whsec_${Buffer.from(bytes).toString("base64")}`);
const idOf = fc.stringMatching(/^[\w-]{1,40}$/);

describe("vectors", () => {
  it("of the reference libraries of Standard Webhooks", async () => {
    const body = '{"test": 2432232314}';
    const [id, time] = ["msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330];
    const now = (): number => time * 1000;
    const { headers } = await signOf(standard)(body, { secret: SECRET, id, now });
    expect(headers).toEqual({
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(time),
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    });
    expect(await unwrapOf(standard)({ headers, body }, { secret: SECRET, now })).toEqual({
      test: 2_432_232_314,
    });
  });

  // RFC 4231, test cases 1 and 2, and RFC 2202, test case 2.
  it.each([
    [
      "SHA-256",
      "0b".repeat(20),
      "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    ],
    [
      "SHA-256",
      "4a656665",
      "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    ],
    [
      "SHA-384",
      "4a656665",
      "what do ya want for nothing?",
      "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
    ],
    [
      "SHA-512",
      "4a656665",
      "what do ya want for nothing?",
      "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
    ],
    ["SHA-1", "4a656665", "what do ya want for nothing?", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"],
  ] as const)("of HMAC with %s", async (algorithm, secret, body, want) => {
    const scheme = hmacBody({ env: "X", header: "x", algorithm, secret: { encoding: "hex" } });
    expect((await signOf(scheme)(body, { secret })).headers.x).toBe(want);
  });
});

describe("standardwebhooks and svix", () => {
  it("take what we sign, and sign what we take, for 1,000 bodies", async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(bodyOf, secretOf, idOf, async (body, secret, id) => {
        count++;
        const at = new Date();
        const now = (): number => at.getTime();
        const ours = await signOf(standard)(body, { secret, id, now });
        expect(new Webhook(secret).verify(body, { ...ours.headers })).toEqual(JSON.parse(body));
        const svixs = await signOf(svix)(body, { secret, id, now });
        expect(() => new Svix(secret).verify(body, { ...svixs.headers })).not.toThrow();
        expect(() => new Svix(secret).verify(`${body} `, { ...svixs.headers })).toThrow();
        for (const [scheme, prefix, signature] of [
          [standard, "webhook", new Webhook(secret).sign(id, at, body)],
          [svix, "svix", new Svix(secret).sign(id, at, body)],
        ] as const) {
          const seconds = String(Math.floor(at.getTime() / 1000));
          const headers = {
            [`${prefix}-id`]: id,
            [`${prefix}-timestamp`]: seconds,
            [`${prefix}-signature`]: signature,
          };
          expect(await unwrapOf(scheme)({ headers, body }, { secret, now })).toEqual(JSON.parse(body));
        }
      }),
      { numRuns: 1000 },
    );
    expect(count).toBeGreaterThanOrEqual(1000);
  });
});

describe.each(schemes)("%s", (_, scheme, secret) => {
  it("refuses any changed byte of body, id, time or signature", async () => {
    const now = (): number => NOW;
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue().map((value) => JSON.stringify({ value })),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (text, place, flip) => {
          const signed = await signOf(scheme)(text, { secret, now, id: "msg_1" });
          const parts = Object.entries({ ...signed.headers, body: signed.body }).filter(
            ([name]) => name !== "content-type",
          );
          for (const [name, value] of parts) {
            const bytes = Buffer.from(value);
            const at = place % bytes.length;
            bytes[at] = (bytes[at] ?? 0) ^ flip;
            // Header fields are texts of one byte a character.
            const changed = {
              headers: { ...signed.headers, [name]: bytes.toString("latin1") },
              body: signed.body,
            };
            const delivery = name === "body" ? { headers: signed.headers, body: bytes } : changed;
            expect(await codeOf(unwrapOf(scheme)(delivery, { secret, now })), name).toMatch(
              /^(wrong-signature|malformed-header|too-old|from-the-future)$/,
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

it("throws nothing that is not ours, whatever arrives", async () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withTypedArray: true,
    withMap: true,
    withNullPrototype: true,
  });
  const headers = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string())));
  await fc.assert(
    fc.asyncProperty(headers, anything, async (given, body) => {
      const delivery = { headers: { ...given, "x-sample-signature": "sha256=00" }, body } as never;
      expect(await codeOf(unwrapOf(hmac)(delivery, { secret: "s" }))).not.toContain("not ours");
    }),
    { numRuns: 500 },
  );
});
