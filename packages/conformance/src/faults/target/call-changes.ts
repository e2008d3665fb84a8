/** Arguments that differ from the documented example's. */
export interface CallChanges {
  /** Values of path parameters, by name. */
  readonly path?: Readonly<Record<string, unknown>> | undefined;
  /** Members that are put into `params`. */
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly options?: Readonly<Record<string, unknown>> | undefined;
}
