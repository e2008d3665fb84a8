/** Header fields in any of the platforms' forms, with names in any case. */
export type WebhookHeaders =
  /** `Headers`, a `Map`, or pairs. */
  | Iterable<readonly [name: string, value: string]>
  /** `Headers` where the compiler does not know that they can be iterated. */
  | { forEach(visit: (value: string, name: string) => void): void }
  /** Node's `request.headers`, those of a Lambda event, and their like. */
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** The body as it came over the wire, not parsed: text, bytes, or a stream of bytes. */
export type WebhookBody = string | ArrayBuffer | ArrayBufferView | { getReader(): unknown };

/**
 * What arrived at your endpoint: a `Request`, a Node.js `IncomingMessage` whose body nobody has read, an event of AWS
 * Lambda, or an object of body and headers.
 */
export interface WebhookDelivery {
  readonly headers: WebhookHeaders;
  /** The raw body. A Node.js request without one is read. */
  readonly body?: WebhookBody | null | undefined;
  /** The raw bytes, where a framework keeps them beside the parsed body; used in place of `body`. */
  readonly rawBody?: string | ArrayBufferView | undefined;
  /** As in events of AWS Lambda: the body is a text in base64. */
  readonly isBase64Encoded?: boolean | undefined;
}
