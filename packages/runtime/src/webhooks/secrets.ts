import { environment } from "../values/environment.ts";
import { type Bytes, bytesOf, fromBase64, fromHex } from "./bytes.ts";
import { WebhookUsageError } from "./errors.ts";

/** How a vendor writes its secrets. */
export interface WebhookSecretForm {
  /** @default "utf8" */
  readonly encoding?: "utf8" | "base64" | "hex" | undefined;
  /** What stands before the encoded bytes, as `whsec_` does; a secret without it is taken as well. */
  readonly prefix?: string | undefined;
}

/**
 * The bytes of each secret, of those that are given, else of the environment's.
 *
 * @throws {WebhookUsageError} without showing any of it
 */
export async function readSecrets(
  given: string | readonly string[] | undefined,
  env: string,
  form: WebhookSecretForm = {},
): Promise<readonly Bytes[]> {
  const found = given ?? environment(env) ?? [];
  const all = typeof found === "string" ? [found] : found;
  if (all.length > 0) return Promise.all(all.map((one) => readSecret(one, form)));
  throw new WebhookUsageError("missing-secret", `There is no secret: neither the option nor ${env}.`);
}

async function readSecret(
  secret: string,
  { encoding = "utf8", prefix = "" }: WebhookSecretForm,
): Promise<Bytes> {
  let bytes: Bytes | undefined;
  try {
    const trimmed = secret.trim();
    const text = trimmed.startsWith(prefix) ? trimmed.slice(prefix.length) : trimmed;
    bytes =
      encoding === "utf8" ? await bytesOf([text]) : encoding === "hex" ? fromHex(text) : fromBase64(text);
  } catch {
    // Said below, without what it is: messages are logged.
  }
  if (bytes?.length) return bytes;
  throw new WebhookUsageError("malformed-secret", `A secret is empty, or not in ${encoding}.`);
}
