import { bytesOf } from "./bytes.ts";
import type { WebhookScheme } from "./scheme.ts";
import { readSecrets } from "./secrets.ts";
import type { UnwrapOptions } from "./unwrap.ts";

/** Options of {@link Sign}. */
export interface SignOptions extends Pick<UnwrapOptions, "secret" | "now"> {
  /** Id of the delivery, where the vendor signs one. @default a random one */
  readonly id?: string | undefined;
}

/** A signed delivery. Give it to `new Request(url, { method: "POST", ...signed })`, or to `unwrap` itself. */
export interface SignedDelivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Signs an event as the vendor does, for tests. A text is signed as it is. */
export type Sign<Event> = (event: Event | string, options?: SignOptions) => Promise<SignedDelivery>;

/** Makes `sign` of one vendor. */
export function signOf<Event>(scheme: WebhookScheme): Sign<Event> {
  return async (event, { secret, now = Date.now, id = `msg_${crypto.randomUUID()}` } = {}) => {
    const secrets = await readSecrets(secret, scheme.env, scheme.secret);
    const { event: name, payload = event } = (scheme.event ? event : {}) as Partial<Named>;
    const body = typeof payload === "string" ? payload : JSON.stringify(payload);
    const [before, headersOf] = scheme.write(id, Math.floor(now() / 1000));
    const content = await bytesOf([before, body]);
    const headers = headersOf(await Promise.all(secrets.map((one) => scheme.sign(content, one))));
    if (name) headers[scheme.event as string] = name;
    return { headers: { "content-type": "application/json", ...headers }, body };
  };
}

interface Named {
  readonly event: string;
  readonly payload: unknown;
}
