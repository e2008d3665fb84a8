import { randomUUID } from "node:crypto";
import {
  EXTENSION,
  field,
  isObject,
  type JsonObject,
  type JsonValue,
  listOf,
  objectOf,
  type Read,
  readExtension,
  textOf,
} from "@trunkline/document";
import { MockUsageError, readContent } from "@trunkline/document/mock";
import type { DocumentFile } from "../document/open.ts";
import { type Signer, signerOf } from "./sign.ts";
import type { DeliverOptions, DeliveryRequest } from "./types.ts";

/** Makes the request of an attempt: each is signed anew, under one id. */
export interface MakeRequest {
  readonly id: string;
  (): DeliveryRequest;
}

/** A webhook of the document, ready to be sent. */
export interface Webhook {
  /** Seconds that the vendor waits for an answer. */
  readonly timeout: number;
  /** Seconds before each further attempt. */
  readonly waits: readonly number[];
  /** @throws {MockUsageError} */
  requestOf(options: DeliverOptions): MakeRequest;
}

/** Where the document does not say. */
const TIMEOUT = 30;

/** @throws {MockUsageError} when the document has no such webhook */
export function readWebhook(document: DocumentFile, event: string): Webhook {
  const found = webhooksOf(document);
  const one =
    found.find(({ names }) => names[0] === event) ?? found.find(({ names }) => names.includes(event));
  if (one === undefined) {
    const names = found.map(({ names: [name] }) => name);
    throw new MockUsageError(
      `The document has no webhook ${JSON.stringify(event)}. It has: ${names.join(", ") || "none"}.`,
    );
  }
  const { said, own, method, operation, names } = one;
  const delivery = { ...said.delivery, ...own.delivery };
  return {
    timeout: delivery.timeoutSeconds ?? TIMEOUT,
    waits: delivery.retrySeconds ?? [],
    requestOf(options) {
      const signer = signerOf(own.scheme === "none" ? { scheme: "none" } : said, options);
      const body = bodyOf(document, operation, options, event);
      const headers = { "content-type": "application/json", ...headersOf(document, one, signer) };
      const name = names[1] ?? names[0] ?? event;
      if (said.event?.header !== undefined) set(headers, said.event.header, name);
      const id = options.id ?? `msg_${randomUUID()}`;
      const make = (): DeliveryRequest => ({ method, ...signed(signer, headers, body, id) });
      return Object.assign(make, { id });
    },
  };
}

interface Found {
  /** Key in the document, and the event's own name. */
  readonly names: readonly string[];
  readonly method: string;
  readonly item: JsonObject;
  readonly operation: JsonObject;
  readonly said: NonNullable<Read<"document">["webhooks"]>;
  readonly own: NonNullable<Read<"operation">["webhook"]>;
}

function webhooksOf(document: DocumentFile): readonly Found[] {
  const said = readExtension("document", document.root).webhooks ?? { scheme: "none" };
  return Object.entries(objectOf(document.root.webhooks)).flatMap(([name, reference]) => {
    const item = objectOf(document.resolve(reference));
    const method = isObject(item.post) ? "POST" : "PUT";
    const operation = objectOf(item[method.toLowerCase()]);
    if (name === EXTENSION || Object.keys(operation).length === 0) return [];
    const own = readExtension("operation", operation).webhook ?? {};
    return [
      { names: [name, ...(own.event === undefined ? [] : [own.event])], method, item, operation, said, own },
    ];
  });
}

function bodyOf(
  document: DocumentFile,
  operation: JsonObject,
  { example, payload }: DeliverOptions,
  event: string,
): string {
  if (payload !== undefined) return JSON.stringify(payload);
  const body = objectOf(document.resolve(operation.requestBody));
  const json = readContent(document, body.content).find(({ type }) => /\bjson\b/i.test(type));
  const examples = json?.examples ?? [];
  const found = example === undefined ? examples[0] : examples.find(({ name }) => name === example);
  if (found !== undefined) return JSON.stringify(found.value);
  const names = examples.map(({ name }) => name).join(", ") || "none";
  throw new MockUsageError(
    `The webhook ${event} has no example${example === undefined ? "" : ` ${JSON.stringify(example)}`}: it has ${names}. Give \`payload\`.`,
  );
}

/** Header fields that the document describes, by their examples, but for what is signed. */
function headersOf(
  document: DocumentFile,
  { item, operation }: Found,
  signer: Signer | undefined,
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const reference of [...listOf(item.parameters), ...listOf(operation.parameters)]) {
    const parameter = objectOf(document.resolve(reference));
    const name = textOf(parameter.name);
    const value = exampleOf(document, parameter);
    const isOurs = signer?.names.some((one) => one.toLowerCase() === name?.toLowerCase());
    if (parameter.in === "header" && name !== undefined && value !== undefined && !isOurs)
      headers[name] = value;
  }
  return headers;
}

function exampleOf(document: DocumentFile, parameter: JsonObject): string | undefined {
  const [named] = Object.values(objectOf(parameter.examples));
  const value: JsonValue | undefined =
    parameter.example ??
    field(document.resolve(named), "value") ??
    field(document.resolve(parameter.schema), "example");
  return value === undefined || typeof value === "object" ? undefined : String(value);
}

function signed(
  signer: Signer | undefined,
  headers: Readonly<Record<string, string>>,
  body: string,
  id: string,
): Omit<DeliveryRequest, "method"> {
  if (signer === undefined) return { headers, body };
  const made = signer.sign(body, id);
  return { headers: { ...headers, ...made.headers }, body: made.body };
}

/** One field of a name, however it is spelled. */
function set(headers: Record<string, string>, name: string, value: string): void {
  for (const other of Object.keys(headers))
    if (other.toLowerCase() === name.toLowerCase()) delete headers[other];
  headers[name] = value;
}
