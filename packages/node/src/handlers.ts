import type { Dispatcher } from "./options.ts";

/**
 * Whether a dispatcher knows the handlers of undici 7 and 8; undefined where it does not tell. It is asked for a path
 * without a slash, which is refused before it is queued.
 */
export function takesHandlers(dispatcher: Dispatcher): boolean | undefined {
  let isTold: true | undefined;
  const handler = {
    onRequestStart() {},
    onResponseStart() {},
    onResponseData() {},
    onResponseEnd() {},
    onResponseError() {
      isTold = true;
    },
  };
  const origin = "http://localhost";
  try {
    const limits = { headersTimeout: 0, bodyTimeout: 0 };
    dispatcher.dispatch({ origin, path: "no slash", method: "GET", ...limits }, handler);
  } catch (error) {
    // In the words of undici, or in those of the engine where a dispatcher around another one calls what is not there.
    const { message } = Object(error) as { readonly message?: unknown };
    return /\bon[A-Z]\w* (?:method|is not a function)/.test(String(message)) ? false : undefined;
  }
  return isTold;
}
