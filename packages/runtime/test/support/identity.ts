import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { generate } from "selfsigned";
import type { Identity } from "./server.ts";

/** A certificate for the loopback interface that this process trusts, made now: no key is kept anywhere. */
export async function trustedIdentity(): Promise<Identity> {
  const names = [
    { type: 2, value: "localhost" },
    { type: 7, ip: "127.0.0.1" },
  ] as const;
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [{ name: "subjectAltName", altNames: [...names] }],
  });
  setDefaultCACertificates([...getCACertificates(), cert]);
  return { key, cert };
}
