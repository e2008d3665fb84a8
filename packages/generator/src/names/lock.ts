/** The committed record of every public name, so that a change of the document never renames what exists. */
export interface NamesLock {
  readonly version: 1;
  readonly client: string;
  /** Keyed by `GET /programs`, sorted by path, then method. */
  readonly operations: Readonly<Record<string, LockedOperation>>;
  /** Class name of each resource id. */
  readonly resources: Readonly<Record<string, string>>;
  /** Pointer of a schema -> name of its type. */
  readonly types: Readonly<Record<string, string>>;
  /** Pointer of a schema -> name of the type that requests use, where it is not the one of `types`. */
  readonly inputs: Readonly<Record<string, string>>;
}

export interface LockedOperation {
  readonly id: string;
  /** Dotted when nested: `me.links`; "" = the client itself. */
  readonly resource: string;
  readonly method: string;
  readonly walk?: string;
  /** Former `resource.method` names that still work. */
  readonly aliases: readonly string[];
  /** Path parameters in template order: one is positional, several stand in `params`. */
  readonly path: readonly string[];
  readonly query: readonly string[];
  readonly header: readonly string[];
  readonly cookie?: readonly string[];
  readonly body: "none" | "fields" | "body";
  /** Group -> field of `params` that holds it. */
  readonly nested: Readonly<Record<string, string>>;
  readonly types: { readonly params?: string; readonly result?: string };
}
