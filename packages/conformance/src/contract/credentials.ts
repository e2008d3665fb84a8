import { type JsonObject, objectOf, readExtension, textOf } from "@trunkline/document";
import type { DocumentOperation } from "@trunkline/mock/document";
import { DocumentGap } from "./document-gap.ts";
import { type ClientPackage, lockedSecret } from "./package.ts";
import { strongestAlternative } from "./strongest.ts";

/** A security scheme, with the secret that cases use for it: one for each option, since schemes may share one. */
export interface Scheme {
  readonly id: string;
  readonly definition: JsonObject;
  /** Client options that carry the secret. */
  readonly options: Readonly<Record<string, string>>;
  /** Where the secret must stand on the wire. */
  readonly place: "header" | "query" | "cookie";
  /** Lower case for headers. */
  readonly name: string;
  readonly value: string;
}

/** The schemes that a document declares, by id. */
export function readSchemes(pack: ClientPackage): ReadonlyMap<string, Scheme> {
  const declared = objectOf(objectOf(pack.document.root.components).securitySchemes);
  const schemes = new Map<string, Scheme>();
  for (const [id, reference] of Object.entries(declared)) {
    const scheme = readScheme(pack, id, objectOf(pack.document.resolve(reference)));
    if (scheme !== undefined) schemes.set(id, scheme);
  }
  return schemes;
}

function readScheme(pack: ClientPackage, id: string, definition: JsonObject): Scheme | undefined {
  const pinned = readExtension("securityScheme", definition).option;
  const given = lockedSecret(pack, id, "secret")?.option ?? pinned;
  const kind = textOf(definition.type);
  if (kind === "apiKey") {
    const place = textOf(definition.in) as Scheme["place"];
    const name = textOf(definition.name) ?? "";
    const option = given ?? "apiKey";
    const value = `value-of-${option}`;
    const onWire = place === "header" ? name.toLowerCase() : name;
    return { id, definition, options: { [option]: value }, place, name: onWire, value };
  }
  const header = { id, definition, place: "header", name: "authorization" } as const;
  if (kind === "http" && textOf(definition.scheme)?.toLowerCase() === "basic") {
    const username = lockedSecret(pack, id, "username")?.option ?? pinned ?? "username";
    const usual = pinned === undefined ? "password" : `${pinned}Password`;
    const password = lockedSecret(pack, id, "password")?.option ?? usual;
    const options = { [username]: `value-of-${username}`, [password]: `value-of-${password}` };
    return {
      ...header,
      options,
      value: `Basic ${Buffer.from(Object.values(options).join(":")).toString("base64")}`,
    };
  }
  if (carriesToken(definition)) {
    const option = given ?? (kind === "http" ? "apiKey" : "accessToken");
    return { ...header, options: { [option]: `value-of-${option}` }, value: `Bearer value-of-${option}` };
  }
  return undefined;
}

/** Whether clients send the secret of a scheme as a bearer token: other ways of HTTP are their callers' own. */
export function carriesToken({ type, scheme }: JsonObject): boolean {
  if (type === "http") return textOf(scheme)?.toLowerCase() === "bearer";
  return type === "oauth2" || type === "openIdConnect";
}

/** Which schemes a case gives to the client, and which of them the operation must send. */
export interface Credentials {
  readonly options: Readonly<Record<string, string>>;
  readonly sent: readonly Scheme[];
}

/**
 * The credentials for one of the operation's alternatives, its strongest unless another is named; with an operation that
 * needs none, the document's first.
 */
export function credentialsFor(
  pack: ClientPackage,
  schemes: ReadonlyMap<string, Scheme>,
  operation: DocumentOperation,
  alternative: number = strongestAlternative(operation.security, (id) => schemes.has(id)),
): Credentials {
  const needed = operation.security[alternative] ?? [];
  const unsent = needed.find((id) => !schemes.has(id) && !isCertificate(pack, id));
  if (unsent !== undefined)
    throw new DocumentGap(
      `clients do not send the scheme "${unsent}": callers do, in a header field of their own`,
    );
  const sent = needed.flatMap((id) => schemes.get(id) ?? []);
  const [first] = pack.operations.flatMap((one) => one.security).filter((one) => one.length > 0);
  const given = sent.length > 0 ? sent : (first ?? []).flatMap((id) => schemes.get(id) ?? []);
  return { options: Object.assign({}, ...given.map((scheme) => scheme.options)), sent };
}

/** Whether a scheme is the connection's, which carries nothing. */
function isCertificate({ document }: ClientPackage, id: string): boolean {
  const declared = objectOf(objectOf(document.root.components).securitySchemes);
  return objectOf(document.resolve(declared[id])).type === "mutualTLS";
}
