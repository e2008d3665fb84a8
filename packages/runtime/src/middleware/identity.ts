import type { CallRequest } from "../layer.ts";
import type { LayerParts } from "../request/call.ts";
import { randomDigits } from "../values/random.ts";
import { type OwnFields, secretsPlaced } from "./own-fields.ts";

/** Most identities that are remembered. One that was forgotten is named anew, and what was kept under its name is lost. */
const MOST = 1000;

/** Gives things names that tell nothing of them. */
export interface Names {
  /** The name of what a text says. */
  of(text: string): string;
  /** The name of an object, which is not kept for that. */
  ofObject(object: unknown): string;
}

/** Names that are drawn at random: nothing that is kept under one leads back to a secret, not even by trying. */
export function randomNames(): Names {
  const byText = new Map<string, string>();
  const byObject = new WeakMap<object, string>();
  return {
    of(text) {
      const name = byText.get(text) ?? randomDigits();
      byText.delete(text);
      byText.set(text, name);
      const [oldest] = byText.keys();
      if (byText.size > MOST && oldest !== undefined) byText.delete(oldest);
      return name;
    },
    ofObject(value) {
      if ((typeof value !== "object" && typeof value !== "function") || value === null) return "";
      const name = byObject.get(value) ?? randomDigits();
      byObject.set(value, name);
      return name;
    },
  };
}

/**
 * Who a request comes from and where it goes to: the secrets that its schemes carry or are issued tokens for, those that
 * the caller placed, the connection's certificate, and the server. What provider functions give is what is sent then.
 */
export async function identityOf(
  request: CallRequest & Required<Pick<CallRequest, "tools">>,
  { authenticators, baseURL, options }: LayerParts,
  fields: OwnFields,
  names: Names,
): Promise<string> {
  const { facts, schemes, tools, through, url } = request;
  const { server } = facts.operation;
  const secrets = schemes.map((name) => tools && authenticators[name]?.identity(tools));
  const { fetch, fetchOptions, transport } = options;
  // A certificate is a credential too, and only the connection has it.
  const ways = [fetch, fetchOptions, transport, through?.fetch, through?.fetchOptions].map(names.ofObject);
  return names.of(
    JSON.stringify([
      baseURL,
      new URL(url).origin,
      typeof server === "function" ? server(options as Readonly<Record<string, unknown>>) : server,
      ways,
      schemes,
      await Promise.all(secrets),
      secretsPlaced(request, fields),
    ]),
  );
}
