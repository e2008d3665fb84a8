import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A document that the generator is proven on: a public one, or one that is written in the manner of public ones. */
export interface GoldenDocument {
  /** Name of its goldens' folder. */
  readonly name: string;
  /** The npm package that ships it; its version is pinned in `documents/package.json`. `own`: it stands in `own/`. */
  readonly package: string;
  /** Path of the document inside that package. */
  readonly file: string;
  readonly license: string;
  readonly openapi: string;
  readonly operations: number;
  /** What it is here for. */
  readonly style: string;
  /** Two run beside each other; the largest one is in the first with few others. */
  readonly lane: "first" | "second";
  /** `large`: digests and a sample are committed in place of all files. */
  readonly size: "small" | "large";
  /** What it says is said otherwise in the document that its package ships, which calls are held against. */
  readonly converted?: boolean;
  /** The document refers to other files of its folder. */
  readonly spread?: boolean;
  /** Emitted files that are committed beside the surface; of a small document all. */
  readonly sample?: readonly string[];
  /** Method -> why no value fits its body, so that no sample of it compiles. Exactly these do not. */
  readonly unfit?: Readonly<Record<string, string>>;
}

const own = { package: "own", license: "MIT", size: "small" } as const;
const examples = { package: "@readme/oas-examples", license: "MIT", size: "small" } as const;

export const documents: readonly GoldenDocument[] = [
  {
    name: "github",
    lane: "first",
    package: "@octokit/openapi",
    file: "generated/api.github.com.json",
    license: "MIT",
    openapi: "3.0.3",
    operations: 1223,
    style: "the largest: ids with a slash, many tags, anyOf everywhere, Link headers",
    size: "large",
    sample: ["src/client.ts", "src/resources/gists.ts"],
  },
  {
    name: "blockfrost",
    lane: "first",
    package: "@blockfrost/openapi",
    file: "openapi.yaml",
    license: "MIT",
    openapi: "3.0.3",
    operations: 129,
    style: "by hand in YAML, hardly an operationId, page parameters on bare arrays, octet-stream bodies",
    size: "large",
    sample: ["src/client.ts"],
  },
  {
    name: "directus",
    lane: "second",
    package: "@directus/specs",
    file: "dist/openapi.json",
    license: "MSCL-1.0-GPL (use for testing permitted)",
    openapi: "3.0.1",
    operations: 136,
    style: "bundled by a tool, deep inline schemas, multipart uploads, sloppy places",
    size: "large",
    sample: ["src/client.ts"],
  },
  {
    name: "figma",
    lane: "second",
    package: "@figma/rest-api-spec",
    file: "openapi/openapi.yaml",
    license: "MIT",
    openapi: "3.1.0",
    operations: 54,
    style: "by hand in YAML, discriminated unions that recurse, allOf mix-ins, webhooks as operations",
    size: "large",
    sample: ["src/client.ts"],
  },
  {
    name: "llamacloud",
    lane: "first",
    package: "@llamaindex/cloud",
    file: "openapi.json",
    license: "MIT",
    openapi: "3.1.0",
    operations: 209,
    style: "made by FastAPI: ids like get_x_api_v1_x__id__get, anyOf with null, titles, multipart uploads",
    size: "large",
    sample: ["src/client.ts"],
  },
  {
    name: "shopping",
    lane: "second",
    package: "@samchon/shopping-api",
    file: "swagger.json",
    license: "MIT",
    openapi: "3.1.0",
    operations: 206,
    style: "made from NestJS controllers: no operationId, type names with dots, oneOf with discriminators",
    size: "large",
    sample: ["src/client.ts"],
  },
  {
    name: "fspiop",
    lane: "second",
    package: "@mojaloop/api-snippets",
    file: "fspiop/v2_0/openapi3/openapi.yaml",
    license: "Apache-2.0",
    openapi: "3.0.2",
    operations: 60,
    spread: true,
    style: "over a hundred files: path items, parameters, responses and headers by reference",
    size: "large",
    sample: ["src/client.ts"],
  },
  {
    name: "galaxy",
    lane: "first",
    package: "@scalar/galaxy",
    file: "dist/3.1.yaml",
    license: "MIT",
    openapi: "3.1.1",
    operations: 9,
    style: "3.1 show-piece: multipart upload, every security scheme, webhooks, XML",
    size: "small",
  },
  {
    ...examples,
    name: "train-travel",
    lane: "second",
    file: "3.1/json/train-travel.json",
    openapi: "3.1.0",
    operations: 7,
    style: "ids in kebab case, problem details, links in answers, oneOf payment sources",
  },
  {
    ...examples,
    name: "readme",
    lane: "second",
    file: "3.1/json/readme.json",
    openapi: "3.1.0",
    operations: 54,
    style: "no component schemas: all inline, pattern-heavy",
    size: "large",
  },
  {
    ...examples,
    name: "parameter-styles",
    lane: "second",
    file: "3.1/json/parameters-style.json",
    openapi: "3.1.0",
    operations: 25,
    style: "every style and explode of every place, form and multipart encodings",
  },
  {
    ...examples,
    name: "discriminators",
    lane: "second",
    file: "3.0/json/discriminators.json",
    openapi: "3.0.3",
    operations: 10,
    style: "discriminators with and without mapping, in allOf, oneOf and anyOf",
  },
  {
    ...examples,
    name: "polymorphism",
    lane: "second",
    file: "3.0/json/polymorphism.json",
    openapi: "3.0.3",
    operations: 13,
    style: "allOf, oneOf and anyOf nested in each other",
  },
  {
    ...examples,
    name: "schema-types",
    lane: "second",
    file: "3.1/json/schema-types.json",
    openapi: "3.1.0",
    operations: 23,
    style: "every type and type array of JSON Schema in bodies",
    unfit: {
      "quirks.entirelyIncompatibleAll": "allOf a text and an integer",
      "quirks.partiallyUsableIncompatibleAll": "allOf a text and an integer",
    },
  },
  {
    ...examples,
    name: "file-uploads",
    lane: "first",
    file: "3.0/json/file-uploads.json",
    openapi: "3.0.3",
    operations: 3,
    style: "single, several and base64 files",
  },
  {
    ...examples,
    name: "petstore",
    lane: "first",
    file: "3.0/json/petstore.json",
    openapi: "3.0.0",
    operations: 20,
    style: "the classic: several media types on one body, tags, OAuth2 beside an API key",
  },
  {
    ...examples,
    name: "petstore-swagger",
    lane: "second",
    file: "2.0/json/petstore.json",
    openapi: "2.0",
    operations: 20,
    converted: true,
    style: "the classic as Swagger 2.0: forms, files, lists, OAuth2 flows, examples of none",
  },
  {
    ...own,
    name: "swagger",
    lane: "first",
    file: "swagger.yaml",
    openapi: "2.0",
    operations: 8,
    converted: true,
    style:
      "Swagger 2.0: shared parameters and answers, every way to write lists, forms, files, a discriminator",
  },
  {
    ...own,
    name: "three-two",
    lane: "second",
    file: "three-two.yaml",
    openapi: "3.2.0",
    operations: 5,
    converted: true,
    style: "OpenAPI 3.2: QUERY, an additional operation, items of streams, its own address, tags within tags",
  },
  {
    ...own,
    name: "cluster",
    lane: "first",
    file: "cluster.yaml",
    openapi: "3.0.0",
    operations: 5,
    style:
      "as Kubernetes writes: dotted names, three kinds of patches, any type of body, continue in metadata",
  },
  {
    ...own,
    name: "expand",
    lane: "second",
    file: "expand.yaml",
    openapi: "3.0.0",
    operations: 8,
    style: "as Stripe writes: nested forms, deep objects, expand, ids or objects, the last id as cursor",
  },
  {
    ...own,
    name: "hal",
    lane: "first",
    file: "hal.yaml",
    openapi: "3.0.3",
    operations: 2,
    style: "HAL: embedded lists, links to the next page, problem details",
  },
  {
    ...own,
    name: "odd",
    lane: "first",
    file: "odd.yaml",
    openapi: "3.1.1",
    operations: 13,
    converted: true,
    style:
      "legal and odd: anchors, ids and dynamic references, fragments and queries in paths, several parameters in a segment, names in brackets, schemas that are true",
  },
  {
    ...own,
    name: "odata",
    lane: "second",
    file: "odata.yaml",
    openapi: "3.0.4",
    operations: 13,
    style:
      "as Microsoft writes: dotted names, $-parameters, calls of functions in paths, kinds by @odata.type",
  },
  {
    ...own,
    name: "rings",
    lane: "second",
    file: "rings.json",
    openapi: "3.1.0",
    operations: 10,
    size: "large",
    style: "400 schemas in rings of eight: lists, maps, unions and allOf that lead round",
  },
];

const folder = new URL("../../documents/node_modules/", import.meta.url);
const ownFolder = new URL("../../own/", import.meta.url);

/**
 * Where the document lies on this disk.
 *
 * @throws Error when the documents are not installed
 */
export function pathOf(document: GoldenDocument): string {
  const isOwn = document.package === "own";
  const path = fileURLToPath(
    isOwn ? new URL(document.file, ownFolder) : new URL(`${document.package}/${document.file}`, folder),
  );
  if (existsSync(path)) return path;
  throw new Error(`${path} is missing. Run \`pnpm --dir packages/goldens/documents install\` first.`);
}
