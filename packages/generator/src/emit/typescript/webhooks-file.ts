import type { Model, SignedWebhooks } from "../../model/types.ts";
import { markdownCode } from "../markdown.ts";
import { type Code, code, comment, identifier, literal, stringLiteral } from "../text.ts";
import { exportFrom } from "./exports.ts";
import type { File } from "./file.ts";

export const WEBHOOKS = "@trunkline/runtime/webhooks";
export const REPLAYS = "@trunkline/runtime/replays";

/** What users catch, give and keep; the module that has it, values first. */
const passedOn = {
  [REPLAYS]: [
    ["handleOnce", "memoryReplays"],
    ["ReplayClaim", "ReplayStore"],
  ],
  [WEBHOOKS]: [
    ["WebhookError", "WebhookUsageError", "WebhookVerificationError"],
    ["SignedDelivery", "SignOptions", "UnwrapOptions", "WebhookDelivery", "WebhookHeaders"],
  ],
} as const;

/** Functions of the runtime that make a scheme, by what is signed. */
const MAKERS: Readonly<Record<SignedWebhooks["signs"], string>> = {
  body: "hmacBody",
  "id-time-body": "standardWebhooks",
};

/** `src/webhooks.ts`: deliveries verified, for programs that need no client. */
export function webhooksFile(signed: SignedWebhooks, file: File): Code {
  const { imports } = file;
  const event = file.reference(signed.union);
  const value = (name: string): Code => imports.value(WEBHOOKS, name);
  const type = (name: string): Code => imports.type(WEBHOOKS, name);
  const constant = (name: string, of: string, maker: string, docs: Code): Code =>
    code`${docs}export const ${identifier(name)}: ${type(of)}<${event}> = ${value(maker)}(scheme);\n\n`;
  const definition = { ...(signed.env === undefined ? {} : { env: signed.env }), ...signed.definition };
  const named = signed.place !== undefined && "header" in signed.place ? { event: signed.place.header } : {};
  const maker = value(MAKERS[signed.signs]);
  const docs = docsOf(file.model, signed);
  const body = [
    code`${comment([docs.scheme])}const scheme: ${type("WebhookScheme")} = ${maker}(${literal({ ...definition, ...named })});\n\n`,
    constant("unwrap", "Unwrap", "unwrapOf", comment(docs.unwrap, docs.unwrapTags)),
    constant("unsafeUnwrap", "UnsafeUnwrap", "unsafeUnwrapOf", comment([docs.unsafeUnwrap])),
    constant("sign", "Sign", "signOf", comment([docs.sign], docs.signTags)),
    dedupeKey(signed, file, event),
  ];
  const passed = Object.entries(passedOn).map(([module, [values, types]]) =>
    exportFrom({ module, values, types }),
  );
  const unionExport = code`export type { ${identifier(signed.union)} } from "./types.js";\n`;
  return code`${imports.statements()}\n${passed}${unionExport}\n${body}`;
}

function dedupeKey({ dedupe }: SignedWebhooks, { imports }: File, event: Code): Code {
  if (dedupe === undefined) return code``;
  const isId = "header" in dedupe;
  const docs = isId
    ? `Gives the key that two deliveries of the same event have in common: the value of ${markdownCode(dedupe.header)}.`
    : "Gives the key that two deliveries of the same event have in common; undefined if the API names no such fields for the event, or the event does not have them.";
  const maker = imports.value(REPLAYS, isId ? "deliveryIdOf" : "dedupeKeyOf");
  const type = imports.type(REPLAYS, isId ? "DeliveryId" : "DedupeKey");
  const argument = isId ? stringLiteral(dedupe.header) : literal(dedupe.fields);
  return code`${comment([docs])}export const dedupeKey: ${type}<${event}> = ${maker}(${argument});\n`;
}

interface DocsOfWebhooks {
  readonly scheme: string;
  readonly unwrap: readonly string[];
  readonly unwrapTags: readonly string[];
  readonly unsafeUnwrap: string;
  readonly sign: string;
  readonly signTags: readonly string[];
}

function docsOf({ title }: Model, signed: SignedWebhooks): DocsOfWebhooks {
  const secret =
    signed.env === undefined
      ? "`secret`"
      : `\`secret\`, or the environment variable ${markdownCode(signed.env)}`;
  const copies = signed.dedupe === undefined ? "" : ": recognize copies by their `dedupeKey`";
  const words: Readonly<Record<SignedWebhooks["signs"], { readonly what: string; readonly replay: string }>> =
    {
      body: {
        what: "the body",
        replay: `No time is signed, so a copy of a delivery stays valid for ever${copies}.`,
      },
      "id-time-body": {
        what: "id, time and body",
        replay: "The time is signed too: a delivery that is older than the tolerance is refused.",
      },
    };
  const { what, replay } = words[signed.signs];
  return {
    scheme: `How the ${title} signs: an HMAC of ${what}.`,
    unwrap: [
      `Verifies a delivery with ${secret}, and gives its event. Give the body as it came: raw bytes or text, not parsed.`,
      replay,
    ],
    unwrapTags: [
      "@throws {WebhookVerificationError} for a delivery that is not signed, has a wrong signature, is too old or too large, or is not JSON: answer 400",
      "@throws {WebhookUsageError} for a body that was parsed before, and for a secret that is missing or empty: answer 500",
      `@example\n\`\`\`ts\n${RECEIVER}\n\`\`\``,
    ],
    unsafeUnwrap:
      "Gives a delivery's event without verifying it: anyone can have sent it. For services behind a gateway that verifies, and for tests.",
    sign: `Signs an event as the ${title} does, for tests of a receiver. A text is signed as it is.`,
    signTags: [`@example\n\`\`\`ts\n${roundTripOf(signed.union)}\n\`\`\``],
  };
}

const RECEIVER = `export async function POST(request: Request): Promise<Response> {
  const event = await unwrap(request);
  console.log(event);
  return new Response(null, { status: 204 });
}`;

/** @param union - name of the type of all events that are signed */
function roundTripOf(union: string): string {
  return `async function roundTrip(event: ${union}, secret: string): Promise<${union}> {
  return unwrap(await sign(event, { secret }), { secret });
}`;
}
