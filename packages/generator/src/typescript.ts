import { createRequire } from "node:module";
import type * as openapiTypeScriptModule from "openapi-typescript";
import type { GlobalContext, OpenAPI3 } from "openapi-typescript";
import type typescript from "typescript";
import type { Node } from "typescript";

// Required, not imported: for an import, Node parses the nine megabytes of TypeScript once more, only to find out whether
// they are a module (https://nodejs.org/api/packages.html#syntax-detection), and no compile cache spares that.
const require = createRequire(import.meta.url);

/** TypeScript's compiler API. */
export const ts: typeof typescript = require("typescript");

/** What of openapi-typescript is used: its transforms, on the same TypeScript. */
export interface OpenapiTypeScript {
  readonly astToString: typeof openapiTypeScriptModule.astToString;
  readonly resolveRef: (document: OpenAPI3, ref: string, options: { silent: boolean }) => unknown;
  readonly scanDiscriminators: (
    document: OpenAPI3,
    options: { silent: boolean },
  ) => GlobalContext["discriminators"];
  readonly stringToAST: (source: string) => readonly Node[];
  readonly transformSchema: typeof openapiTypeScriptModule.transformSchema;
}

// By their files: its entry loads a linter and a bundler besides, which take most of the time.
export const openapiTypeScript: OpenapiTypeScript = {
  ...require("openapi-typescript/dist/lib/ts.cjs"),
  ...require("openapi-typescript/dist/lib/utils.cjs"),
  transformSchema: require("openapi-typescript/dist/transform/index.cjs"),
};
