import { inspect } from "node:util";
import { UsageError } from "@trunkline/runtime";
import { afterEach, describe, expect, it, vi } from "vitest";
import { nodeTransport } from "../src/index.ts";
import { identityOf } from "./support/identities.ts";

const one = await identityOf("one.test");
const two = await identityOf("two.test");
afterEach(() => vi.unstubAllEnvs());

/** What nodeTransport says of options. */
function refusal(options: unknown): string {
  try {
    nodeTransport(options as object);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    expect(inspect(error)).not.toMatch(/s3cret/);
    return (error as Error).message;
  }
  return "taken";
}

describe("options that make no sense are refused, without what may be secret", () => {
  it.each([
    [null, /not an object/],
    [[], /not an object/],
    [{ conections: 1 }, /no option "conections"\. There are: connectTimeout, connections/],
    [{ Connections: 1 }, /is connections meant\?/],
    [{ http2: true }, /no option "http2"/],
    [{ connections: 0 }, /connections is 0; a whole number from 1 to 65535/],
    [{ connections: 1.5 }, /a whole number/],
    [{ connections: "10" }, /connections is a string/],
    [{ connections: Number.NaN }, /connections is NaN/],
    [{ connectTimeout: -1 }, /connectTimeout is -1; a number from 1/],
    [{ connectTimeout: Number.POSITIVE_INFINITY }, /connectTimeout is Infinity/],
    [{ keepAliveTimeout: 0 }, /keepAliveTimeout is 0/],
    [{ maxDecompressed: 0 }, /maxDecompressed is 0; a number from 1 is/],
    [{ maxDecompressed: null }, /maxDecompressed is null/],
    [{ proxy: "" }, /proxy has no scheme/],
    [
      { proxy: "proxy.example.com" },
      /proxy has no scheme: an address such as http:\/\/proxy\.example\.com:3128/,
    ],
    [{ proxy: "user:s3cret@proxy.example.com:3128" }, /proxy has no scheme/],
    [{ proxy: "proxy:3128" }, /proxy has no scheme/],
    [{ proxy: "http://user:s3cret@" }, /proxy cannot be read/],
    [{ proxy: "http://user:s3cret%@h" }, /"%25"/],
    [{ proxy: "socks5://user:s3cret@h" }, /begins with socks5:\/\//],
    [{ proxy: "ftp://h" }, /begins with ftp:/],
    [{ proxy: "http://h/path?s3cret" }, /path or a query/],
    [{ proxy: true }, /proxy is a boolean/],
    [{ proxy: 3128 }, /proxy is 3128/],
    [{ tls: null }, /tls are not an object/],
    [{ tls: { cacert: one.cert } }, /tls has no option "cacert"/],
    [{ tls: { ca: "/etc/ssl/company.pem" } }, /tls\.ca holds no certificate in PEM .* not its path/],
    [{ tls: { ca: "" } }, /tls\.ca holds no certificate/],
    [{ tls: { ca: [one.cert, ""] } }, /tls\.ca holds no certificate/],
    [
      { tls: { ca: one.cert.replace(/\n[^\n]{20}/, "\nAAAAAAAAAAAAAAAAAAAA") } },
      /certificate in tls\.ca cannot be read/,
    ],
    [{ tls: { ca: one.key } }, /tls\.ca holds no certificate/],
    [{ tls: { ca: 1 } }, /tls\.ca is neither/],
    [{ tls: { cert: one.cert } }, /tls\.cert is given without its tls\.key/],
    [{ tls: { key: one.key } }, /tls\.key is given without its tls\.cert/],
    [{ tls: { cert: one.cert, key: two.key } }, /tls\.key cannot be used: .*mismatch/],
    [{ tls: { cert: one.cert, key: "s3cret" } }, /tls\.key cannot be used/],
    [{ tls: { cert: one.cert, key: { pem: "s3cret" } } }, /tls\.key cannot be used/],
    [{ tls: { pfx: Buffer.from("s3cret"), passphrase: "s3cret" } }, /tls\.pfx cannot be used/],
    [{ tls: { passphrase: "s3cret" } }, /tls\.passphrase is given without/],
    [{ tls: { minVersion: "TLSv9" } }, /tls\.minVersion cannot be used/],
    [{ tls: { rejectUnauthorized: "false" } }, /tls\.rejectUnauthorized is not a boolean/],
    [{ tls: { servername: "" } }, /tls\.servername/],
    [{ dispatcher: {} }, /dispatcher has no method dispatch/],
    [{ dispatcher: null }, /dispatcher has no method dispatch/],
  ])("%j", (options, message) => {
    expect(refusal(options)).toMatch(message);
  });

  it.each([
    [{}],
    [{ connections: undefined, proxy: undefined, tls: undefined, dispatcher: undefined }],
    [{ connections: 1, connectTimeout: 1, keepAliveTimeout: 1, maxDecompressed: Number.POSITIVE_INFINITY }],
    [{ proxy: false }],
    [{ proxy: new URL("http://user:p%25s@proxy.example.com") }],
    [{ proxy: "HTTPS://proxy.example.com:8443/" }],
    [{ tls: { ca: one.cert + two.cert, cert: one.cert, key: one.key, minVersion: "TLSv1.3" } }],
    [{ tls: { ca: [one.cert, Buffer.from(two.cert)] } }],
  ])("%j is taken", (options) => {
    expect(refusal(options)).toBe("taken");
  });

  it("the environment's are named by their variables", () => {
    vi.stubEnv("HTTPS_PROXY", "user:s3cret@proxy:3128");
    expect(refusal({ proxy: "environment" })).toMatch(/The environment variable HTTPS_PROXY has no scheme/);
    vi.stubEnv("NODE_USE_ENV_PROXY", "1");
    expect(refusal({})).toMatch(/HTTPS_PROXY/);
  });
});
