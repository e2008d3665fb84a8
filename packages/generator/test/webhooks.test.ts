import { describe, expect, it } from "vitest";
import { emitClient } from "../src/emit/package/client-files.ts";
import { emitSources } from "../src/emit/typescript/sources.ts";
import { verifyOutput } from "../src/verify/verify-output.ts";
import { emitAll, modelOf } from "./support/emit.ts";
import { check } from "./support/mutations.ts";
import { typeCheckFiles } from "./support/type-check.ts";

const paths = `servers: [{ url: https://a.test }]
paths: { /a: { get: { operationId: things.get, responses: { "200": { description: Good. } } } } }
`;
const settings = (webhooks: string): string =>
  `x-trunkline: { version: 1, client: { name: Shop }, webhooks: ${webhooks} }\n`;
const hook = (name: string, properties: string, said = ""): string =>
  `  ${name}: { post: { ${said}requestBody: { content: { application/json: { schema: { type: object, required: [type], properties: { type: { ${properties} }, id: { type: string } } } } } }, responses: { "204": { description: Taken. } } } }\n`;
const two = `webhooks:\n${hook("thing.made", "const: thing.made")}${hook("thing.gone", "type: string, enum: [thing.gone]")}`;
const body = "scheme: hmac-body, signature: { header: X-Sign }";

describe("emitted webhooks", () => {
  const rows: readonly [name: string, document: string, want: readonly string[], not?: readonly string[]][] =
    [
      [
        "are a union that the body's own constants tell apart",
        settings(`{ ${body} }`) + two,
        [
          "The events that a verified delivery can hold, by `type`.",
          "export type ShopWebhookEvent = ThingMadeEvent | ThingGoneEvent;",
          'hmacBody({ env: "SHOP_WEBHOOK_SECRET", header: "X-Sign" })',
        ],
        ["dedupeKey"],
      ],
      [
        "have a literal beside a name that is any text",
        `${settings(`{ ${body}, event: { field: type } }`)}webhooks:\n${hook("made", "type: string")}`,
        ['export type ShopWebhookEvent = MadeEvent & {\n  type: "made";\n};'],
      ],
      [
        "stand beside their name where a header field has it",
        `${settings(`{ scheme: svix, event: { header: X-Event } }`)}webhooks:\n${hook("made", "type: string")}`,
        [
          'event: "made";\n  payload: MadeEvent;',
          'event: "X-Event"',
          'id: "svix-id"',
          'deliveryIdOf("svix-id")',
        ],
      ],
      [
        "leave out what is not signed",
        `${settings(`{ scheme: standard }`)}webhooks:\n${hook("made", "const: made")}${hook("ping", "const: ping", "x-trunkline: { webhook: { scheme: none } }, ")}`,
        ["export type ShopWebhookEvent = MadeEvent;", "  ping: PingEvent;", 'id: "webhook-id"'],
      ],
      ["are none where nothing is signed", settings("{ scheme: none }") + two, ["ShopWebhooks"], ["unwrap"]],
      [
        "are none where it is guessed",
        `x-trunkline: { version: 1, client: { name: Shop } }\n${two}`,
        ["ShopWebhooks"],
        ["unwrap"],
      ],
    ];

  it.each(rows)("%s", async (name, document, want, not = []) => {
    const model = modelOf(paths + document);
    const text = (await emitAll(new Map([[name, model]]))).get(name) ?? "";
    for (const one of want) expect(text).toContain(one);
    for (const one of not) expect(text).not.toContain(one);
  });

  it("narrow by name, in a program that knows no DOM", async () => {
    const files = new Map<string, string>();
    for (const [path, text] of emitSources(modelOf(paths + settings(`{ ${body} }`) + two)))
      files.set(`0/${path}`, text);
    files.set("0/src/version.ts", 'export const VERSION: string = "0";\n');
    files.set(
      "0/src/use.ts",
      `import type { IncomingMessage } from "node:http";
import type { ThingGoneEvent, ThingMadeEvent } from "./types.js";
import { sign, unwrap } from "./webhooks.js";
export async function use(request: IncomingMessage, web: Request, lambda: { body?: string; headers: { [name: string]: string | undefined }; isBase64Encoded: boolean }): Promise<ThingGoneEvent | undefined> {
  const event = await unwrap(request);
  await unwrap(web, { secret: ["a", "b"], toleranceSeconds: 5, now: () => 0 });
  await unwrap(lambda);
  await unwrap({ headers: new Headers(), body: Buffer.from("") });
  await unwrap(await sign({ type: "thing.made" }));
  // @ts-expect-error a parsed body is not a body
  await unwrap({ headers: {}, body: { type: "thing.made" } });
  // @ts-expect-error there is no such event
  await sign({ type: "thing.other" });
  if (event.type === "thing.made") {
    const made: ThingMadeEvent = event;
    void made;
    return undefined;
  }
  return event;
}
`,
    );
    expect(await typeCheckFiles(files)).toEqual([]);
  });

  const facts = {
    packageName: "@acme/shop",
    workspace: false,
    applicableFaults: undefined,
    existing: { version: "1.0.0", changelog: undefined },
  };
  const model = modelOf(paths + settings(`{ ${body}, dedupe: [/id] }`) + two);
  const origin = { model, document: {}, packageName: "@acme/shop" };
  const faultsOf = (files: ReadonlyMap<string, string>): string =>
    verifyOutput(files, origin)
      .filter((fault) => !fault.startsWith("openapi.yaml"))
      .join("\n");

  it("are what the verifier expects", () => {
    expect(faultsOf(emitClient(model, facts))).toBe("");
  });

  it.each([
    [/$/, "fired();", /declares <ExpressionStatement>/],
    [/$/, 'export * from "./client.js";', /imports more/],
    [/$/, 'export { Shop } from "./other.js";', /imports "\.\/other\.js"/],
    [/$/, 'export { eval } from "@trunkline/runtime/webhooks";', /imports eval/],
    [/$/, "export const other = 1;", /declares the constant other/],
    [/unwrapOf\(scheme\)/, "fired(scheme)", /calls fired/],
    ['header: "X-Sign"', "header: fired()", /calls fired/],
    ['header: "X-Sign"', "header: `$" + "{fired()}`", /calls fired/],
    ['"@trunkline/runtime/replays"', '"evil"', /imports "evil"/],
    ["hmacBody", "hmacBodi", /imports hmacBodi/],
  ] as const)("changed from %s to %s are refused", (from, to, fault) => {
    const files = emitClient(model, facts);
    const before = files.get("src/webhooks.ts") ?? "";
    const after = before.replace(from, () => to);
    expect(after).not.toBe(before);
    expect(faultsOf(new Map([...files, ["src/webhooks.ts", after]]))).toMatch(fault);
  });
});

describe("what is said of webhooks", () => {
  const start = `openapi: 3.1.0\ninfo: { title: Shop API, version: "1" }\n${paths}`;
  const rows: readonly [name: string, document: string, want: readonly string[]][] = [
    ["fits", settings(`{ ${body}, event: { field: type }, dedupe: [/id] }`) + two, []],
    ["needs a header field for an HMAC", settings("{ scheme: hmac-body }") + two, ["needs signature.header"]],
    [
      "says nothing of what the scheme fixes",
      settings("{ scheme: svix, signature: { header: X, prefix: a }, idHeader: X-Id, toleranceSeconds: 5 }") +
        two,
      ['"signature.header" says nothing', '"signature.prefix" says nothing', '"idHeader" says nothing'],
    ],
    [
      "knows no tolerance where no time is signed",
      settings(`{ ${body}, toleranceSeconds: 5 }`) + two,
      ['"toleranceSeconds" says nothing'],
    ],
    [
      "knows no secret where nothing is signed",
      settings("{ scheme: none, secret: { encoding: hex } }") + two,
      ['"secret" says nothing'],
    ],

    [
      "names a field that bodies have",
      settings(`{ ${body}, event: { field: tipe } }`) + two,
      ['no field "tipe"', 'no field "tipe"'],
    ],
    [
      "points at fields that bodies have",
      settings(`{ ${body}, dedupe: [/ide] }`) + two,
      ['"/ide" points at nothing', '"/ide" points at nothing'],
    ],
    [
      "says where names are, if nothing tells",
      `${settings(`{ ${body} }`)}webhooks:\n${hook("a", "type: string")}${hook("b", "type: string")}`,
      ["nothing says where the name of the event stands"],
    ],
    [
      "gives no two events one name",
      `${settings(`{ ${body}, event: { field: type } }`)}webhooks:\n${hook("a", "type: string")}${hook("b", "type: string", "x-trunkline: { webhook: { event: a } }, ")}`,
      ["have one name of their event"],
    ],
    [
      "misspelt, is told with the nearest name",
      settings(`{ ${body}, tolerance: 5 }`) + two,
      ['"tolerance" is not a key'],
    ],
    ["of an unknown scheme, is told", settings("{ scheme: hmac }") + two, ['cannot be "hmac"']],
  ];
  it.each(rows)("%s", async (_, document, want) => {
    const found = (await check(start + document)).filter(({ severity }) => severity === "error");
    expect(found.map(({ message }) => message)).toEqual(want.map((part) => expect.stringContaining(part)));
  });

  it("is of no use without webhooks", async () => {
    const found = await check(start + settings(`{ ${body} }`));
    expect(found.map(({ severity, message }) => [severity, message])).toContainEqual([
      "warning",
      "the document has no webhooks that could be signed",
    ]);
  });

  it("has no place on an operation that callers call", async () => {
    const text = start.replace(
      "operationId: things.get,",
      "operationId: things.get, x-trunkline: { webhook: { event: a } },",
    );
    const found = (await check(`${text}x-trunkline: { version: 1 }\n`)).filter(
      ({ severity }) => severity === "error",
    );
    expect(found.map(({ code }) => code)).toEqual(["x-trunkline-webhook"]);
  });
});

describe("a guess", () => {
  const signed = (name: string, more = ""): string =>
    `webhooks:\n  made: { post: { parameters: [{ name: ${name}, in: header, ${more} schema: { type: string } }], requestBody: { content: { application/json: { schema: { type: object, properties: { type: { const: made } } } } } } } }\n`;
  const rows: readonly [name: string, document: string, hint: string | undefined][] = [
    ["svix", signed("svix-id"), "webhooks: { scheme: svix }"],
    ["svix in capitals", signed("Svix-Signature"), "webhooks: { scheme: svix }"],
    ["Standard Webhooks", signed("webhook-id"), "webhooks: { scheme: standard }"],
    [
      "a signature",
      signed("X-Hub-Signature-256", 'description: "sha256= and the hex HMAC",'),
      'scheme: hmac-body, signature: { header: X-Hub-Signature-256, prefix: "sha256=" }',
    ],
    [
      "another hash and encoding",
      signed("X-Shop-Hmac", "description: Base64 of the SHA-512 HMAC.,"),
      "signature: { header: X-Shop-Hmac, algorithm: sha512, encoding: base64 }",
    ],
    ["nothing", signed("X-Request-Id"), undefined],
  ];
  it.each(rows)(
    "of %s is told with the line that pins it, and pinned it is one that holds",
    async (_, document, hint) => {
      const model = modelOf(paths + document);
      const guesses = model.diagnostics.filter(({ code }) => code === "webhook-signature");
      expect(guesses.map((one) => one.severity)).toEqual(hint === undefined ? [] : ["guess"]);
      expect(model.webhooks?.signed).toBeUndefined();
      if (hint === undefined) return;
      expect(guesses[0]?.hint).toContain(hint);
      const line = /`(x-trunkline: .*)`/.exec(guesses[0]?.hint ?? "")?.[1] ?? "";
      const pinned = modelOf(`${line}\n${paths}${document}`);
      expect(pinned.webhooks?.signed).toBeDefined();
      expect(pinned.diagnostics.filter(({ code }) => code === "webhook-signature")).toEqual([]);
    },
  );
});
