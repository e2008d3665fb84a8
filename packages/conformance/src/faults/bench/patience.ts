/**
 * Tries with more and more time. Short limits keep the suite fast, but on a busy machine they are hit by the
 * machine, not by the client: only what fails with the longest one has failed.
 */
export async function patiently(
  limits: readonly number[],
  attempt: (limit: number) => Promise<void>,
): Promise<void> {
  for (const [index, limit] of limits.entries()) {
    try {
      return await attempt(limit);
    } catch (error) {
      if (index === limits.length - 1) throw error;
    }
  }
}
