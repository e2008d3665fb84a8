import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { generate } from "selfsigned";

/**
 * Writes the certificates of the fault suite's servers anew. They stand in the source, with keys that everybody knows:
 * nothing trusts them but the cases that are about them, and a suite that made its own would need OpenSSL or a library
 * where it runs.
 */
const TARGET = fileURLToPath(new URL("../src/faults/bench/certificates.ts", import.meta.url));

interface Wanted {
  readonly name: string;
  readonly doc: string;
  readonly from: string;
  readonly until: string;
  readonly altNames: readonly object[];
}

const LOOPBACK = [
  { type: 2, value: "localhost" },
  { type: 7, ip: "127.0.0.1" },
];

const WANTED: readonly Wanted[] = [
  {
    name: "selfSigned",
    doc: "Right in all but that nobody vouches for it.",
    from: "2020-01-01",
    until: "2120-01-01",
    altNames: LOOPBACK,
  },
  {
    name: "expired",
    doc: "It was good for a year.",
    from: "2020-01-01",
    until: "2021-01-01",
    altNames: LOOPBACK,
  },
  {
    name: "ofAnotherName",
    doc: "It is good, and of another server.",
    from: "2020-01-01",
    until: "2120-01-01",
    altNames: [{ type: 2, value: "elsewhere.example" }],
  },
];

const made = await Promise.all(
  WANTED.map(async ({ name, doc, from, until, altNames }) => {
    const { private: key, cert } = await generate([{ name: "commonName", value: "Fault suite" }], {
      keyType: "ec",
      algorithm: "sha256",
      notBeforeDate: new Date(from),
      notAfterDate: new Date(until),
      extensions: [
        { name: "basicConstraints", cA: true },
        { name: "subjectAltName", altNames: [...altNames] as never },
      ],
    });
    const text = (pem: string): string => `\`${pem.replaceAll("\r", "").trim()}\n\``;
    return `/** ${doc} */\nexport const ${name}: Certificate = {\n  key: ${text(key)},\n  cert: ${text(cert)},\n};\n`;
  }),
);

await writeFile(
  TARGET,
  `/** What a TLS server of the suite says that it is, with its key, which is no secret. Written by scripts/certificates.ts. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

${made.join("\n")}`,
);
