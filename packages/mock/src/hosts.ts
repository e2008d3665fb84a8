import { MockUsageError } from "@trunkline/document/mock";

const NAME = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/;
const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:[a-z0-9_-]+\.)*localhost)$/;

/**
 * Tells whether a request's `Host` is one that this server goes by. A page of a stranger's can make its own name stand for
 * 127.0.0.1 and would then be of the same origin as the mock; its name stands in `Host`.
 *
 * @throws MockUsageError for an allowed host that is not a name
 */
export function createHostCheck(allowed: readonly string[]): (host: string | undefined) => boolean {
  const names = new Set(allowed.map(allowedName));
  return (host) => {
    // Only HTTP/1.0 may leave it out, which no browser speaks.
    if (host === undefined) return true;
    const name = hostName(host);
    return name !== undefined && (LOOPBACK.test(name) || names.has(name));
  };
}

/** Whether a page of this origin comes from this machine, a development server's for one. */
export function isLoopbackOrigin(origin: string): boolean {
  const host = /^https?:\/\/(.+)$/.exec(origin.toLowerCase())?.[1];
  const name = host === undefined ? undefined : hostName(host);
  return name !== undefined && LOOPBACK.test(name);
}

/** The name of `name:port`, in lower case, without the root's dot; undefined when it is something else. */
function hostName(host: string): string | undefined {
  const end = host.startsWith("[") ? host.indexOf("]") + 1 : host.indexOf(":");
  const name = (end > 0 ? host.slice(0, end) : host).toLowerCase();
  const port = end > 0 ? host.slice(end) : "";
  if (!/^(?::\d{1,5})?$/.test(port)) return undefined;
  const plain = name.endsWith(".") ? name.slice(0, -1) : name;
  return plain === "[::1]" || NAME.test(plain) ? plain : undefined;
}

function allowedName(name: string): string {
  const known = hostName(name);
  if (known !== undefined && known === name.toLowerCase()) return known;
  throw new MockUsageError(
    `An allowed host is a name without scheme and port, such as "mock.internal", not "${name}".`,
  );
}
