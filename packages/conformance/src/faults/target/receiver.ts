import { createHmac } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type JsonObject,
  type JsonValue,
  objectOf,
  readExtension,
  signingOf,
  textOf,
  unreachable,
  type WebhookSigning,
} from "@trunkline/document";
import type { ClientPackage } from "../../contract/package.ts";
import type { ClientModule } from "../../contract/types.ts";

/** What receives a vendor's webhooks, with what it takes to send it some. */
export interface Receiver {
  /** Header fields that a delivery is signed with. */
  readonly fields: { readonly signature: string; readonly id?: string; readonly timestamp?: string };
  /** Header field of the event's name, where no body has it. */
  readonly named: string | undefined;
  /** A payload of the document, and its event. */
  readonly event: string;
  readonly payload: JsonObject;
  /** A secret as the vendor writes it, of these bytes. */
  secretOf(bytes: string): string;
  /** Header fields of a delivery. Signed by Node's own HMAC. */
  sign(
    body: string | Uint8Array,
    bytes: string,
    more?: { readonly id?: string; readonly time?: string },
  ): Record<string, string>;
  load(): Promise<ClientModule>;
}

/** @returns why there is none, in a sentence */
export function readReceiver(pack: ClientPackage): Receiver | string {
  const said = pack.extension.webhooks;
  if (pack.isAdapted) return "the adapter receives no webhooks";
  const signing = said && signingOf(said);
  if (signing === undefined) return "the document does not say how webhooks are signed";
  const file = entryOf(pack.folder);
  if (file === undefined) return "no webhook of the document is signed";
  const [event, payload] = sampleOf(pack) ?? [];
  if (event === undefined || payload === undefined) return "no webhook of the document has an example";
  const { fields, sign } = signerOf(signing);
  const { encoding, prefix } = signing.secret;
  const named = said?.event?.field === undefined ? said?.event?.header : undefined;
  return {
    fields,
    named,
    event,
    payload,
    secretOf: (bytes) => prefix + Buffer.from(bytes).toString(encoding),
    sign: (body, bytes, more = {}) => ({
      "content-type": "application/json",
      ...(named === undefined ? {} : { [named]: event }),
      ...sign(body, bytes, more),
    }),
    load: async () => (await import(pathToFileURL(file).href)) as ClientModule,
  };
}

function entryOf(folder: string): string | undefined {
  const manifest = objectOf(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  const entry = objectOf(objectOf(manifest.exports)["./webhooks"]).import;
  const path = textOf(objectOf(entry).default) ?? textOf(entry);
  return path !== undefined && existsSync(join(folder, path)) ? join(folder, path) : undefined;
}

/** The first signed webhook that has an example. */
function sampleOf({ document }: ClientPackage): readonly [string, JsonObject] | undefined {
  for (const [name, reference] of Object.entries(objectOf(document.root.webhooks))) {
    const item = objectOf(document.resolve(reference));
    const operation = objectOf(item.post ?? item.put);
    const own = readExtension("operation", operation).webhook;
    const body = objectOf(document.resolve(operation.requestBody));
    const media = objectOf(Object.values(objectOf(body.content))[0]);
    const [first] = Object.values(objectOf(media.examples));
    const value: JsonValue | undefined = media.example ?? objectOf(document.resolve(first)).value;
    const payload = objectOf(value);
    if (own?.scheme !== "none" && Object.keys(payload).length > 0) return [own?.event ?? name, payload];
  }
  return undefined;
}

type Signer = Pick<Receiver, "fields" | "sign">;

function signerOf(signing: WebhookSigning): Signer {
  switch (signing.of) {
    case "body":
      return bodySigner(signing);
    case "id-time-body":
      return standardSigner(signing);
    default:
      return unreachable(signing);
  }
}

type SigningOf<What extends WebhookSigning["of"]> = Extract<WebhookSigning, { readonly of: What }>;

function bodySigner({ header, algorithm, prefix, encoding }: SigningOf<"body">): Signer {
  return {
    fields: { signature: header },
    sign: (body, bytes) => ({
      [header]: prefix + createHmac(algorithm, bytes).update(body).digest(encoding),
    }),
  };
}

function standardSigner({ fields }: SigningOf<"id-time-body">): Signer {
  return {
    fields,
    sign(body, bytes, { id = "msg_1", time = String(Math.floor(Date.now() / 1000)) } = {}) {
      const digest = createHmac("sha256", bytes).update(`${id}.${time}.`).update(body).digest("base64");
      return { [fields.id]: id, [fields.timestamp]: time, [fields.signature]: `v1,${digest}` };
    },
  };
}
