export { type CheckOptions, checkDocument } from "./check/check-document.ts";
export { type FaultsOfValue, type HoldsValue, valueFaults, valueHolder } from "./check/holds-value.ts";
export { type Diagnostic, DocumentError, formatDiagnostic, type Location } from "./diagnostics.ts";
export { markdownCode, markdownText } from "./emit/markdown.ts";
export { type HomeFields, homeFields, type PackageHome } from "./emit/package/home.ts";
export type { PackageMetadata } from "./emit/package/metadata.ts";
export { type GenerateOptions, type GenerateResult, generatePackage } from "./generate.ts";
export { type GenerateSourcesOptions, generateSources } from "./generate-sources.ts";
export type { ImportExtension } from "./import-extension.ts";
export { suggest } from "./read/nearest.ts";
export { unmatchedTarget } from "./read/overlay/apply-overlay.ts";
export { type FetchedDocument, readDocument, readFetchedDocument } from "./read/read-document.ts";
export {
  allowedOrigin,
  type RemoteFault,
  type RemoteFile,
  type RemoteLimits,
  readRemote,
  shownAddress,
} from "./read/remote.ts";
export type { LoadedDocument, ReadLimits, ReadOptions } from "./read/types.ts";
export { findOverlays, type Overlays, readOverlaid } from "./read-overlaid.ts";
export { readSurface, type Surface, type SurfaceMethod, type SurfaceType } from "./surface/surface.ts";
