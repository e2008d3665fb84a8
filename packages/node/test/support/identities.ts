import { generate } from "selfsigned";

/** A key and its certificate; PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** An identity that vouches for itself. */
export async function identityOf(name: string): Promise<Identity> {
  const { private: key, cert } = await generate([{ name: "commonName", value: name }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: name },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  return { key, cert };
}
