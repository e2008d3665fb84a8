import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { PRIVATE, publicLookup } from "./private-address.ts";

/** Why a remote file is not read. */
export interface RemoteFault {
  readonly code: "remote-refused" | "remote-unreadable" | "remote-too-large";
  readonly message: string;
  readonly hint?: string;
  /** Status of the answer, if it was not the file. */
  readonly status?: number;
}

export interface RemoteLimits {
  readonly bytes: number;
  readonly milliseconds: number;
  /** The time limit in words, for messages: "within 30 seconds". */
  readonly patience: string;
  /**
   * How many redirects are followed. They must stay within the origin.
   *
   * @default 0
   */
  readonly redirects?: number;
  /**
   * A person typed the address, which may therefore be one of a private network.
   * @default false
   */
  readonly mayBePrivate?: boolean;
  /** A header field that authenticates. It is sent to the origin only. */
  readonly header?: readonly [name: string, value: string] | undefined;
}

/** A file as a server gave it. */
export interface RemoteFile {
  /** Its address, after redirects. What the file refers to is relative to this address. */
  readonly url: URL;
  readonly bytes: Uint8Array;
  /** What the server calls it, without parameters: `application/json`. */
  readonly mediaType: string | undefined;
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
 * Reads one file of the allowed origin, by a plain GET that carries no credentials but the given header field. It goes
 * to that origin only, and not to an address of a private network unless the origin itself is one. It never throws. Its
 * messages leave out the query of an address, which may hold a secret.
 */
export async function readRemote(
  url: URL,
  origin: URL,
  limits: RemoteLimits,
): Promise<RemoteFile | RemoteFault> {
  const name = JSON.stringify(shownAddress(url));
  const signal = AbortSignal.timeout(limits.milliseconds);
  let current = url;
  for (let redirects = 0; ; redirects++) {
    if (current.origin !== origin.origin || current.username !== "" || current.password !== "") {
      return redirects === 0 ? elsewhere(name, origin) : redirectedAway(name, url, current);
    }
    const answer = await ask(current, name, limits, signal);
    if (!("location" in answer)) return answer;
    if (redirects >= (limits.redirects ?? 0)) {
      const count = redirects === 0 ? "" : ` more than ${redirects} times`;
      return { code: "remote-refused", message: `${name} redirects${count}, which is not followed` };
    }
    const next = redirectTarget(answer.location, current);
    if (next === undefined) {
      return { code: "remote-unreadable", message: `${name} redirects, and does not say to which address` };
    }
    current = next;
  }
}

/** An address without its user name, query and fragment, which may hold secrets. */
export function shownAddress({ origin, pathname, search }: URL): string {
  return `${origin}${pathname}${search === "" ? "" : "?…"}`;
}

interface Redirect {
  readonly location: string | undefined;
}

function redirectTarget(location: string | undefined, from: URL): URL | undefined {
  if (location === undefined || !URL.canParse(location, from.href)) return undefined;
  const to = new URL(location, from);
  to.hash = "";
  return to;
}

function elsewhere(name: string, { origin }: URL): RemoteFault {
  return {
    code: "remote-refused",
    message: `${name} is not at ${origin}`,
    hint: "only the origin that --allow-remote names is asked",
  };
}

function redirectedAway(name: string, from: URL, to: URL): RemoteFault {
  // What was asked with a secret may have it in the name of the other server.
  const other = from.search === "" && to.origin !== "null" ? to.origin : "another origin";
  const where =
    to.username === "" && to.password === "" ? other : "an address with a user name or a password";
  return {
    code: "remote-refused",
    message: `${name} redirects to ${where}, which is not followed`,
    hint: "give the address of the document itself, if that one is to be trusted",
  };
}

async function ask(
  url: URL,
  name: string,
  limits: RemoteLimits,
  signal: AbortSignal,
): Promise<RemoteFile | RemoteFault | Redirect> {
  const host = bare(url.hostname);
  const isNamed = limits.mayBePrivate === true || isLoopbackName(host) || isIP(host) !== 0;
  // Loaded when it is needed: few documents are elsewhere, and Node's own `fetch` comes along with it.
  const { request: send } = await (url.protocol === "https:" ? import("node:https") : import("node:http"));
  return new Promise((resolve) => {
    let isAnswered = false;
    const request = send(
      url,
      {
        method: "GET",
        headers: {
          accept: "application/yaml, application/json",
          "accept-encoding": "identity",
          ...(limits.header === undefined ? {} : Object.fromEntries([limits.header])),
        },
        // A name is looked up once, and what it stands for then is what is asked: it cannot change in between.
        lookup: isNamed ? undefined : publicLookup,
        agent: false,
        signal,
      },
      (response) => {
        isAnswered = true;
        void receive(response, url, name, limits).then((result) => {
          response.destroy();
          resolve(result);
        });
      },
    );
    request.on("error", (error: NodeJS.ErrnoException) => resolve(networkFault(error, name, limits)));
    // A server that changes to a protocol which was not asked for ends the connection without an error.
    request.on("close", () => {
      if (!isAnswered) resolve({ code: "remote-unreadable", message: `${name} gives no answer` });
    });
    request.end();
  });
}

async function receive(
  response: IncomingMessage,
  url: URL,
  name: string,
  limits: RemoteLimits,
): Promise<RemoteFile | RemoteFault | Redirect> {
  const { statusCode = 0, headers } = response;
  if (statusCode > 300 && statusCode < 400 && statusCode !== 304) return { location: headers.location };
  if (statusCode !== 200) {
    const message = `${name} answers with ${statusCode}`;
    return {
      code: "remote-unreadable",
      message,
      ...(statusCode === undefined ? {} : { status: statusCode }),
    };
  }
  if (!/^(?:identity)?$/i.test(headers["content-encoding"] ?? "")) {
    return { code: "remote-refused", message: `${name} answers in an encoding that was not asked for` };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limits.bytes) {
        return {
          code: "remote-too-large",
          message: `${name} goes beyond the bound of ${limits.bytes} bytes`,
        };
      }
      chunks.push(chunk);
    }
  } catch (error) {
    return networkFault(error as NodeJS.ErrnoException, name, limits);
  }
  const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+/.exec(headers["content-type"] ?? "")?.[0].toLowerCase();
  return { url, bytes: Buffer.concat(chunks), mediaType };
}

function networkFault(error: NodeJS.ErrnoException, name: string, { patience }: RemoteLimits): RemoteFault {
  if (error.code === PRIVATE) {
    return {
      code: "remote-refused",
      message: `${name} leads to a private network`,
      hint: "name the address itself in --allow-remote if that is meant",
    };
  }
  const isLate = error.name === "AbortError" || error.name === "TimeoutError" || error.code === "ABORT_ERR";
  const reason = isLate ? patience : `(${error.code ?? error.name})`;
  return { code: "remote-unreadable", message: `${name} cannot be read ${reason}` };
}

function isLoopbackName(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/** An address of version 6 stands in brackets in a URL. */
function bare(hostname: string): string {
  return hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
}
