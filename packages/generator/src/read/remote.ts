import { lookup } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Why a remote file is not read. */
export interface RemoteFault {
  readonly code: "remote-refused" | "remote-unreadable" | "remote-too-large";
  readonly message: string;
  readonly hint?: string;
}

export interface RemoteLimits {
  readonly bytes: number;
  readonly milliseconds: number;
}

/**
 * The origin that a person allowed, from what they wrote.
 *
 * @throws Error for anything but `https://host/` (`http:` on this machine), so that a path or a user name does not look as
 * if it limited or authorised anything
 */
export function allowedOrigin(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new Error(
      `--allow-remote takes an origin such as https://specs.acme.com/, not ${JSON.stringify(text)}.`,
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new Error("--allow-remote takes no user name or password: nothing is sent but the request.");
  }
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    throw new Error(`--allow-remote takes an origin: write ${url.origin}/.`);
  }
  if (url.protocol === "http:" && !isLoopbackName(bare(url.hostname))) {
    throw new Error(`--allow-remote takes https: only: write https://${url.host}/.`);
  }
  return url;
}

/**
 * Reads one file of the allowed origin: a plain GET without credentials or cookies, no redirect, no address of a private
 * network unless the origin is such an address itself.
 */
export function readRemote(url: URL, origin: URL, limits: RemoteLimits): Promise<Uint8Array | RemoteFault> {
  const quoted = JSON.stringify(url.href);
  if (url.origin !== origin.origin || url.username !== "" || url.password !== "") {
    return Promise.resolve({
      code: "remote-refused",
      message: `${quoted} is not at ${origin.origin}`,
      hint: "only the origin that --allow-remote names is asked",
    });
  }
  const host = bare(url.hostname);
  const isNamed = isLoopbackName(host) || isIP(host) !== 0;
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const request = send(
      url,
      {
        method: "GET",
        headers: { accept: "application/yaml, application/json", "accept-encoding": "identity" },
        // A name is looked up once, and what it stands for then is what is asked: it cannot change in between.
        lookup: isNamed ? undefined : publicLookup,
        agent: false,
        signal: AbortSignal.timeout(limits.milliseconds),
      },
      (response) => {
        void receive(response, quoted, limits).then((result) => {
          response.destroy();
          resolve(result);
        });
      },
    );
    request.on("error", (error: NodeJS.ErrnoException) => resolve(networkFault(error, quoted)));
    request.end();
  });
}

async function receive(
  response: IncomingMessage,
  quoted: string,
  { bytes }: RemoteLimits,
): Promise<Uint8Array | RemoteFault> {
  const { statusCode = 0, headers } = response;
  if (statusCode >= 300 && statusCode < 400) {
    return { code: "remote-refused", message: `${quoted} redirects, which is not followed` };
  }
  if (statusCode !== 200)
    return { code: "remote-unreadable", message: `${quoted} answers with ${statusCode}` };
  if (headers["content-encoding"] !== undefined && headers["content-encoding"] !== "identity") {
    return { code: "remote-refused", message: `${quoted} answers in an encoding that was not asked for` };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > bytes) {
        return { code: "remote-too-large", message: `${quoted} goes beyond the bound of ${bytes} bytes` };
      }
      chunks.push(chunk);
    }
  } catch (error) {
    return networkFault(error as NodeJS.ErrnoException, quoted);
  }
  return Buffer.concat(chunks);
}

function networkFault(error: NodeJS.ErrnoException, quoted: string): RemoteFault {
  if (error.code === PRIVATE) {
    return {
      code: "remote-refused",
      message: `${quoted} leads to a private network`,
      hint: "name the address itself in --allow-remote if that is meant",
    };
  }
  const isLate = error.name === "AbortError" || error.name === "TimeoutError" || error.code === "ABORT_ERR";
  const reason = isLate
    ? "within the 8 seconds that all remote files together have"
    : `(${error.code ?? error.name})`;
  return { code: "remote-unreadable", message: `${quoted} cannot be read ${reason}` };
}

const PRIVATE = "ERR_PRIVATE_ADDRESS";

const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, "", 0);
    const [first] = addresses;
    if (first === undefined || addresses.some(({ address }) => isPrivate(address))) {
      const fault: NodeJS.ErrnoException = new Error(`${hostname} is a private address`);
      fault.code = PRIVATE;
      return callback(fault, "", 0);
    }
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

/** Networks that no stranger's name may lead to (IANA's special-purpose registries). */
const privateNetworks = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  privateNetworks.addSubnet(network, prefix, "ipv4");
}

/** Of version 6, 2000::/3 alone is public; what carries an address of version 4 in it is refused with it. */
const publicNetworks = new BlockList();
publicNetworks.addSubnet("2000::", 3, "ipv6");
for (const [network, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
] as const) {
  privateNetworks.addSubnet(network, prefix, "ipv6");
}

/** Whether an address is not one of the public internet. */
export function isPrivate(address: string): boolean {
  if (isIP(address) === 4) return privateNetworks.check(address, "ipv4");
  return !publicNetworks.check(address, "ipv6") || privateNetworks.check(address, "ipv6");
}

function isLoopbackName(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/** An address of version 6 stands in brackets in a URL. */
function bare(hostname: string): string {
  return hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
}
