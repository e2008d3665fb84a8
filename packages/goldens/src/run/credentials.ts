import { objectOf, textOf } from "@trunkline/document";
import type { DocumentOperation, OpenDocument } from "@trunkline/mock/document";

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

/**
 * What a client that has every secret puts into a request: the first alternative that carries one, unless another asks for
 * all of that and more. None where the client can do none by itself.
 */
export function sentCredentials(
  document: OpenDocument,
  operation: DocumentOperation,
): readonly SentCredential[] {
  const declared = objectOf(objectOf(document.root.components).securitySchemes);
  const schemeOf = (id: string): ReturnType<typeof objectOf> => objectOf(document.resolve(declared[id]));
  const sentBy = (ids: readonly string[]): readonly SentCredential[] =>
    ids.flatMap((id) => credentialOf(schemeOf(id)) ?? []);
  // A certificate is the connection's.
  const possible = operation.security.filter((ids) =>
    ids.every((id) => credentialOf(schemeOf(id)) !== undefined || schemeOf(id).type === "mutualTLS"),
  );
  const carrying = possible.filter((ids) => sentBy(ids).length > 0);
  const chosen = carrying.find(
    (ids) => !carrying.some((more) => more.length > ids.length && ids.every((id) => more.includes(id))),
  );
  return sentBy(chosen ?? []);
}

function credentialOf(scheme: ReturnType<typeof objectOf>): SentCredential | undefined {
  const header = { place: "header", name: "authorization" } as const;
  const kind = textOf(scheme.scheme)?.toLowerCase();
  if (scheme.type === "apiKey") {
    const name = textOf(scheme.name) ?? "";
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
