import { type JsonObject, listField, type Read, stringField } from "@trunkline/document";
import type { Context } from "../context.ts";
import { type At, below, objectBelow, resolve, resolveObject } from "../document.ts";
import { pinAtRoot } from "../pin.ts";

type Said = NonNullable<Read<"document">["webhooks"]>;

/** A header field that webhooks have. */
interface Header {
  readonly name: string;
  readonly at: At<JsonObject>;
}

/**
 * What the header fields of webhooks are taken for. Told, and no more: nothing is verified by a guess, for one that is
 * wrong refuses what is right, or worse.
 */
export function guessSignature(context: Context, items: readonly (readonly [string, At<unknown>])[]): void {
  const headers = items.flatMap(([, item]) => headersOf(context.document, item));
  const found = (name: string): Header | undefined => headers.find((one) => one.name.toLowerCase() === name);
  const svix = found("svix-id") ?? found("svix-signature");
  const standard = found("webhook-id") ?? found("webhook-signature");
  const own = headers.find(({ name }) => /signature|[-_](?:hmac|sign)\b/i.test(name));
  if (svix !== undefined) tell(context, svix, "svix's signature", { scheme: "svix" });
  else if (standard !== undefined) tell(context, standard, "Standard Webhooks", { scheme: "standard" });
  else if (own !== undefined) {
    tell(context, own, "an HMAC of the body", { scheme: "hmac-body", signature: signatureOf(own) });
  }
}

/** What the words and the example of a header field say of the signature in it. */
function signatureOf({ name, at }: Header): NonNullable<Said["signature"]> {
  const text = `${stringField(at.value, "description") ?? ""} ${JSON.stringify(at.value)} ${name}`;
  const [prefix] = /\bsha(?:1|256|384|512)=/.exec(text) ?? [];
  const algorithm = (["sha512", "sha384", "sha1"] as const).find((one) =>
    new RegExp(`\\b${one.replace("sha", "sha-?")}\\b`, "i").test(text),
  );
  return {
    header: name,
    ...(algorithm === undefined ? {} : { algorithm }),
    ...(prefix === undefined ? {} : { prefix }),
    ...(/base64/i.test(text) ? { encoding: "base64" as const } : {}),
  };
}

function tell(context: Context, { name, at }: Header, what: string, webhooks: Said): void {
  const message = `Webhooks carry ${name}, which is taken for ${what}: nothing verifies them until the document says so`;
  context.report("guess", "webhook-signature", message, at, pinAtRoot(context.settings, { webhooks }));
}

function headersOf(document: JsonObject, reference: At<unknown>): readonly Header[] {
  const item = resolve(document, reference);
  const operation = objectBelow(item, "post") ?? objectBelow(item, "put");
  return [item, operation].flatMap((owner) =>
    listField(owner?.value, "parameters").flatMap((_, index) => {
      const place = owner && below(owner, "parameters", index);
      const at = resolveObject(document, place);
      const name = stringField(at?.value, "name");
      const isHeader = at !== undefined && stringField(at.value, "in") === "header";
      return isHeader && name !== undefined ? [{ name, at }] : [];
    }),
  );
}
