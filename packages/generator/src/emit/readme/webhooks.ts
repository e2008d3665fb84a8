import type { Model, SignedWebhooks } from "../../model/types.ts";
import { markdownBlocks, markdownCode, markdownFence } from "../markdown.ts";
import { print, stringLiteral } from "../text.ts";

/** What is to be known of copies of a delivery, by what is signed. */
const COPIES: Readonly<Record<SignedWebhooks["signs"], string>> = {
  body: "No time is signed: whoever has a copy of a delivery can send it at any time. A copy cannot be told from an honest repetition, so store the key of each event that you handled, for as long as it matters to you.",
  "id-time-body":
    "The time of a delivery is signed: one that is more than `toleranceSeconds` from your clock is refused. Within them a copy can come again, and the API itself repeats what was not answered in time: `handleOnce` runs your code for the first of them, and once more when it failed.",
};

/** Writes how to receive webhooks: their types, and how deliveries are verified. */
export function webhooks({ webhooks: hooks, resources }: Model, packageName: string): string | undefined {
  const [first] = hooks?.events ?? [];
  if (!hooks || !first) return undefined;
  const events = hooks.events.map(({ event }) => markdownCode(event)).join(", ");
  const about = hooks.about.filter((one) => resources.every(({ description }) => description !== one));
  const text = `import type { ${hooks.name} } from "${packageName}";

export function handle(payload: ${hooks.name}[${print(stringLiteral(first.event))}]): void {
  console.log(payload);
}`;
  const parts = [
    `Types of what the API sends: ${events}.`,
    ...about.map(markdownBlocks),
    ...(hooks.signed === undefined ? [markdownFence("ts", text)] : verified(hooks.signed, packageName)),
  ];
  return `## Webhooks\n\n${parts.join("\n\n")}`;
}

function verified(signed: SignedWebhooks, packageName: string): readonly string[] {
  const module = `${packageName}/webhooks`;
  const keyOf =
    signed.dedupe === undefined
      ? undefined
      : "header" in signed.dedupe
        ? "dedupeKey(event, request)"
        : "dedupeKey(event)";
  const names = [
    ...(keyOf === undefined ? [] : ["dedupeKey", "handleOnce", "memoryReplays"]),
    ...["unwrap", "WebhookVerificationError"],
  ];
  const handled =
    keyOf === undefined
      ? "  console.log(event);\n  return new Response(null, { status: 204 });"
      : `  const claim = await handleOnce(replays, ${keyOf}, () => console.log(event));
  return new Response(null, { status: claim === "in-progress" ? 409 : 204 });`;
  const text = `import { ${names.join(", ")} } from ${JSON.stringify(module)};
${keyOf === undefined ? "" : "\nconst replays = memoryReplays();\n"}
export async function POST(request: Request): Promise<Response> {
  const event = await unwrap(request).catch((error: unknown) => {
    if (error instanceof WebhookVerificationError) return undefined;
    throw error;
  });
  if (event === undefined) return new Response(null, { status: 400 });
${handled}
}`;
  const secret =
    signed.env === undefined
      ? "with the endpoint's `secret`"
      : `with the secret in ${markdownCode(signed.env)}, or with \`secret\``;
  const seconds = signed.timeoutSeconds;
  return [
    `${markdownCode(module)} verifies deliveries ${secret}. It works without a client and without an API key.`,
    markdownFence("ts", text),
    "`unwrap` takes a `Request`, a Node.js request that nobody has read, an event of AWS Lambda, or `{ body, headers }` with the body as raw text or bytes. A body that a framework has parsed is refused, and the error says how to get its bytes in that framework. Bodies beyond 1 MB (`maxBytes`) are refused too.",
    "While one secret replaces another, give both: `secret: [next, last]`. Secrets are compared in constant time, and no error shows one.",
    COPIES[signed.signs],
    ...(keyOf === undefined
      ? []
      : [
          `\`dedupeKey\` gives the key that two deliveries of the same event have in common${"header" in (signed.dedupe ?? {}) ? "" : ", and undefined for events for which the API names no such fields: they are handled each time they come"}. \`memoryReplays()\` is for one process; several processes need a store that they share: an object with the three methods of \`ReplayStore\`.`,
        ]),
    `Answer with a 2xx status${seconds === undefined ? " soon" : ` within ${seconds} s`}: put long work in a queue.`,
    "In tests, `sign(event, { secret })` signs a delivery as the API does, for `unwrap` or for your route. `unsafeUnwrap` reads one without verifying it.",
  ];
}
