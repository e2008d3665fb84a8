import type { CompiledDocument } from "@trunkline/mock-fetch/compiled";

/** What a page needs to run the sample of one method: JSON, beside the package's engine. */
export interface RunData {
  /** Address of the engine, relative to this file. */
  readonly engine: string;
  /** Name that the sample imports. */
  readonly packageName: string;
  /** Name of the client's class. */
  readonly client: string;
  /** Options that the client has in place of secrets. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Environment variables by which the sample may read them. */
  readonly env: Readonly<Record<string, string>>;
  /** As it is read, in TypeScript. */
  readonly sample: string;
  /** The same without its types and imports. */
  readonly script: string;
  /** Of the method's operation, whose answers a reader can choose. */
  readonly route: string;
  readonly compiled: CompiledDocument;
}

/** What the engine is told of a run. */
export interface RunSpec
  extends Pick<RunData, "packageName" | "client" | "credentials" | "env" | "route" | "compiled"> {
  /** Status of its answers. */
  readonly status?: number | undefined;
}

/** A request that would have gone out, its secrets struck out. */
export interface ShownRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | undefined;
  /** Of the answer. */
  readonly status: number | undefined;
}

/** What a run says, in order. */
export type RunMessage =
  | { readonly kind: "request"; readonly request: ShownRequest }
  | { readonly kind: "print"; readonly text: string }
  | { readonly kind: "error"; readonly text: string }
  | { readonly kind: "done" }
  /** It said more than is read. */
  | { readonly kind: "flood" };

/** What a run may say. */
export const RUN_LIMITS = {
  /** Messages. */
  messages: 300,
  /** Characters of all of them. */
  characters: 200_000,
  /** Characters of one. */
  text: 40_000,
} as const;
