import type { ClientDefinition } from "../definition.ts";
import type { CallRequest } from "../layer.ts";

/** Header fields that are the client's own in every request; names in lower case. */
const OWN = [
  "accept",
  "authorization",
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "cookie",
  "expect",
  "host",
  "idempotency-key",
  "keep-alive",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "user-agent",
];

const CREDENTIALS = ["authorization", "cookie", "proxy-authorization"];

/** Which fields of a client's requests middleware may not set, and which of them it may not see. */
export interface OwnFields {
  /** Whether the client itself sets a header field. */
  isOwn(header: string): boolean;
  /** Whether a header field carries a credential. */
  isSecret(header: string): boolean;
  /** Whether a query field carries a credential. */
  isSecretQuery(name: string): boolean;
}

/** The fields of one client. */
export function ownFields({ schemes, idempotency }: ClientDefinition): OwnFields {
  const all = Object.values(schemes);
  const secret = new Set([...CREDENTIALS, ...all.flatMap(({ header }) => header ?? [])]);
  const own = new Set([...OWN, ...secret, idempotency?.header]);
  // Some servers do not tell upper from lower case.
  const queries = new Set(all.flatMap(({ query }) => query?.toLowerCase() ?? []));
  return {
    isOwn: (header) => own.has(header),
    isSecret: (header) => secret.has(header),
    isSecretQuery: (name) => queries.has(name.toLowerCase()),
  };
}

/** An address without some of its query fields, and those. */
export function splitQuery(
  url: string,
  isTaken: (name: string) => boolean,
): { readonly rest: string; readonly taken: readonly string[] } {
  const [address = "", ...parts] = url.split("?");
  const pairs = parts.length > 0 ? parts.join("?").split("&") : [];
  const isOne = (pair: string): boolean => isTaken(nameOf(pair));
  const rest = pairs.filter((pair) => !isOne(pair));
  return { rest: rest.length > 0 ? `${address}?${rest.join("&")}` : address, taken: pairs.filter(isOne) };
}

/** What a caller put into the place of a credential. */
export function secretsPlaced({ headers, url }: CallRequest, fields: OwnFields): string[] {
  const { taken } = splitQuery(url, fields.isSecretQuery);
  const placed = Object.entries(headers).filter(([name]) => fields.isSecret(name));
  return [...placed.flat(), ...taken];
}

function nameOf(pair: string): string {
  const name = (pair.split("=")[0] ?? "").replaceAll("+", " ");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
