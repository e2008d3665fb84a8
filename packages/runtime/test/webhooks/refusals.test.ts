import { describe, expect, it } from "vitest";
import type { UnwrapOptions, WebhookDelivery } from "../../src/webhooks.ts";
import {
  hmacBody,
  signOf,
  unsafeUnwrapOf,
  unwrapOf,
  WebhookError,
  WebhookUsageError,
  WebhookVerificationError,
} from "../../src/webhooks.ts";
import { codeOf, event, hmac, NOW, now, SECRET, sign, standard, unwrap } from "./support.ts";

type Change = (signed: { headers: Record<string, string>; body: string }) => Partial<WebhookDelivery>;

const seconds = NOW / 1000;
const signature = (one: { headers: Record<string, string> }): string =>
  one.headers["webhook-signature"] ?? "";
const withHeader =
  (name: string, value: string): Change =>
  ({ headers }) => ({ headers: { ...headers, [name]: value } });

/** A change of a good delivery, and what is said of it. */
const changes: readonly (readonly [string, string, Change])[] = [
  ["no signature", "missing-signature", withHeader("webhook-signature", "")],
  ["no id", "missing-signature", withHeader("webhook-id", "")],
  ["no time", "missing-signature", ({ headers: { "webhook-timestamp": _, ...headers } }) => ({ headers })],
  ["no headers", "missing-signature", () => ({ headers: {} })],
  ["another body", "wrong-signature", ({ body }) => ({ body: `${body} ` })],
  ["another id", "wrong-signature", withHeader("webhook-id", "msg_other")],
  ["another time", "wrong-signature", withHeader("webhook-timestamp", String(seconds + 1))],
  ["a time with a sign", "malformed-header", withHeader("webhook-timestamp", `+${seconds}`)],
  ["a time with a fraction", "malformed-header", withHeader("webhook-timestamp", `${seconds}.0`)],
  ["a time in hexadecimal", "malformed-header", withHeader("webhook-timestamp", "0x6553f100")],
  ["a time as an exponent", "malformed-header", withHeader("webhook-timestamp", "1.7e9")],
  ["a time in Arabic digits", "malformed-header", withHeader("webhook-timestamp", "١٧٠٠٠٠٠٠٠٠")],
  ["a time as a date", "malformed-header", withHeader("webhook-timestamp", new Date(NOW).toISOString())],
  ["a time without end", "malformed-header", withHeader("webhook-timestamp", "9".repeat(400))],
  ["a time twice", "malformed-header", withHeader("webhook-timestamp", `${seconds}, ${seconds}`)],
  [
    "another version alone",
    "wrong-signature",
    (one) => withHeader("webhook-signature", signature(one).replace("v1,", "v2,"))(one),
  ],
  [
    "the bare signature",
    "wrong-signature",
    (one) => withHeader("webhook-signature", signature(one).slice(3))(one),
  ],
  [
    "100,000 signatures",
    "malformed-header",
    (one) => withHeader("webhook-signature", `${signature(one)} `.repeat(100_000))(one),
  ],
  ["a signature of nonsense", "wrong-signature", withHeader("webhook-signature", "v1, , v1,=== ,,,")],
  [
    "a field there twice",
    "malformed-header",
    ({ headers }) => ({ headers: [...Object.entries(headers), ["Webhook-Id", "msg_other"]] }),
  ],
  ["a field there twice in two spellings", "malformed-header", withHeader("Webhook-ID", "msg_1")],
  [
    "a field with two values",
    "malformed-header",
    ({ headers }) => ({ headers: { ...headers, "webhook-id": ["a", "b"] } }),
  ],
  ["an empty body", "empty-body", () => ({ body: "" })],
  ["no body", "empty-body", () => ({ body: null })],
  ["an undefined body", "empty-body", () => ({ body: undefined })],
  ["a body beyond the bound", "too-large", () => ({ body: "x".repeat(1_000_001) })],
  ["a parsed body", "parsed-body", () => ({ body: { type: "thing.made" } as never })],
  ["a parsed list", "parsed-body", () => ({ body: [] as never })],
  ["a parsed number", "parsed-body", () => ({ body: 5 as never })],
  ["a body that is not base64", "unreadable-body", () => ({ body: "{}", isBase64Encoded: true })],
  [
    "a stream that breaks off",
    "unreadable-body",
    () => ({ body: new ReadableStream({ pull: (one) => one.error(new Error("cut")) }) }),
  ],
];

describe("unwrap refuses", () => {
  it.each(changes)("%s: %s", async (_, code, change) => {
    const signed = await sign(event, { secret: SECRET, now, id: "msg_1" });
    const delivery = {
      ...signed,
      ...change({ ...signed, headers: { ...signed.headers } }),
    } as WebhookDelivery;
    const error = await unwrap(delivery, { secret: SECRET, now }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WebhookError);
    expect((error as WebhookError).code).toBe(code);
    const isMistake = code === "parsed-body";
    expect(error instanceof WebhookUsageError).toBe(isMistake);
    expect(error instanceof WebhookVerificationError).toBe(!isMistake);
    expect((error as Error).name).toBe(isMistake ? "WebhookUsageError" : "WebhookVerificationError");
  });

  it("names a way to the raw bytes in every framework", async () => {
    const { headers } = await sign(event, { secret: SECRET, now });
    const error = await unwrap({ headers, body: {} as never }, { secret: SECRET, now }).catch(String);
    for (const name of ["Express", "Fastify", "Hono", "Next.js", "Koa", "Lambda"])
      expect(error).toContain(name);
  });

  it.each([
    ["null", null],
    ["a text", "{}"],
    ["no headers", { body: "{}" }],
    ["headers of null", { headers: null, body: "{}" }],
  ])("%s as a delivery", async (_, delivery) => {
    expect(await codeOf(unwrap(delivery as never, { secret: SECRET }))).toBe("wrong-argument");
    expect(await codeOf(unsafeUnwrapOf(standard)(delivery as never))).toBe("wrong-argument");
  });
});

describe("time", () => {
  const rows: readonly (readonly [age: number, tolerance: number | undefined, want: string])[] = [
    [0, undefined, "taken"],
    [300, undefined, "taken"],
    [301, undefined, "too-old"],
    [-300, undefined, "taken"],
    [-301, undefined, "from-the-future"],
    [5, 4, "too-old"],
    [5000, 5000, "taken"],
    [1e9, Number.POSITIVE_INFINITY, "taken"],
    [0, 0, "taken"],
    [1, 0, "too-old"],
    [0, Number.NaN, "from-the-future"],
    [0, -1, "from-the-future"],
  ];
  it.each(rows)("of %d s with a tolerance of %s: %s", async (age, toleranceSeconds, want) => {
    const signed = await sign(event, { secret: SECRET, now: () => NOW - age * 1000 });
    const result = unwrap(signed, { secret: SECRET, now, toleranceSeconds });
    expect(want === "taken" ? (await result) && "taken" : await codeOf(result)).toBe(want);
  });

  it("is not signed by an HMAC of the body, so that nothing is too old", async () => {
    const signed = await signOf(hmac)(event, { secret: "s" });
    expect(await unwrapOf(hmac)(signed, { secret: "s", now: () => 0 })).toEqual(event);
  });
});

describe("secrets", () => {
  const malformed: readonly (readonly [string, UnwrapOptions["secret"], string])[] = [
    ["empty", "", "malformed-secret"],
    ["blank", " \n", "malformed-secret"],
    ["the prefix alone", "whsec_", "malformed-secret"],
    ["not base64", "whsec_no!base64", "malformed-secret"],
    ["cut base64", "whsec_MfKQ9", "malformed-secret"],
    ["one of several empty", [SECRET, ""], "malformed-secret"],
    ["one of several undefined", [SECRET, undefined as never], "malformed-secret"],
    ["not a text", 5 as never, "missing-secret"],
    ["one of several not a text", [5 as never], "malformed-secret"],
    ["none of a list", [], "missing-secret"],
    ["none", undefined, "missing-secret"],
  ];
  it.each(malformed)("%s is refused by unwrap and by sign", async (_, secret, code) => {
    const signed = await sign(event, { secret: SECRET, now });
    expect(await codeOf(unwrap(signed, { secret, now }))).toBe(code);
    expect(await codeOf(sign(event, { secret }))).toBe(code);
  });

  it("are not shown", async () => {
    const secret = "whsec_!canary!";
    const error = await unwrap(await sign(event, { secret: SECRET }), { secret }).catch(
      (thrown: unknown) => thrown,
    );
    expect(`${String(error)} ${JSON.stringify(error)} ${String((error as Error).stack)}`).not.toContain(
      "canary",
    );
    expect((error as Error).cause).toBeUndefined();
  });

  it("come from the environment, and are trimmed", async () => {
    const signed = await sign(event, { secret: SECRET, now });
    process.env.SAMPLE_WEBHOOK_SECRET = ` ${SECRET}\n`;
    try {
      expect(await unwrap(signed, { now })).toEqual(event);
      process.env.SAMPLE_WEBHOOK_SECRET = "";
      expect(await codeOf(unwrap(signed, { now }))).toBe("malformed-secret");
    } finally {
      delete process.env.SAMPLE_WEBHOOK_SECRET;
    }
  });

  it("may be several on both sides while one replaces another", async () => {
    const other = "whsec_b3RoZXIgc2VjcmV0IG9mIDI0IGI=";
    const old = await sign(event, { secret: SECRET, now });
    expect(await unwrap(old, { secret: [other, SECRET], now })).toEqual(event);
    expect(await codeOf(unwrap(old, { secret: other, now }))).toBe("wrong-signature");
    const both = await sign(event, { secret: [other, SECRET], now });
    expect(both.headers["webhook-signature"]?.split(" ")).toHaveLength(2);
    expect(await unwrap(both, { secret: SECRET, now })).toEqual(event);
    const versions = `v1a,abc v2,x ${old.headers["webhook-signature"]}`;
    expect(
      await unwrap(
        { ...old, headers: { ...old.headers, "webhook-signature": versions } },
        { secret: SECRET, now },
      ),
    ).toEqual(event);
  });

  it.each([
    ["hex", "68656c6c6f"],
    ["base64", "aGVsbG8="],
    ["utf8", "hello"],
  ] as const)("in %s are the same bytes", async (encoding, secret) => {
    const scheme = hmacBody({ env: "X", header: "x-signature", secret: { encoding } });
    const plain = hmacBody({ env: "X", header: "x-signature" });
    expect(await unwrapOf(scheme)(await signOf(plain)(event, { secret: "hello" }), { secret })).toEqual(
      event,
    );
    if (encoding !== "utf8")
      expect(
        await codeOf(unwrapOf(scheme)(await signOf(plain)(event, { secret: "hello" }), { secret: "h" })),
      ).toBe("malformed-secret");
  });
});

describe("a body that is signed well", () => {
  const bodies: readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[] = [
    ["not JSON", "{"],
    ["not UTF-8", Uint8Array.of(0x22, 0xff, 0x22)],
    ["cut UTF-8", Uint8Array.of(0x22, 0xe2, 0x82, 0x22)],
    ["a key __proto__", '{"a":[{"__proto__":{"isAdmin":true}}]}'],
    ["a key __proto__ in escapes", '{"\\u005f_proto\\u005F_":1}'],
    ["lists 400,000 deep", "[".repeat(400_000) + "]".repeat(400_000)],
  ];
  it.each(bodies)("and is %s is refused", async (_, body) => {
    // An HMAC signs any bytes, so the test does it by itself.
    const key = await crypto.subtle.importKey(
      "raw",
      new TextEncoder().encode("s"),
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["sign"],
    );
    const content = typeof body === "string" ? new TextEncoder().encode(body) : body;
    const signature = Buffer.from(await crypto.subtle.sign("HMAC", key, content)).toString("hex");
    const delivery = { headers: { "x-sample-signature": `sha256=${signature}` }, body };
    expect(await codeOf(unwrapOf(hmac)(delivery, { secret: "s" }))).toBe("invalid-body");
    expect(await codeOf(unsafeUnwrapOf(hmac)(delivery))).toBe("invalid-body");
  });

  it("keeps what looks like it and is none", async () => {
    const payload = { proto: 1, text: "__proto__", constructor: { prototype: 1 } };
    expect(await unwrapOf(hmac)(await signOf(hmac)(payload, { secret: "s" }), { secret: "s" })).toEqual(
      payload,
    );
  });
});

describe("the event's name in a header field", () => {
  const scheme = hmacBody({ env: "X", header: "x-signature", event: "X-Event" });
  const named = { event: "push", payload: { ref: "main" } };

  it("stands beside the payload", async () => {
    const signed = await signOf<typeof named>(scheme)(named, { secret: "s" });
    expect(signed.headers["X-Event"]).toBe("push");
    expect(signed.body).toBe('{"ref":"main"}');
    expect(await unwrapOf(scheme)(signed, { secret: "s" })).toEqual(named);
    const { "X-Event": _, ...headers } = signed.headers;
    expect(await codeOf(unwrapOf(scheme)({ ...signed, headers }, { secret: "s" }))).toBe("missing-signature");
  });
});
