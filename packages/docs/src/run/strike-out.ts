import type { CompiledDocument } from "@trunkline/mock-fetch/compiled";
import type { ShownRequest } from "./contract.ts";

/** What stands where a secret was. */
const STRUCK = "•••";

/** Takes secrets out of what is shown: what is known as one, and what stands where the document has credentials. */
export interface StrikeOut {
  text(text: string): string;
  request(request: ShownRequest): ShownRequest;
}

/** @param secrets may grow */
export function strikeOut({ root }: CompiledDocument, secrets: ReadonlySet<string>): StrikeOut {
  const names = new Set(["authorization", "proxy-authorization", "cookie"]);
  const queries = new Set<string>();
  for (const scheme of schemesOf(root)) {
    if (scheme.type !== "apiKey") continue;
    if (scheme.in === "query") queries.add(String(scheme.name));
    else names.add(String(scheme.name).toLowerCase());
  }
  const text = (given: string): string =>
    [...secrets].reduce(
      (left, secret) => left.replaceAll(secret, STRUCK).replaceAll(encodeURIComponent(secret), STRUCK),
      given,
    );
  return {
    text,
    request: ({ method, url, headers, body, status }) => {
      const address = new URL(url);
      const query = [...address.searchParams].map(
        ([name, value]) =>
          `${encodeURIComponent(name)}=${queries.has(name) ? STRUCK : encodeURIComponent(value)}`,
      );
      return {
        method,
        url: text(address.origin + address.pathname + (query.length > 0 ? `?${query.join("&")}` : "")),
        headers: headers.map(([name, value]) => [
          name,
          // The scheme of HTTP authentication is not a secret.
          names.has(name) ? value.replace(/^((?:Bearer|Basic|Digest) )?.*$/is, `$1${STRUCK}`) : text(value),
        ]),
        body: body && text(body),
        status,
      };
    },
  };
}

function schemesOf(root: CompiledDocument["root"]): readonly Readonly<Record<string, unknown>>[] {
  const { components } = root as { readonly components?: { readonly securitySchemes?: object } };
  return Object.values(components?.securitySchemes ?? {}) as Readonly<Record<string, unknown>>[];
}
