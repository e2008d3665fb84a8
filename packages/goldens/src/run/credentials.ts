import { type DocumentOperation, type OpenDocument, objectOf, stringOf } from "@trunkline/mock/document";

/** Where a secret must stand in the request. */
export interface SentCredential {
  readonly place: "header" | "query" | "cookie";
  readonly name: string;
  readonly value: string;
}

/** Secrets for the options that a client may have. */
export const SECRETS = {
  apiKey: "key-1",
  accessToken: "token-1",
  username: "user",
  password: "secret",
} as const;

/** What the first alternative that a client can do by itself puts into a request; none where it can do none. */
export function sentCredentials(
  document: OpenDocument,
  operation: DocumentOperation,
): readonly SentCredential[] {
  const declared = objectOf(objectOf(document.root.components).securitySchemes);
  for (const alternative of operation.security) {
    const sent = alternative.map((id) => credentialOf(objectOf(document.resolve(declared[id]))));
    if (sent.every((one) => one !== undefined)) return sent.filter((one) => one !== undefined);
  }
  return [];
}

function credentialOf(scheme: ReturnType<typeof objectOf>): SentCredential | undefined {
  const header = { place: "header", name: "authorization" } as const;
  const kind = stringOf(scheme.scheme)?.toLowerCase();
  if (scheme.type === "apiKey") {
    const name = stringOf(scheme.name) ?? "";
    return scheme.in === "header" || scheme.in === "query" || scheme.in === "cookie"
      ? { place: scheme.in, name, value: SECRETS.apiKey }
      : undefined;
  }
  if (scheme.type === "http" && kind === "basic")
    return {
      ...header,
      value: `Basic ${Buffer.from(`${SECRETS.username}:${SECRETS.password}`).toString("base64")}`,
    };
  if (scheme.type === "http" && kind === "bearer") return { ...header, value: `Bearer ${SECRETS.apiKey}` };
  if (scheme.type === "oauth2" || scheme.type === "openIdConnect")
    return { ...header, value: `Bearer ${SECRETS.accessToken}` };
  return undefined;
}
