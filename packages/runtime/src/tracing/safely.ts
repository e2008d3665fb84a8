import { type Context, context } from "@opentelemetry/api";

/** What telemetry gives, or undefined where it throws: no failure of it fails a call. */
export function safely<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Runs work once in a context, or without one where there is none to be had. */
export function within<T>(inside: () => Context, work: () => Promise<T>): Promise<T> {
  let running: Promise<T> | undefined;
  const once = (): Promise<T> => {
    running ??= work();
    return running;
  };
  safely(() => context.with(inside(), once));
  return once();
}
