import {
  type JsonObject,
  type JsonValue,
  listOf,
  objectEntries,
  objectOf,
  parsePointer,
  type Read,
  readExtension,
} from "@trunkline/document";
import { suggest } from "../read/nearest.ts";
import type { Pointer } from "../read/types.ts";
import { follow, type OperationView } from "./operations.ts";
import type { Report } from "./report.ts";
import { lookUp, parts, pointersOf } from "./schema-lookup.ts";

type Said = NonNullable<Read<"document">["webhooks"]>;

/** A webhook with the schemas of its JSON bodies. */
interface Webhook {
  readonly name: string;
  readonly at: Pointer;
  readonly said: NonNullable<Read<"operation">["webhook"]>;
  readonly schemas: readonly JsonValue[];
}

const ROOT = ["x-trunkline", "webhooks"] as const;

/** What is said of how webhooks are signed fits together, and fits their bodies. */
export function checkWebhooks(document: JsonObject, views: readonly OperationView[], report: Report): void {
  for (const { operation, at } of views) {
    if (readExtension("operation", operation).webhook === undefined) continue;
    const place = [...at, "x-trunkline", "webhook"];
    report.error(place, "x-trunkline-webhook", "webhook has no meaning on an operation that callers call");
  }
  const webhooks = webhooksOf(document);
  const said = readExtension("document", document).webhooks;
  if (said?.scheme !== undefined) {
    if (webhooks.length === 0) {
      report.warning(ROOT, "x-trunkline-webhook", "the document has no webhooks that could be signed");
      return;
    }
    checkScheme(said, report);
  }
  checkEvents(document, said ?? {}, webhooks, report);
  checkDedupe(document, said ?? {}, webhooks, report);
}

function webhooksOf(document: JsonObject): readonly Webhook[] {
  return objectEntries(document.webhooks).flatMap(([name, item]) =>
    (["post", "put"] as const).flatMap((method) => {
      const operation = objectOf(item[method]);
      const body = follow(document, operation.requestBody ?? null, [])?.value;
      const content = objectOf(objectOf(body).content);
      const schemas = Object.entries(content).flatMap(([type, media]) =>
        /\bjson\b/i.test(type) ? [objectOf(media).schema ?? {}] : [],
      );
      if (item[method] === undefined) return [];
      const said = readExtension("operation", operation).webhook ?? {};
      return [{ name, at: ["webhooks", name, method], said, schemas }];
    }),
  );
}

interface SchemeRule {
  /** Keys that say nothing where this is the scheme. */
  readonly strangers: readonly string[];
  readonly hint?: string;
  /** Whether nothing else says which header field carries the signature. */
  readonly needsHeader?: true;
}

const SCHEMES: Readonly<Record<Said["scheme"], SchemeRule>> = {
  "hmac-body": { strangers: ["idHeader", "timestampHeader", "toleranceSeconds"], needsHeader: true },
  standard: { strangers: ["signature.algorithm", "signature.prefix", "signature.encoding"] },
  svix: {
    strangers: [
      ...["signature.header", "signature.algorithm", "signature.prefix", "signature.encoding"],
      ...["idHeader", "timestampHeader"],
    ],
    hint: "with header fields of its own it is `standard`",
  },
  none: { strangers: ["signature", "idHeader", "timestampHeader", "secret", "toleranceSeconds"] },
};

function checkScheme(said: Partial<Said>, report: Report): void {
  const { scheme } = said;
  if (scheme === undefined) return;
  const { strangers, hint, needsHeader } = SCHEMES[scheme];
  for (const key of strangers) {
    const path = key.split(".");
    const value = path.reduce<unknown>((found, name) => objectOf(found)[name], said);
    if (value === undefined) continue;
    const message = `${JSON.stringify(key)} says nothing where the scheme is ${JSON.stringify(scheme)}`;
    report.error([...ROOT, ...path], "x-trunkline-webhook", message, hint);
  }
  if (needsHeader && said.signature?.header === undefined) {
    const message = `the scheme ${scheme} needs signature.header: the header field that carries the signature`;
    report.error(ROOT, "x-trunkline-webhook", message);
  }
}

function checkEvents(
  document: JsonObject,
  { event, scheme }: Partial<Said>,
  webhooks: readonly Webhook[],
  report: Report,
): void {
  const { field } = event ?? {};
  if (field !== undefined) {
    for (const { name, schemas } of webhooks) {
      if (schemas.length === 0 || lookUp(document, schemas, [field]) !== "nothing") continue;
      const message = `the body of the webhook ${JSON.stringify(name)} has no field ${JSON.stringify(field)}`;
      const names = pointersOf(document, schemas, 1).map((one) => one.slice(1));
      report.error([...ROOT, "event", "field"], "x-trunkline-webhook", message, suggest(field, names));
    }
  }
  const signed = webhooks.filter(({ said }) => said.scheme !== "none");
  const seen = new Map<string, string>();
  for (const { name, at, said } of signed) {
    const value = said.event ?? name;
    const other = seen.get(value);
    seen.set(value, name);
    if (said.event === undefined || other === undefined || other === name) continue;
    const message = `the webhooks ${JSON.stringify(other)} and ${JSON.stringify(name)} have one name of their event, ${JSON.stringify(value)}`;
    report.error([...at, "x-trunkline", "webhook", "event"], "x-trunkline-webhook", message);
  }
  if (scheme === undefined || scheme === "none" || event !== undefined || signed.length < 2) return;
  if (signed.every(({ schemas }) => schemas.some((schema) => hasConstant(document, schema)))) return;
  const message = "nothing says where the name of the event stands, by which a receiver tells events apart";
  report.error(
    ROOT,
    "x-trunkline-webhook",
    message,
    "say event: { field: type } or event: { header: X-Event }",
  );
}

/** Whether a body has a field that can be one text alone. */
function hasConstant(document: JsonObject, schema: JsonValue): boolean {
  return parts(document, [schema]).some((part) =>
    objectEntries(part.properties).some(([, property]) => {
      const target = objectOf(follow(document, property, [])?.value ?? property);
      return (
        typeof target.const === "string" ||
        (listOf(target.enum).length === 1 && typeof listOf(target.enum)[0] === "string")
      );
    }),
  );
}

function checkDedupe(
  document: JsonObject,
  { dedupe = [], event }: Partial<Said>,
  webhooks: readonly Webhook[],
  report: Report,
): void {
  for (const { name, at, said, schemas } of webhooks) {
    const own = said.dedupe;
    const all = own ?? dedupe;
    if (own !== undefined && event === undefined && webhooks.length > 1) {
      const place = [...at, "x-trunkline", "webhook", "dedupe"];
      const hint = "say event at the root";
      report.error(
        place,
        "x-trunkline-webhook",
        "fields of one event alone need a place of the event's name",
        hint,
      );
    }
    for (const [index, pointer] of all.entries()) {
      if (schemas.length === 0 || isOpen(document, schemas)) continue;
      if (lookUp(document, schemas, parsePointer(pointer) ?? []) !== "nothing") continue;
      const place =
        own === undefined ? [...ROOT, "dedupe", index] : [...at, "x-trunkline", "webhook", "dedupe", index];
      const message = `${JSON.stringify(pointer)} points at nothing in the body of the webhook ${JSON.stringify(name)}`;
      report.error(place, "x-trunkline-pointer", message, suggest(pointer, pointersOf(document, schemas)));
    }
  }
}

/** Vendors often document what sets events apart, and leave the fields out. */
function isOpen(document: JsonObject, schemas: readonly JsonValue[]): boolean {
  return parts(document, schemas).some(({ additionalProperties }) => additionalProperties === true);
}
