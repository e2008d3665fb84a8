import type { SecureVersion } from "node:tls";

/** One text or file of bytes in PEM, or several. */
export type Pem = string | Buffer | readonly (string | Buffer)[];

/** How servers are trusted, and how this program shows who it is; contents of files, not their paths. */
export interface TLSOptions {
  /** Authorities that are trusted in place of those that Node.js knows. @default those of Node.js */
  readonly ca?: Pem | undefined;
  /** The client's certificate, with its chain; needs `key`. @default none */
  readonly cert?: Pem | undefined;
  /** The key of `cert`. @default none */
  readonly key?: string | Buffer | undefined;
  /** Certificate and key in one, PKCS #12. @default none */
  readonly pfx?: Buffer | undefined;
  /** Opens `key` or `pfx`. @default none */
  readonly passphrase?: string | undefined;
  /** The name that the server's certificate must have. @default the host of the address */
  readonly servername?: string | undefined;
  /** @default what Node.js allows */
  readonly minVersion?: SecureVersion | undefined;
  /** `false` sends credentials to whoever answers: for tests alone. @default true */
  readonly rejectUnauthorized?: boolean | undefined;
}

/** A dispatcher of undici 7 or 8: `Agent`, `ProxyAgent`, `MockAgent` … */
export interface Dispatcher {
  dispatch(options: object, handler: object): boolean;
}

/** Options of {@link nodeTransport}. All times are in milliseconds. */
export interface NodeTransportOptions {
  /** Connections to each origin; requests beyond them wait in order, and their `timeout` begins when they are let go. @default 64 */
  readonly connections?: number | undefined;
  /** Longest wait for a connection, TLS and proxy included. undici looks about every half a second. @default 10_000 */
  readonly connectTimeout?: number | undefined;
  /** How long an idle connection is kept; a hint of the server's, less 2 s, wins. @default 4_000 */
  readonly keepAliveTimeout?: number | undefined;
  /**
   * Address of a proxy, with user name and password if it wants them; requests go through a tunnel (CONNECT), so that
   * it sees no credentials of an API over https. "environment": HTTP_PROXY, HTTPS_PROXY and NO_PROXY; `false`: none.
   *
   * @default "environment" where Node.js itself obeys it (NODE_USE_ENV_PROXY, --use-env-proxy), else false
   */
  readonly proxy?: string | URL | false | undefined;
  /** @default what Node.js trusts, and no certificate of the client's */
  readonly tls?: TLSOptions | undefined;
  /**
   * A dispatcher of your own, in place of the transport's; connections, times, proxy and TLS are its own then, and it
   * is yours to close.
   *
   * @default none
   */
  readonly dispatcher?: Dispatcher | undefined;
  /**
   * Most bytes of one body after decoding, however it is read; beyond it the call fails and is not repeated. Bodies
   * that are read into memory have the client's `maxResponseBytes` besides. `Infinity` for no limit.
   *
   * @default 1_073_741_824
   */
  readonly maxDecompressed?: number | undefined;
}
