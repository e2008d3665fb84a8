import {
  APIClient,
  APIRedirectError,
  APIResource,
  apiKeyHeader,
  apiKeyQuery,
  bearer,
  type ClientOptions,
  type Operation,
  type SecurityScheme,
} from "@trunkline/runtime/client";
import type { KeyPlace, RedirectCell, RedirectMatrix } from "./redirect-cells.mjs";

// Makes calls that are redirected, as a client of a vendor would. What the servers saw is judged by them.

const source = { option: "apiKey" };
const SCHEMES: Readonly<Record<KeyPlace, SecurityScheme>> = {
  "header key": apiKeyHeader("X-API-Key", source),
  bearer: bearer(source),
  "query key": apiKeyQuery("api_key", source),
};
const OPERATIONS: Readonly<Record<RedirectCell["method"], Operation>> = {
  GET: { id: "things.get", method: "GET", path: "/things" },
  POST: { id: "things.create", method: "POST", path: "/things", body: "fields" },
};

/** Makes every call; gives what came otherwise than it should. */
export async function redirects(
  { cells, careless, secret }: RedirectMatrix,
  needs: ClientOptions,
): Promise<string[]> {
  const wrong: string[] = [];
  const tell = (cell: RedirectCell, came: string): void => {
    wrong.push(`${cell.name}: ${came} in place of ${JSON.stringify(cell.wanted)}`);
  };
  const call = async (cell: RedirectCell): Promise<void> => {
    const { wanted } = cell;
    try {
      const { landed } = await make(cell, { ...needs, apiKey: secret, maxRetries: 0 }).things.call(
        cell.method,
      );
      if (!("lands" in wanted) || landed !== wanted.lands) tell(cell, `a ${landed} landed`);
    } catch (error) {
      const told = error instanceof APIRedirectError && !error.message.includes(secret);
      if (!("says" in wanted) || !told || !error.message.includes(wanted.says)) tell(cell, String(error));
    }
  };
  await Promise.all(cells.map(call));
  // Where this does not arrive, nothing could have, and the cells above would prove nothing.
  for (const url of careless) {
    const response = await fetch(url, { headers: { "x-api-key": secret } }).catch(String);
    if (typeof response === "string" || !response.ok) wrong.push(`${url}: a plain fetch did not arrive`);
  }
  return wrong;
}

class Things extends APIResource {
  call(method: RedirectCell["method"]): Promise<{ readonly landed: string }> {
    return this._call(OPERATIONS[method], method === "POST" ? { name: "thing" } : {});
  }
}

interface VendorOptions extends ClientOptions {
  apiKey: string;
}

function make({ base, key }: RedirectCell, options: VendorOptions): { readonly things: Things } {
  class Vendor extends APIClient<VendorOptions> {
    readonly things: Things = new Things(this);
  }
  const definition = {
    name: "Vendor",
    userAgent: "trunkline-vendor/1.0.0",
    environments: { production: "https://vendor.test" },
    schemes: { Key: SCHEMES[key] },
    security: [["Key"]],
  };
  return new Vendor(definition, { ...options, baseURL: base });
}
