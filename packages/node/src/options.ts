import type { SecureVersion } from "node:tls";

/** Certificates in PEM: a text or the bytes of a file, or several of them. */
export type Pem = string | Buffer | readonly (string | Buffer)[];

/**
 * Which servers are trusted, and the certificate that this program shows. Give the contents of files, not their paths.
 */
export interface TLSOptions {
  /** Certificate authorities that are trusted, in place of those of Node.js. @default those of Node.js */
  readonly ca?: Pem | undefined;
  /** The client's certificate, with its chain; needs `key`. @default none */
  readonly cert?: Pem | undefined;
  /** The key of `cert`. @default none */
  readonly key?: string | Buffer | undefined;
  /** Certificate and key in one file (PKCS #12). @default none */
  readonly pfx?: Buffer | undefined;
  /** Decrypts `key` or `pfx`. @default none */
  readonly passphrase?: string | undefined;
  /** The name that the server's certificate must have. @default the host of the address */
  readonly servername?: string | undefined;
  /** @default what Node.js allows */
  readonly minVersion?: SecureVersion | undefined;
  /** Check the server's certificate. With `false`, credentials go to whoever answers: only for tests. @default true */
  readonly rejectUnauthorized?: boolean | undefined;
}

/** A dispatcher of undici 7 or 8: `Agent`, `ProxyAgent`, `MockAgent` … */
export interface Dispatcher {
  dispatch(options: object, handler: object): boolean;
}

/** Options of {@link nodeTransport}. All times are in milliseconds. */
export interface NodeTransportOptions {
  /**
   * Most connections to each origin. Further requests wait in order; their `timeout` begins when they leave the queue.
   *
   * @default 64
   */
  readonly connections?: number | undefined;
  /** Longest time for connecting, TLS and proxy included. It is checked about every half second. @default 10_000 */
  readonly connectTimeout?: number | undefined;
  /**
   * How long an idle connection is kept. If the server says how long it keeps one, that time less 2 s is used.
   *
   * @default 4_000
   */
  readonly keepAliveTimeout?: number | undefined;
  /**
   * Address of a proxy, with user name and password if it needs them. Requests go through a tunnel (CONNECT), so that
   * the proxy does not see the credentials of an API over https. "environment": HTTP_PROXY, HTTPS_PROXY and NO_PROXY;
   * `false`: none.
   *
   * @default "environment" where Node.js itself obeys it (NODE_USE_ENV_PROXY, --use-env-proxy), else false
   */
  readonly proxy?: string | URL | false | undefined;
  /** @default what Node.js trusts, and no client certificate */
  readonly tls?: TLSOptions | undefined;
  /**
   * A dispatcher of your own, in place of the transport's. Its own connections, times, proxy and TLS apply then, and
   * you close it yourself.
   *
   * @default none
   */
  readonly dispatcher?: Dispatcher | undefined;
  /**
   * Largest body, in bytes after decompression, however it is read. A larger one fails the call, which is not repeated.
   * For bodies that are read into memory, the client's `maxResponseBytes` applies too. `Infinity` for no limit.
   *
   * @default 1_073_741_824
   */
  readonly maxDecompressed?: number | undefined;
}
