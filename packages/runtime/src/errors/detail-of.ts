/** What somebody threw, in words. Takes what a scrubber made of it, since it may say anything. */
export function detailOf(thrown: unknown, depth = 0): string {
  if (thrown instanceof Error) {
    // undici says "fetch failed" and keeps what happened in the cause.
    if (thrown.cause instanceof Error && depth < 4) return detailOf(thrown.cause, depth + 1);
    return thrown.message || (thrown as { code?: string }).code || thrown.name;
  }
  try {
    return String(thrown);
  } catch {
    return typeof thrown;
  }
}
