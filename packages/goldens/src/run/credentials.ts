import { type JsonValue, objectOf, textOf } from "@trunkline/document";
import type { DocumentOperation, OpenDocument } from "@trunkline/mock/document";

/** Where a secret must stand in the request. */
export interface SentCredential {
  readonly place: "header" | "query" | "cookie";
  readonly name: string;
  readonly value: string;
}

/** The names of a client's options, by scheme and role, as its names lock has them. */
export type LockedOptions = Readonly<Record<string, JsonValue | undefined>>;

/** A secret of its own for each option of a client, so that one that is sent in place of another is seen. */
export function secretsOf(locked: LockedOptions): Readonly<Record<string, string>> {
  const options = Object.keys(locked).flatMap((id) =>
    ["secret", "username", "password"].flatMap((role) => optionOf(locked, id, role) ?? []),
  );
  return Object.fromEntries(options.map((option) => [option, secret(option)]));
}

/**
 * What a client that has every secret puts into a request: the first alternative that carries one, unless another asks for
 * all of that and more. None where the client can do none by itself.
 */
export function sentCredentials(
  document: OpenDocument,
  operation: DocumentOperation,
  locked: LockedOptions,
): readonly SentCredential[] {
  const declared = objectOf(objectOf(document.root.components).securitySchemes);
  const schemeOf = (id: string): ReturnType<typeof objectOf> => objectOf(document.resolve(declared[id]));
  const sentOf = (id: string): SentCredential | undefined =>
    credentialOf(schemeOf(id), (role) => secret(optionOf(locked, id, role) ?? ""));
  const sentBy = (ids: readonly string[]): readonly SentCredential[] => ids.flatMap((id) => sentOf(id) ?? []);
  // A certificate is the connection's.
  const possible = operation.security.filter((ids) =>
    ids.every((id) => sentOf(id) !== undefined || schemeOf(id).type === "mutualTLS"),
  );
  const carrying = possible.filter((ids) => sentBy(ids).length > 0);
  const chosen = carrying.find(
    (ids) => !carrying.some((more) => more.length > ids.length && ids.every((id) => more.includes(id))),
  );
  return sentBy(chosen ?? []);
}

function credentialOf(
  scheme: ReturnType<typeof objectOf>,
  given: (role: string) => string,
): SentCredential | undefined {
  const header = { place: "header", name: "authorization" } as const;
  const kind = textOf(scheme.scheme)?.toLowerCase();
  if (scheme.type === "apiKey") {
    const name = textOf(scheme.name) ?? "";
    return scheme.in === "header" || scheme.in === "query" || scheme.in === "cookie"
      ? { place: scheme.in, name, value: given("secret") }
      : undefined;
  }
  if (scheme.type === "http" && kind === "basic")
    return {
      ...header,
      value: `Basic ${Buffer.from(`${given("username")}:${given("password")}`).toString("base64")}`,
    };
  if (scheme.type === "http" && kind === "bearer") return { ...header, value: `Bearer ${given("secret")}` };
  if (scheme.type === "oauth2" || scheme.type === "openIdConnect")
    return { ...header, value: `Bearer ${given("secret")}` };
  return undefined;
}

function optionOf(locked: LockedOptions, id: string, role: string): string | undefined {
  return textOf(objectOf(objectOf(locked[id])[role]).option);
}

function secret(option: string): string {
  return `secret-of-${option}`;
}
