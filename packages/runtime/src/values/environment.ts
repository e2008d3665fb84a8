/** A variable of the environment, where there is one. Deno throws where the permission is missing; browsers and Workers may have no process. */
export function environment(name: string): string | undefined {
  try {
    return (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.[name];
  } catch {
    return undefined;
  }
}
