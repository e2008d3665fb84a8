import { createRequire } from "node:module";
import type * as openapiTypeScriptModule from "openapi-typescript";
import type typescript from "typescript";

// Required, not imported: for an import, Node parses the nine megabytes of TypeScript once more, only to find out whether
// they are a module (https://nodejs.org/api/packages.html#syntax-detection), and no compile cache spares that.
const require = createRequire(import.meta.url);

/** TypeScript's compiler API. */
export const ts: typeof typescript = require("typescript");

/** openapi-typescript, on the same TypeScript. */
export const openapiTypeScript: typeof openapiTypeScriptModule = require("openapi-typescript");
