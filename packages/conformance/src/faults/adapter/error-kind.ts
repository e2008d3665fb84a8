import type { AdapterErrorKind, ClientAdapter } from "./types.ts";

/** What an error tells of. Clients have classes of their own, and the suite asks for what happened. */
export function kindOfError(error: unknown, ask: ClientAdapter["errorKind"]): AdapterErrorKind | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  return ask?.(error) ?? guess(error);
}

/** What most clients' errors show. */
function guess(error: object): AdapterErrorKind | undefined {
  const { name, status, message, cause } = error as Readonly<Record<string, unknown>>;
  const text = `${String(name)} ${String(message)}`;
  if (typeof status === "number" && status >= 300) return "status";
  if (name === "AbortError") return "abort";
  if (/Timeout|timed? ?out/i.test(text)) return "timeout";
  if (/\babort/i.test(text)) return "abort";
  if (name === "TypeError" && /fetch failed|network|terminated/i.test(text)) return "connection";
  return typeof cause === "object" && cause !== null ? guess(cause) : undefined;
}
