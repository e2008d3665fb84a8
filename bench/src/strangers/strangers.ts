/** A document of the bench, as it was listed before the first run. */
export interface Stranger {
  readonly package: string;
  readonly version: string;
  /** Path in the package. */
  readonly file: string;
  readonly sha256: string;
  readonly openapi: string;
  readonly operations: number;
  readonly kilobytes: number;
  /** Errors that Redocly's `spec` ruleset finds; with none the document is sound. */
  readonly errors: number;
}
