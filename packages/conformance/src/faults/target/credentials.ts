import { type Exchange, type JsonObject, objectOf, readExtension, textOf } from "@trunkline/document";
import { carriesToken } from "../../contract/credentials.ts";
import { type ClientPackage, lockedSecret } from "../../contract/package.ts";

/** One security scheme of a document, as far as a caller has to know it. */
export interface Scheme {
  readonly id: string;
  readonly kind: "header" | "query" | "bearer" | "basic" | "exchange";
  /** Header or query field that carries the secret. */
  readonly field: string;
  /** Client option of the secret that is sent. */
  readonly option: string;
  readonly env: string | undefined;
  /** Variable of the password of HTTP basic. */
  readonly passwordEnv?: string | undefined;
  readonly exchange: Exchange | undefined;
}

export interface ClientCredentials {
  readonly schemes: ReadonlyMap<string, Scheme>;
  /** A canary for every option that is sent as it is. */
  readonly options: Readonly<Record<string, string>>;
}

/** Begins every secret of the suite: where it turns up, a secret has leaked. */
export const CANARY = "tlcanary";

/** A secret that is found again wherever it is printed. */
export function canary(name: string): string {
  return `${CANARY}-${name}-7f3a9c1e55d0`;
}

export function readCredentials(pack: ClientPackage): ClientCredentials {
  const declared = objectOf(objectOf(pack.document.root.components).securitySchemes);
  const schemes = new Map<string, Scheme>();
  const options: Record<string, string> = {};
  for (const [id, reference] of Object.entries(declared)) {
    const definition = objectOf(pack.document.resolve(reference));
    const scheme = readScheme(pack, id, definition);
    if (scheme === undefined) continue;
    schemes.set(id, scheme);
    options[scheme.option] = canary(scheme.option);
    if (scheme.kind === "basic") {
      options[lockedSecret(pack, id, "password")?.option ?? "password"] = canary("password");
    }
  }
  return { schemes, options };
}

function readScheme(pack: ClientPackage, id: string, definition: JsonObject): Scheme | undefined {
  const extension = readExtension("securityScheme", definition);
  const type = textOf(definition.type);
  const isBasic = type === "http" && textOf(definition.scheme)?.toLowerCase() === "basic";
  const locked = lockedSecret(pack, id, isBasic ? "username" : "secret");
  const given = locked?.option ?? extension.option;
  const env = locked === undefined ? extension.env : locked.env;
  const place = textOf(definition.in);
  const name = textOf(definition.name) ?? "";
  const plain = { id, env, exchange: undefined };
  if (type === "apiKey" && (place === "header" || place === "query")) {
    const field = place === "header" ? name.toLowerCase() : name;
    return { ...plain, kind: place, field, option: given ?? "apiKey" };
  }
  if (isBasic) {
    const passwordEnv = lockedSecret(pack, id, "password")?.env;
    return { ...plain, kind: "basic", field: "authorization", option: given ?? "username", passwordEnv };
  }
  if (!carriesToken(definition)) return undefined;
  const { exchange } = extension;
  const option = given ?? (type === "http" && exchange === undefined ? "apiKey" : "accessToken");
  if (exchange === undefined) return { ...plain, kind: "bearer", field: "authorization", option };
  const key = lockedSecret(pack, id, "key");
  return {
    id,
    env,
    kind: "exchange",
    field: "authorization",
    option,
    exchange: {
      ...exchange,
      option: key?.option ?? exchange.option,
      ...(key?.env !== undefined && { env: key.env }),
    },
  };
}
