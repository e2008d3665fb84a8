import type { JsonObject, JsonValue } from "@trunkline/document";
import type { GlobalContext, OpenAPI3 } from "openapi-typescript";
import type { Node } from "typescript";
import { DocumentError } from "../../diagnostics.ts";
import { escapeInvisible } from "../../invisible.ts";
import { withoutCycles } from "../../model/schemas/cycles.ts";
import { openapiTypeScript, ts } from "../../typescript.ts";
import { withInheritedProperties } from "./inherited-properties.ts";
import { nameRecursiveSchemas } from "./recursive-schemas.ts";
import { makeSafeDocument } from "./safe-document.ts";

/** Where the types of a whole document stand. */
export const SCHEMA_FILE = "src/schema.ts";

/**
 * Makes fields of a base required, as `required` beside `allOf` asks. In place of openapi-typescript's own, which compiles
 * only where every form of the base has the field: a base that may be null has none.
 */
export const WITH_REQUIRED =
  "type WithRequired<T, K extends PropertyKey> = T extends object ? T & Required<Pick<T, K & keyof T>> : T;";

/**
 * The types of a whole document as openapi-typescript writes them: `paths`, `components`, `operations`. Reachable only
 * from the package's `./raw` entry.
 *
 * @param document The bundled document
 */
export function emitSchema(document: JsonObject): string {
  const { astToString, transformSchema } = openapiTypeScript;
  const safe = makeSafeDocument(withoutCycles(document));
  // With components, so that `components["schemas"]` is a type in every package.
  const source = { components: {}, ...safe.document } as unknown as OpenAPI3;
  try {
    const nodes = transformSchema(source, contextOf(source, safe.hasDiscriminators)).map((node) =>
      ts.isTypeAliasDeclaration(node) && node.name.text === "WithRequired" ? withRequired() : node,
    );
    return safe.restore(escapeInvisible(astToString(nameRecursiveSchemas(nodes, safe.restore))));
  } catch (error) {
    const location = { file: SCHEMA_FILE, line: 1, column: 1 };
    const reason = error instanceof Error ? error.message.slice(0, 500) : String(error);
    const message = `openapi-typescript cannot make types of the document: ${reason}`;
    throw new DocumentError([{ severity: "error", code: "schema-types", message, location }]);
  }
}

function withRequired(): Node {
  const [helper] = openapiTypeScript.stringToAST(WITH_REQUIRED);
  if (helper === undefined) throw new Error("The helper is not a statement.");
  return helper;
}

/**
 * What openapi-typescript's own entry makes of no options. It lints and bundles before, which takes longer than all else:
 * a document that gets here is checked and in one piece.
 */
function contextOf(document: OpenAPI3, hasDiscriminators: boolean): GlobalContext {
  const { resolveRef, scanDiscriminators } = openapiTypeScript;
  const silent = true;
  const resolve = withInheritedProperties(
    document as unknown as JsonObject,
    (ref) => resolveRef(document, ref, { silent }) as JsonValue | undefined,
  );
  const context: Omit<GlobalContext, "redoc"> = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: true,
    discriminators: hasDiscriminators
      ? scanDiscriminators(document, { silent })
      : { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: false,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent,
    transform: undefined,
    transformProperty: undefined,
    resolve: <T>(ref: string) => resolve(ref) as T | undefined,
  };
  // Transforms never read the linter's configuration.
  return context as GlobalContext;
}
