import type { SecurityScheme } from "../security-scheme.ts";
import { secretsOfPair } from "./secrets-of-pair.ts";

/** Those that hold credentials whatever a document says. */
const USUAL = ["authorization", "proxy-authorization", "cookie"];

/** A shorter value of a cookie is a setting. */
const LEAST = 8;

/**
 * The secrets that the caller put into header and query fields, in place of an option of the client.
 *
 * @param headers by name in lower case
 */
export function secretsGiven(
  schemes: Readonly<Record<string, SecurityScheme>>,
  headers: Readonly<Record<string, string | null>>,
  query: Readonly<Record<string, unknown>>,
): string[] {
  const all = Object.values(schemes);
  const names = new Set([...USUAL, ...all.map(({ header }) => header)]);
  const fields = [...names].flatMap((name) => {
    const value = name === undefined ? undefined : headers[name];
    if (!value) return [];
    return name === "cookie" ? secretsOfCookies(value) : secretsOfField(value);
  });
  const ofQuery = all.flatMap(({ query: name }) => (name === undefined ? [] : [query[name]].flat()));
  return [...fields, ...ofQuery.filter((value) => value !== undefined && value !== null).map(String)];
}

/** `Bearer abc` and `abc`; of a name and a password both ways to show it. */
function secretsOfField(value: string): string[] {
  const [, kind = "", secret = value] = /^([\w-]+) +(\S.*)$/s.exec(value) ?? [];
  return kind.toLowerCase() === "basic" ? [secret, ...secretsIn(secret)] : [secret];
}

function secretsIn(encoded: string): string[] {
  try {
    const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
    return secretsOfPair(new TextDecoder().decode(bytes));
  } catch {
    // Not base64: the vendor will say so.
    return [];
  }
}

function secretsOfCookies(value: string): string[] {
  const values = value.split(/; */).map((pair) => pair.slice(pair.indexOf("=") + 1));
  return values.filter(({ length }) => length >= LEAST);
}
