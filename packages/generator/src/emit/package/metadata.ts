/** Fields of a package.json that a person chooses, besides where the package is developed. */
export interface PackageMetadata {
  /** An SPDX expression, such as `MIT`, or `UNLICENSED`. @default none, which keeps all rights */
  readonly license?: string;
  /** Such as `Acme Inc. <sdk@acme.example> (https://acme.example)`. */
  readonly author?: string;
  readonly keywords?: readonly string[];
  readonly publishConfig?: {
    readonly access?: "public" | "restricted";
    /** Address of a registry. */
    readonly registry?: string;
    readonly tag?: string;
    readonly provenance?: boolean;
  };
  /**
   * The Node.js versions that the package needs, such as `>=22`. It cannot be lower than what the runtime needs.
   *
   * @default `{ node: ">=20.19" }`
   */
  readonly engines?: { readonly node: string };
}

/** By this keyword tools find packages that bring a skill. */
const SKILLS = "tanstack-intent";

/** What the runtime asks for. */
const NODE = ">=20.19";

/** The fields of a package.json, in the order in which they stand there. */
export function metadataFields({ license, author, keywords, publishConfig, engines }: PackageMetadata): {
  readonly about: object;
  readonly engines: { readonly node: string };
  readonly publishing: object;
} {
  return {
    about: {
      keywords: [...(keywords ?? []).filter((one) => one !== SKILLS), SKILLS],
      ...(license === undefined ? {} : { license }),
      ...(author === undefined ? {} : { author }),
    },
    engines: { node: engines?.node ?? NODE },
    publishing: publishConfig === undefined ? {} : { publishConfig },
  };
}
