import { checkInBrowser, inBrowser } from "../browser.ts";
import { kindOf } from "../errors/brand.ts";
import { APIRedirectError } from "../errors/connection-errors.ts";
import { type CallRequest, contextOf, type Layer, openBody, showOrigin } from "../layer.ts";
import { connectionError } from "../layer-errors.ts";
import type { ClientOptions, Fetch } from "../options.ts";
import { foreignOrigin } from "../redirects/foreign-origin.ts";
import { checkAnswer } from "../response/check-answer.ts";
import { drop } from "../response/read-body.ts";
import type { Transport, TransportRequest, TransportResponse } from "../transport.ts";
import { OWN_PATIENCE, patientOptions } from "./patient-options.ts";

/** What one request alone goes through. */
export type Through = Pick<ClientOptions, "fetch" | "fetchOptions">;

/** A transport that obeys what a request alone goes through. */
export interface Sender extends Pick<Transport, "mayFollow"> {
  /** What messages call it. @default "The transport" */
  readonly label?: string;
  send(request: TransportRequest, through?: Through): Promise<TransportResponse>;
}

/**
 * The runtime's `fetch`, looked up at every request, or the caller's.
 *
 * @param options given to it as they are, where the request does not need them itself
 */
export function fetchTransport(
  own: Fetch | undefined,
  options: Readonly<Record<string, unknown>> | undefined,
): Sender {
  const isBrowser = inBrowser();
  return {
    label: "fetch",
    mayFollow: !own,
    send(request, through) {
      const { url, method, headers, body, signal, patience, onReleased, onSending } = request;
      const isStream = typeof ReadableStream !== "undefined" && body instanceof ReadableStream;
      if (isBrowser) checkInBrowser(url, headers, isStream);
      const wait = onReleased();
      if (wait) return wait.then(() => this.send(request, through));
      onSending();
      const init = { method, headers, body, signal, redirect: "manual" };
      const others = through?.fetchOptions ? { ...options, ...through.fetchOptions } : options;
      const chosen = through?.fetch ?? own;
      const patient = chosen || patience <= OWN_PATIENCE ? undefined : patientOptions();
      const given =
        others || isStream || patient
          ? { ...patient, ...others, ...(isStream && { duplex: "half" }), ...init }
          : init;
      return (chosen ?? globalThis.fetch)(url, given as RequestInit);
    },
  };
}

/** Puts a request with its credentials on the wire: the innermost layer. */
export function sending(transport: Sender): Layer {
  return async (request) => {
    const { url, method, facts, limits, signal, through } = request;
    const { credentials } = facts;
    let isSending = false;
    const outgoing = {
      url: credentials.reduce((address, credential) => credential.address?.(address) ?? address, url),
      method,
      headers: headersOf(request),
      body: openBody(request.body),
      signal: signal as AbortSignal,
      patience: Math.max(limits.timeout, limits.idleTimeout),
      onReleased: () => {
        const wait = request.mayGo?.();
        if (!wait) request.onReleased?.();
        return wait;
      },
      onSending: () => {
        isSending = true;
        request.onSending?.();
      },
    };
    let response: Response;
    try {
      response = (await transport.send(outgoing, through)) as Response;
    } catch (error) {
      throw kindOf(error) ? error : connectionError(request, error, { isSent: isSending });
    }
    if (
      !(response instanceof Response) ||
      response.body?.locked ||
      response.bodyUsed ||
      response.type === "error"
    )
      checkAnswer(response, transport.label ?? "The transport");
    if (signal?.aborted) {
      // The transport did not listen to the signal; nobody will read this body.
      drop(response);
      throw signal.reason;
    }
    const elsewhere = transport.mayFollow && !through?.fetch && foreignOrigin(url, response.url);
    if (elsewhere) {
      throw new APIRedirectError(
        `${showOrigin(facts, elsewhere)} answered in place of ${new URL(url).origin}: this runtime's fetch follows redirects by itself, so that the request, with its key, may have been sent there. If the API has moved, set baseURL.`,
        contextOf(facts),
      );
    }
    return {
      response: credentials.reduce((answer, { answered }) => answered?.(answer, url) ?? answer, response),
    };
  };
}

/** Not `Headers`: `fetch` makes its own of them, and that once is enough. */
function headersOf({ headers: fields, facts }: CallRequest): Record<string, string> {
  const headers = { ...fields };
  for (const { header } of facts.credentials) {
    if (!header) continue;
    const [name, value] = header;
    const cookies = name === "cookie" && fields.cookie;
    headers[name.toLowerCase()] = cookies ? `${cookies}; ${value}` : value;
  }
  return headers;
}
