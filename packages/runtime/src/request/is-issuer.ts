/**
 * Whether a request asks an operation that issues tokens, however its address is written.
 *
 * @param issuers path templates of those operations
 */
export function isIssuer(issuers: readonly string[], server: string, address: string): boolean {
  if (issuers.length === 0) return false;
  const steps = plainPath(address).split("/");
  return issuers.some((path) => fits(plainPath(`${server}${path}`).split("/"), steps));
}

/** Whether the segments are those of a template, whatever stands for its parameters. */
function fits(template: readonly string[], asked: readonly string[]): boolean {
  return (
    template.length === asked.length &&
    template.every((segment, at) => segment === asked[at] || segment.includes("{"))
  );
}

const MOST_DECODED = 4;

/** Servers read an escape as its character, and many take a slash more or less, and any case. */
function plainPath(address: string): string {
  const [whole = ""] = address.split(/[?#]/, 1);
  let path = whole;
  try {
    // What stands before a server may read the escapes once more.
    for (let times = 0; times < MOST_DECODED && path.includes("%"); times++) path = decodeURIComponent(path);
  } catch {
    // It is compared as it is written.
  }
  return path.replace(/\/+/g, "/").replace(/\/$/, "").toLowerCase();
}
