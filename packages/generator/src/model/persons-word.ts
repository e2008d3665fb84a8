/** What a person said of the package, as opposed to what its document says. */
export interface PersonsWord {
  /** Name of the package's folder: every variable that a document chooses begins with it. */
  readonly folder: string;
  /** Option -> the variable that it is read from, whatever it is called. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /**
   * Whether options may be read from environment variables at all.
   * @default true
   */
  readonly readsEnvironment?: boolean;
}
