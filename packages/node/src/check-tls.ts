import type { SecureContextOptions } from "node:tls";
import { checkNames } from "./check-names.ts";
import type { TLSOptions } from "./options.ts";
import { usageError } from "./usage-error.ts";

const NAMES: Record<keyof TLSOptions, true> = {
  ca: true,
  cert: true,
  key: true,
  pfx: true,
  passphrase: true,
  servername: true,
  minVersion: true,
  rejectUnauthorized: true,
};

const CERTIFICATES =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\s\S]+?-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/** @throws UsageError that names what cannot be read, and shows nothing of it */
export function checkTLS(options: TLSOptions): void {
  checkNames("tls", options, Object.keys(NAMES));
  const { ca, cert, key, pfx, passphrase, servername, minVersion, rejectUnauthorized } = options;
  for (const [name, given] of [
    ["ca", ca],
    ["cert", cert],
  ] as const) {
    if (given !== undefined) for (const one of [given].flat()) checkCertificates(name, one);
  }
  if (cert !== undefined && key === undefined) throw usageError("tls.cert is given without its tls.key.");
  if (key !== undefined && cert === undefined) throw usageError("tls.key is given without its tls.cert.");
  if (passphrase !== undefined && key === undefined && pfx === undefined) {
    throw usageError("tls.passphrase is given without a tls.key or tls.pfx that it opens.");
  }
  if (rejectUnauthorized !== undefined && typeof rejectUnauthorized !== "boolean") {
    throw usageError("tls.rejectUnauthorized is not a boolean.");
  }
  if (servername !== undefined && (typeof servername !== "string" || servername === "")) {
    throw usageError("tls.servername is not a name.");
  }
  tryContext("tls.minVersion", { minVersion });
  if (pfx !== undefined) tryContext("tls.pfx", { pfx, passphrase });
  if (key !== undefined) tryContext("tls.key", { cert, key, passphrase } as SecureContextOptions);
}

function checkCertificates(name: string, given: unknown): void {
  const text = Buffer.isBuffer(given) ? given.toString("latin1") : given;
  if (typeof text !== "string") throw usageError(`tls.${name} is neither a text nor a Buffer.`);
  const found = text.match(CERTIFICATES) ?? [];
  if (found.length === 0) {
    throw usageError(
      `tls.${name} holds no certificate in PEM ("-----BEGIN CERTIFICATE-----"). Give what the file holds, as readFileSync() reads it, and not its path.`,
    );
  }
  found.forEach((one, index) => {
    try {
      new (process.getBuiltinModule("node:crypto").X509Certificate)(one);
    } catch (error) {
      const which = found.length > 1 ? ` ${index + 1} of ${found.length}` : "";
      throw usageError(`The certificate${which} in tls.${name} cannot be read: ${reasonOf(error)}.`);
    }
  });
}

/** OpenSSL says in its own words what it cannot use; they hold nothing of what it was given. */
function tryContext(name: string, options: SecureContextOptions): void {
  try {
    // Most programs set none of this, and it takes them longer to load than all of this package.
    process.getBuiltinModule("node:tls").createSecureContext(options);
  } catch (error) {
    throw usageError(`${name} cannot be used: ${reasonOf(error)}.`);
  }
}

function reasonOf(error: unknown): string {
  const { code, message, reason } = error as Error & { code?: string; reason?: string };
  // Node's own errors for a value of the wrong type show the value.
  if (code?.startsWith("ERR_INVALID_ARG")) return "it is of a type that TLS does not take";
  return reason ?? message.replace(/^error:[0-9A-F]+:/i, "");
}
