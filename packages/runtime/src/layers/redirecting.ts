import { APIRedirectError } from "../errors/connection-errors.ts";
import { contextOf, isRepeatable, type Layer, showOrigin } from "../layer.ts";
import { decideRedirect, isRedirect } from "../redirects/decide-redirect.ts";
import { drop, readText } from "../response/read-body.ts";

/** Follows redirects, one request at a time, where that is safe. */
export function redirecting(next: Layer): Layer {
  return async (request) => {
    const { facts } = request;
    let hop = request;
    for (let hops = 0; ; hops++) {
      const reply = await next(hop);
      const { response } = reply;
      const isHidden = response.type === "opaqueredirect";
      if (response.ok || !(isHidden || isRedirect(response.status))) return reply;
      const { method, url, headers } = hop;
      const decision = decideRedirect({
        method,
        url,
        status: isHidden ? 0 : response.status,
        location: response.headers.get("location"),
        repeatable: isRepeatable(request),
        label: (origin) => showOrigin(facts, origin),
        hops,
      });
      if (!decision.follow) {
        drop(response);
        throw new APIRedirectError(decision.reason, contextOf(facts));
      }
      await readText(response);
      hop = { ...hop, url: decision.url, method: decision.method };
      if (!decision.keepBody) {
        facts.isProcessed = true;
        const { "content-type": _, ...rest } = headers;
        hop = { ...hop, headers: rest, body: undefined };
      }
    }
  };
}
