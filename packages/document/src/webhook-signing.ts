import type { Read } from "./extension.ts";
import { unreachable } from "./unreachable.ts";

/** What a document says of how webhooks are signed. */
export type WebhooksSaid = NonNullable<Read<"document">["webhooks"]>;

/** How a secret is written. */
interface SecretForm {
  readonly encoding: "utf8" | "base64" | "hex";
  readonly prefix: string;
}

/** What is signed by an HMAC and where it is written, with all that the document takes for granted. */
export type WebhookSigning =
  | {
      readonly of: "body";
      readonly header: string;
      readonly algorithm: "sha1" | "sha256" | "sha384" | "sha512";
      readonly prefix: string;
      readonly encoding: "hex" | "base64";
      readonly secret: SecretForm;
    }
  | {
      readonly of: "id-time-body";
      /** Header fields. */
      readonly fields: { readonly id: string; readonly timestamp: string; readonly signature: string };
      readonly toleranceSeconds: number;
      readonly secret: SecretForm;
    };

/** How a vendor signs; `undefined` where it does not. */
export function signingOf(said: WebhooksSaid): WebhookSigning | undefined {
  switch (said.scheme) {
    case "none":
      return undefined;
    case "hmac-body": {
      const { header = "", algorithm = "sha256", prefix = "", encoding = "hex" } = said.signature ?? {};
      const secret = { encoding: "utf8", prefix: "", ...said.secret } as const;
      return { of: "body", header, algorithm, prefix, encoding, secret };
    }
    case "standard":
      return standard(said, "webhook");
    case "svix":
      return standard(said, "svix");
    default:
      return unreachable(said.scheme);
  }
}

function standard(said: WebhooksSaid, word: string): WebhookSigning {
  const { idHeader, timestampHeader, signature, toleranceSeconds = 300 } = said;
  return {
    of: "id-time-body",
    fields: {
      id: idHeader ?? `${word}-id`,
      timestamp: timestampHeader ?? `${word}-timestamp`,
      signature: signature?.header ?? `${word}-signature`,
    },
    toleranceSeconds,
    secret: { encoding: "base64", prefix: "whsec_", ...said.secret },
  };
}
