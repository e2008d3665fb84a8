/** Whether this is a page or a worker of a browser. Node, Deno, Bun and Workers name themselves otherwise. */
export function inBrowser(): boolean {
  const { navigator } = globalThis as { navigator?: { userAgent?: string } };
  return navigator?.userAgent?.startsWith("Mozilla/") ?? false;
}
