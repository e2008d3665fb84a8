interface Dispatcher {
  dispatch(options: object, handler: unknown): boolean;
}

/** Options that make the runtime's own fetch wait longer than it does by itself; undefined where it need not, or cannot. */
export function patientOptions(): Readonly<Record<string, unknown>> | undefined {
  const { versions = {} } = (globalThis as { process?: { versions?: Record<string, string> } }).process ?? {};
  if (versions.bun) return { timeout: false };
  if (!versions.undici || versions.deno) return undefined;
  // Node makes its dispatcher when something of undici's is looked at.
  void globalThis.Response;
  const own = (globalThis as Record<symbol, unknown>)[Symbol.for("undici.globalDispatcher.1")] as
    | Dispatcher
    | undefined;
  if (!own) return undefined;
  const dispatcher: Dispatcher = {
    dispatch: (options, handler) => own.dispatch({ ...options, headersTimeout: 0, bodyTimeout: 0 }, handler),
  };
  return { dispatcher };
}
