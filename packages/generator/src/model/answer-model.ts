import type { OperationExtension, Pagination } from "@trunkline/document";
import type { TypeNode } from "./type-nodes.ts";

export interface ResultModel {
  readonly kind: "json" | "text" | "binary" | "none" | "stream";
  /** What the method's promise resolves to. */
  readonly type: TypeNode;
  /** `undefined`: as the client's envelope says; `false`: the whole answer; else places, the first that is there counting. */
  readonly data: readonly string[] | false | undefined;
  /** An answer that should be JSON may have no body at all. */
  readonly mayBeEmpty?: true;
  /** How values are read that come one after another. */
  readonly stream?: StreamModel;
  /** Value of the `Accept` header, when it is not `application/json`. */
  readonly accept: string | undefined;
  /** Documented statuses of success. */
  readonly statuses: readonly string[];
  readonly description: string | undefined;
}

export interface StreamModel {
  readonly reader: "eventStream" | "jsonLines";
  readonly mediaType: string;
  /** Each value is JSON, or an event whose data is text. */
  readonly data: "json" | "events";
  /** What the values say of the stream, where it is not the usual. */
  readonly rules: NonNullable<OperationExtension["stream"]>;
}

/** How an operation pages its list. */
export interface PageModel {
  /** Name of the page's type. */
  readonly name: string;
  /** Type of one item. */
  readonly item: TypeNode;
  /** The ways of paging. The first one applies whose request fields are in the caller's params. */
  readonly styles: readonly PageStyleModel[];
  /** If the paging was guessed: the same as `x-trunkline` declares it. */
  readonly guessed: readonly Pagination[] | undefined;
}

export type PageStyleModel =
  | {
      readonly style: "cursor";
      readonly items: string;
      readonly cursor: string;
      /** What carries the page size; the first is what a walk of its own size sends. */
      readonly limits: readonly string[];
      readonly next: string;
      readonly more: string | undefined;
      readonly done: string | undefined;
    }
  | {
      readonly style: "page";
      readonly items: string;
      readonly page: string;
      readonly limits: readonly string[];
      /** Number of the first page, where it is not 1. */
      readonly first: number | undefined;
      readonly more: string | undefined;
      readonly done: string | undefined;
      readonly pages: string | undefined;
      readonly total: string | undefined;
      readonly pageNumber: string | undefined;
      readonly pageSize: string | undefined;
    }
  | {
      readonly style: "offset";
      readonly items: string;
      readonly offset: string;
      readonly limits: readonly string[];
      readonly total: string | undefined;
      readonly answeredLimit: string | undefined;
      readonly answeredOffset: string | undefined;
    }
  | {
      readonly style: "link";
      readonly items: string;
      readonly limits: readonly string[];
      /** Query fields of the links that are no parameters. */
      readonly fields: readonly string[];
      /** Pointer of the next address; `undefined` = the `Link` header. */
      readonly next: string | undefined;
    }
  | {
      readonly style: "lastItem";
      readonly items: string;
      readonly after: string;
      readonly limits: readonly string[];
      /** Pointer of the id within an item. */
      readonly itemId: string;
      readonly more: string | undefined;
      readonly done: string | undefined;
    };
