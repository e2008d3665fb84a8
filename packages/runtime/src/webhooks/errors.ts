/** What is wrong with a delivery. */
export type WebhookRefusal =
  /** A header field that every signed delivery has is missing, or empty. */
  | "missing-signature"
  /** No signature fits the body and any of the secrets. */
  | "wrong-signature"
  /** Signed longer ago than the tolerance. */
  | "too-old"
  /** Signed for a time that is further ahead than the tolerance. */
  | "from-the-future"
  /** A header field is there twice, is longer than any signature, or is not a time. */
  | "malformed-header"
  | "empty-body"
  /** Longer than `maxBytes`. */
  | "too-large"
  /** The body broke off, or was read by somebody else meanwhile. */
  | "unreadable-body"
  /** The signature fits, but the body is not UTF-8, not JSON, or has a key `__proto__`. */
  | "invalid-body";

/** What is wrong with the code that receives. */
export type WebhookMistake =
  /** The body was parsed before it was verified, so its bytes are gone. */
  | "parsed-body"
  /** There is no secret: neither `secret` nor the environment variable. */
  | "missing-secret"
  /** A secret that cannot be one: empty, or not in its encoding. */
  | "malformed-secret"
  /** An argument or option that is not one. */
  | "wrong-argument";

// In the global registry, so that two copies of this package (ESM and CJS, or two versions) agree.
const KIND: unique symbol = Symbol.for("trunkline.webhook-error");

/** Base of the errors about webhooks. */
export class WebhookError extends Error {
  static {
    mark(WebhookError, "WebhookError", "");
  }

  /** Makes `instanceof` work across copies of this package, such as ESM and CJS. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: the class that was asked, often a child of this one
    return !!kindOf(value)?.startsWith(kindOf(this.prototype) as string);
  }

  /** What is wrong, for programs. */
  readonly code: WebhookRefusal | WebhookMistake;

  constructor(code: WebhookRefusal | WebhookMistake, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** The delivery is not authentic, or cannot be read: answer 400, and do nothing else. */
export class WebhookVerificationError extends WebhookError {
  static {
    mark(WebhookVerificationError, "WebhookVerificationError");
  }
  declare readonly code: WebhookRefusal;
}

/** The code that receives is wrong, not the delivery: answer 500, so that the delivery comes again. */
export class WebhookUsageError extends WebhookError {
  static {
    mark(WebhookUsageError, "WebhookUsageError");
  }
  declare readonly code: WebhookMistake;
}

/** Says what an error is; names must survive minifiers. */
function mark(errorClass: { prototype: object }, name: string, kind: string = name): void {
  Object.assign(errorClass.prototype, { [KIND]: kind, name });
}

function kindOf(value: unknown): string | undefined {
  return (value as { [KIND]?: string } | null | undefined)?.[KIND];
}
