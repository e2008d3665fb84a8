// Derived from x-trunkline.schema.json by `pnpm run derive`: change it there.

/** Every style of pagination. */
export const paginationStyles = ["cursor", "page", "offset", "link", "lastItem"] as const;

/** Kinds of places that take the extension. */
export const extensionKinds = [
  "document",
  "server",
  "securityScheme",
  "operation",
  "schema",
  "parameter",
] as const;

/** What the extension holds at each kind of place. */
export interface Extensions {
  readonly document: DocumentExtension;
  readonly server: ServerExtension;
  readonly securityScheme: SecuritySchemeExtension;
  readonly operation: OperationExtension;
  readonly schema: SchemaExtension;
  readonly parameter: ParameterExtension;
}

/** What `x-trunkline` says at the root of a document. */
export interface DocumentExtension {
  /** Version of this format. */
  readonly version: 1;
  /** The client as a whole. */
  readonly client?: {
    /** Class name of the client; its errors are based on `<name>Error`. */
    readonly name?: string;
    /** Keys are meant for browsers. Without it a client with a secret key refuses to start there. @default false */
    readonly browser?: boolean;
  };
  /** Operations that declare this header parameter take an idempotency key. */
  readonly idempotency?: {
    /** Name of the header. */
    readonly header: string;
    /** `auto`: a key is made for each call that has none. `explicit`: only the caller's. */
    readonly keys?: "auto" | "explicit";
  };
  /** What may be sent again, where the vendor's rules differ from the usual ones. */
  readonly retry?: {
    /** Methods that are never repeated once a request may have been sent. */
    readonly never?: readonly ("GET" | "HEAD" | "OPTIONS" | "PUT" | "DELETE" | "POST" | "PATCH")[];
    /** Statuses after which a request is repeated. For safe methods they are added to 408, 425, 429 and 5XX but 501 and 505; for other methods they replace these. */
    readonly statuses?: readonly Status[];
    /** Statuses that say that the vendor did nothing: any request may be repeated. */
    readonly notProcessed?: readonly Status[];
    /** Longest wait that the vendor may ask for. In seconds. */
    readonly maxRetryAfterSeconds?: number;
  };
  /** How lists in a `deepObject` are written: `brackets` is `ids[]=1`, `indices` is `ids[0]=1`; objects within are written as `a[b][c]=1` then. At the root for all of them, fields of forms included. */
  readonly lists?: Lists;
  /** What integers of 64 bits (`type: integer` with `format: int64` or `uint64`) are in answers. A number holds them exactly only up to 2^53; beyond that it is rounded, with a warning. `bigint` and `string` keep all digits. Requests take what answers give, and also numbers and bigints; with `bigint` or `string`, a number beyond 2^53 is refused. @default "number" */
  readonly int64?: "number" | "bigint" | "string";
  /** Where the vendor says how long to wait, besides `Retry-After`; the first that is there counts. */
  readonly retryAfter?: readonly RetryAfterHint[];
  /** Headers that tell about the rate limit. */
  readonly rateLimit?: {
    /** Requests allowed in the window. */
    readonly limit?: string;
    /** Requests left in the window. */
    readonly remaining?: string;
    /** When the window ends. */
    readonly reset?: string;
  };
  /** What the vendor allows: a number of requests within any span of a given length. Clients that are given a `quota` count by it. An empty list: the vendor states no limits. */
  readonly quotas?: readonly Quota[];
  /** What every successful JSON answer is wrapped in. */
  readonly envelope?: {
    /** The value that methods return. Of several places, the first that the answer has is used; `""` is the whole answer. Paginated operations return the whole page. */
    readonly data?: EnvelopeData;
    /** The vendor's id of the request. */
    readonly requestId?: string;
  };
  /** How error answers are read. */
  readonly errors?: {
    /** Where the code is; the first that is a text counts. */
    readonly code?: readonly string[];
    /** Where the message is; the first that is a text counts. */
    readonly message?: readonly string[];
    /** Where the details are; the first that is there counts. */
    readonly details?: readonly string[];
    /** What is wrong with a request, row by row, if its shape is not one of the usual ones: a message names the first row and says how many there are. */
    readonly rows?: {
      /** Where lists of rows are; the first that is a list counts. */
      readonly at: readonly string[];
      /** Where a row says which field is wrong, counted from the row. */
      readonly field?: readonly string[];
      /** Where a row says what is wrong, counted from the row; the row itself may be the text (an empty pointer). */
      readonly message: readonly string[];
    };
    /** Where the request id is in the body; the first that is a text counts. */
    readonly requestId?: readonly string[];
    /** Headers that carry the request id. */
    readonly requestIdHeaders?: readonly string[];
    /** Names of the vendor's error classes, by status or family. */
    readonly classes?: Readonly<Record<string, string>>;
  };
  /** Statuses with which the API refuses requests that break their schemas, if it uses several. The first of these kinds of faults that a request has decides. The mock answers so if the operation documents the status. */
  readonly refusals?: {
    /** A required field or parameter is not there. */
    readonly missing?: RefusalStatus;
    /** A value is of another type. */
    readonly type?: RefusalStatus;
    /** A value is beyond its bounds, or is not one of those that are allowed. */
    readonly value?: RefusalStatus;
    /** A text does not have its form, such as that of an email address. */
    readonly format?: RefusalStatus;
  };
  /** How webhooks of the API are signed and delivered. Without it, or with the scheme `none`, a package has the types of the events, and nothing that verifies them. */
  readonly webhooks?: {
    /** `hmac-body`: an HMAC of the body. `standard`: Standard Webhooks. `svix`: the same in svix's header fields. `none`: nothing is signed. */
    readonly scheme: "hmac-body" | "standard" | "svix" | "none";
    /** How the signature is written. */
    readonly signature?: {
      /** Header field that carries it. `standard` and `svix` have their own. */
      readonly header?: string;
      /** Hash function of `hmac-body`. @default "sha256" */
      readonly algorithm?: "sha1" | "sha256" | "sha384" | "sha512";
      /** What stands before the signature of `hmac-body`, such as `sha256=`. */
      readonly prefix?: string;
      /** How the bytes of `hmac-body` are written. @default "hex" */
      readonly encoding?: "hex" | "base64";
    };
    /** Header field of the delivery's id, where `standard` has another name for it. */
    readonly idHeader?: string;
    /** Header field of the time, where `standard` has another name for it. */
    readonly timestampHeader?: string;
    /** How secrets are written. */
    readonly secret?: {
      /** How its bytes are written. Text for `hmac-body`, base64 for the others, where it is not said. */
      readonly encoding?: "utf8" | "base64" | "hex";
      /** What stands before them and is not part of them, such as `whsec_`. */
      readonly prefix?: string;
    };
    /** How far the signed time of a delivery may be from the receiver's clock. In seconds. @default 300 */
    readonly toleranceSeconds?: number;
    /** Where the name of the event stands. */
    readonly event?: {
      /** Field of the body. */
      readonly field?: string;
      /** Header field. Where the body has the name too, the field counts, for the body is signed. */
      readonly header?: string;
    };
    /** Fields of the body that two deliveries of one event have in common, and no two events. An empty list: there are none. */
    readonly dedupe?: Dedupe;
    /** How deliveries are made; the mock delivers so. */
    readonly delivery?: WebhookDelivery;
  };
  /** Pagination that operations refer to by name. */
  readonly pagination?: Readonly<Record<string, Pagination>>;
}

/** What `x-trunkline` says on a server. */
export interface ServerExtension {
  /** Name of the environment; the first server is the default. */
  readonly environment?: string;
}

/** What `x-trunkline` says on a security scheme. */
export interface SecuritySchemeExtension {
  /** Name of the client option that takes the secret. */
  readonly option?: string;
  /** Environment variable that is read when the option is not given. It begins with the name of the vendor's folder, such as `ACME_`; any other is a person's to choose, in the workspace or an overlay. */
  readonly env?: string;
  /** The secret is exchanged for a token, which is renewed before it expires. */
  readonly exchange?: Exchange;
}

/** What `x-trunkline` says on an operation. */
export interface OperationExtension {
  /** Resource that the method belongs to; a dot makes a nested one. */
  readonly resource?: string;
  /** Name of the method. */
  readonly method?: string;
  /** Leaves the operation out of the client. */
  readonly skip?: boolean;
  /** `never` or `always`, whatever the rules say otherwise. */
  readonly retry?: "never" | "always";
  /** Groups of the root's quotas that the operation counts in, beside those that all operations count in. */
  readonly quotas?: readonly string[];
  /** `false`: the answer of this operation is not wrapped. Else where its value is, in place of what the document says. */
  readonly envelope?:
    | false
    | {
        /** The value that methods return. Of several places, the first that the answer has is used; `""` is the whole answer. Paginated operations return the whole page. */
        readonly data: EnvelopeData;
      };
  /** Where this operation's key comes from, if not as the document says. */
  readonly idempotency?: "auto" | "explicit";
  /** Name of a pagination of the root, a pagination, or a list of them: the one whose own parameters the caller gives is used, else the first whose items the answer has. `false`: the operation is not paginated, even if it looks so. */
  readonly pagination?: string | Pagination | readonly (string | Pagination)[] | false;
  /** An extra method that walks all pages with a page size of its own. */
  readonly walk?: Walk;
  /** How the values of a JSON stream show that it failed or ended. */
  readonly stream?: Stream;
  /** The operation takes rows, some in each request: a further method takes any number of them, and says what became of each. */
  readonly bulk?: {
    /** Name of the method, such as `uploadAll`. */
    readonly method: string;
    /** The list of rows in the request body: one of its fields, or `""` where the body itself is the list. */
    readonly rows: string;
    /** Most rows of a request, where the vendor states it and the schema of the list does not. */
    readonly max?: number;
    /** Where a row has the value by which the vendor identifies it, counted from the row. */
    readonly key?: string;
    /** How long the vendor remembers an idempotency key. Without it a key protects one call and its repetitions, and no later run. In seconds. */
    readonly keyLifeSeconds?: number;
    /** Number of rows that arrived, in the answer. */
    readonly received?: string;
    /** Numbers of rows that were accepted, in the answer; several are added up. */
    readonly accepted?: readonly string[];
    /** Number of rows that failed, in the answer. What failed without being named is never taken for accepted. */
    readonly failed?: string;
    /** The rows that failed, one by one. */
    readonly errors?: {
      /** The list of them in the answer, or in what a request is refused with. */
      readonly at: string;
      /** Number of the row within its request, counted from an entry of the list. */
      readonly row?: string;
      /** Number of the first row. In rows. @default 0 */
      readonly base?: number;
      /** The value by which the vendor identifies the row, in place of its number. */
      readonly key?: string;
      /** The field that is wrong. */
      readonly field?: string;
      /** The code of what is wrong. */
      readonly code?: string;
      /** The message; it is not kept in journals. */
      readonly message?: string;
    };
  };
  /** What is true of this webhook alone, in place of what the document says of all. Only on operations of `webhooks`. */
  readonly webhook?: {
    /** `none`: this one is not signed. */
    readonly scheme?: "none";
    /** Name of the event, where it is not the webhook's own. */
    readonly event?: string;
    /** Fields of the body that two deliveries of one event have in common, and no two events. An empty list: there are none. */
    readonly dedupe?: Dedupe;
    /** How deliveries are made; the mock delivers so. */
    readonly delivery?: WebhookDelivery;
  };
}

/** What `x-trunkline` says on a schema. */
export interface SchemaExtension {
  /** Name of the type. */
  readonly name?: string;
}

/** What `x-trunkline` says on a parameter. */
export interface ParameterExtension {
  /** Name of the argument. */
  readonly name?: string;
  /** How lists in a `deepObject` are written: `brackets` is `ids[]=1`, `indices` is `ids[0]=1`; objects within are written as `a[b][c]=1` then. At the root for all of them, fields of forms included. */
  readonly lists?: Lists;
}

/** How lists in a `deepObject` are written: `brackets` is `ids[]=1`, `indices` is `ids[0]=1`; objects within are written as `a[b][c]=1` then. At the root for all of them, fields of forms included. */
export type Lists = "brackets" | "indices";

/** Fields of the body that two deliveries of one event have in common, and no two events. An empty list: there are none. */
export type Dedupe = readonly string[];

/** How deliveries are made; the mock delivers so. */
export interface WebhookDelivery {
  /** How long the vendor waits for an answer. In seconds. */
  readonly timeoutSeconds?: number;
  /** Waits before each further attempt, one for each of them, where the answer was not 2xx. An empty list: one attempt. */
  readonly retrySeconds?: readonly number[];
}

/** The value that methods return. Of several places, the first that the answer has is used; `""` is the whole answer. Paginated operations return the whole page. */
export type EnvelopeData = string | readonly string[];

/** A status that says that a request was not understood, or not accepted. */
export type RefusalStatus = 400 | 403 | 409 | 422;

/** A header or a place in the body that says how long to wait. Read on 429, and on an answer that says that nothing remains. */
export type RetryAfterHint =
  | {
      /** Name of the header. */
      readonly header: string;
      /** What the number means: a time to wait, or a point in time. */
      readonly format: "seconds" | "milliseconds" | "epochSeconds";
    }
  | {
      /** Place in the error body. */
      readonly body: string;
      /** What the number means: a time to wait, or a point in time. */
      readonly format: "seconds" | "milliseconds" | "epochSeconds";
    };

/** A window in which requests are counted. */
export type Quota =
  | {
      /** Most requests in any span of the window's length. */
      readonly limit: number;
      /** Length of the window, by its name. */
      readonly per: "second" | "minute" | "hour" | "day";
      /** Who shares it: `account`, all keys of one tenant; `key`; `address`, all that come from one IP address; `operation`, each by itself; any other name is that of a group of operations, which name it under `quotas`, and is counted for each account. */
      readonly scope: string;
      /** Header fields of answers that describe this window, and no other. */
      readonly headers?: {
        /** Requests that are left in it. */
        readonly remaining: string;
        /** When it is over: a point in time in Unix seconds, or seconds until then. */
        readonly reset?: string;
        /** The fields describe this window only on answers on which another field has this value. */
        readonly only?: {
          /** Name of the field. */
          readonly header: string;
          /** Its value. */
          readonly value: string;
        };
      };
    }
  | {
      /** Most requests in any span of the window's length. */
      readonly limit: number;
      /** Length of the window, where it has no name. In seconds. */
      readonly perSeconds: number;
      /** Who shares it: `account`, all keys of one tenant; `key`; `address`, all that come from one IP address; `operation`, each by itself; any other name is that of a group of operations, which name it under `quotas`, and is counted for each account. */
      readonly scope: string;
      /** Header fields of answers that describe this window, and no other. */
      readonly headers?: {
        /** Requests that are left in it. */
        readonly remaining: string;
        /** When it is over: a point in time in Unix seconds, or seconds until then. */
        readonly reset?: string;
        /** The fields describe this window only on answers on which another field has this value. */
        readonly only?: {
          /** Name of the field. */
          readonly header: string;
          /** Its value. */
          readonly value: string;
        };
      };
    };

/** The secret is exchanged for a token, which is renewed before it expires. */
export interface Exchange {
  /** operationId of the operation that does it. */
  readonly operation: string;
  /** Name of the client option that takes the secret. */
  readonly option: string;
  /** Environment variable that is read when the option is not given. It begins with the name of the vendor's folder, such as `ACME_`; any other is a person's to choose, in the workspace or an overlay. */
  readonly env?: string;
  /** Where the secret goes in the request body. */
  readonly request: string;
  /** Where the token is in the answer. */
  readonly token: string;
  /** Where the token's lifetime is in the answer, in seconds as OAuth has it (RFC 6749, 5.1). */
  readonly expiresIn?: string;
}

/** An extra method that walks all pages with a page size of its own. */
export interface Walk {
  /** Name of the method, such as `listAll`. */
  readonly method: string;
  /** Page size that the method asks for. In items. */
  readonly limit?: number;
}

/** How the values of a JSON stream show that it failed or ended. */
export interface Stream {
  /** Names of events that report a failure of the stream, in place of `error`. */
  readonly errors?: EventNames;
  /** A member that only a value has that reports a failure of the stream. `false`: no value reports one. Without it, `/error` in events whose schema has no such field, and in values that are described as errors. */
  readonly error?: string | false;
  /** Names of events that only keep the connection, in place of `ping`, `heartbeat` and `keepalive`. */
  readonly heartbeats?: EventNames;
  /** Texts that end the stream when they are in place of a value; instead of `[DONE]`. */
  readonly end?: readonly string[];
}

/** Names of events; an empty list stands for none. */
export type EventNames = readonly string[];

/** How a list is walked. */
export type Pagination =
  | CursorPagination
  | PagePagination
  | OffsetPagination
  | LinkPagination
  | LastItemPagination;

/** How a list is walked. In the style `cursor`. */
export interface CursorPagination {
  /** How the vendor pages: an opaque cursor, page numbers, an offset, the address of the next page, or the last item of the page. */
  readonly style: "cursor";
  /** The list of items in the answer; `""` where the answer itself is the list. */
  readonly items: string;
  /** What the request of a cursor pagination carries. */
  readonly request: CursorRequest;
  /** What the answer of a cursor pagination says. */
  readonly response: CursorResponse;
  /** An extra method that walks all pages with a page size of its own. */
  readonly walk?: Walk;
}

/** How a list is walked. In the style `page`. */
export interface PagePagination {
  /** How the vendor pages: an opaque cursor, page numbers, an offset, the address of the next page, or the last item of the page. */
  readonly style: "page";
  /** The list of items in the answer; `""` where the answer itself is the list. */
  readonly items: string;
  /** What the request of a page pagination carries. */
  readonly request: PageRequest;
  /** What the answer of a page pagination says. */
  readonly response?: PageResponse;
  /** An extra method that walks all pages with a page size of its own. */
  readonly walk?: Walk;
}

/** How a list is walked. In the style `offset`. */
export interface OffsetPagination {
  /** How the vendor pages: an opaque cursor, page numbers, an offset, the address of the next page, or the last item of the page. */
  readonly style: "offset";
  /** The list of items in the answer; `""` where the answer itself is the list. */
  readonly items: string;
  /** What the request of an offset pagination carries. */
  readonly request: OffsetRequest;
  /** What the answer of an offset pagination says. */
  readonly response?: OffsetResponse;
  /** An extra method that walks all pages with a page size of its own. */
  readonly walk?: Walk;
}

/** How a list is walked. In the style `link`. */
export interface LinkPagination {
  /** How the vendor pages: an opaque cursor, page numbers, an offset, the address of the next page, or the last item of the page. */
  readonly style: "link";
  /** The list of items in the answer; `""` where the answer itself is the list. */
  readonly items: string;
  /** What the request of a link pagination carries. */
  readonly request?: LinkRequest;
  /** What the answer of a link pagination says. */
  readonly response?: LinkResponse;
  /** An extra method that walks all pages with a page size of its own. */
  readonly walk?: Walk;
}

/** How a list is walked. In the style `lastItem`. */
export interface LastItemPagination {
  /** How the vendor pages: an opaque cursor, page numbers, an offset, the address of the next page, or the last item of the page. */
  readonly style: "lastItem";
  /** The list of items in the answer; `""` where the answer itself is the list. */
  readonly items: string;
  /** What the request of a pagination by the last item carries. */
  readonly request: LastItemRequest;
  /** What the answer of a pagination by the last item says. */
  readonly response: LastItemResponse;
  /** An extra method that walks all pages with a page size of its own. */
  readonly walk?: Walk;
}

/** What carries the page size. A query parameter's name, or a JSON pointer (`/…`) into the JSON body. Of several names any may be given; a walk of its own page size sends the first. */
export type PageSize = string | readonly string[];

/** What the request of a cursor pagination carries. */
export interface CursorRequest {
  /** What carries the cursor of the page that is asked for. A query parameter's name, or a JSON pointer (`/…`) into the JSON body. */
  readonly cursor: string;
  /** What carries the page size. A query parameter's name, or a JSON pointer (`/…`) into the JSON body. Of several names any may be given; a walk of its own page size sends the first. */
  readonly limit?: PageSize;
}

/** What the answer of a cursor pagination says. */
export interface CursorResponse {
  /** Cursor of the next page; null, absent or empty on the last one. */
  readonly next: string;
  /** Whether there are more pages. */
  readonly more?: string;
  /** Whether this is the last page, where the vendor says that instead. */
  readonly done?: string;
}

/** What the request of a page pagination carries. */
export interface PageRequest {
  /** What carries the number of the page. A query parameter's name, or a JSON pointer (`/…`) into the JSON body. */
  readonly page: string;
  /** Number of the first page. In pages. @default 1 */
  readonly first?: number;
  /** What carries the page size. A query parameter's name, or a JSON pointer (`/…`) into the JSON body. Of several names any may be given; a walk of its own page size sends the first. */
  readonly limit?: PageSize;
}

/** What the answer of a page pagination says. */
export interface PageResponse {
  /** Whether there are more pages. */
  readonly more?: string;
  /** Whether this is the last page, where the vendor says that instead. */
  readonly done?: string;
  /** Number of all items. */
  readonly total?: string;
  /** Number of all pages. */
  readonly pages?: string;
  /** Number of this page. */
  readonly page?: string;
  /** Page size that the vendor used. */
  readonly limit?: string;
}

/** What the request of an offset pagination carries. */
export interface OffsetRequest {
  /** What carries the number of items to leave out. A query parameter's name, or a JSON pointer (`/…`) into the JSON body. */
  readonly offset: string;
  /** What carries the page size. A query parameter's name, or a JSON pointer (`/…`) into the JSON body. Of several names any may be given; a walk of its own page size sends the first. */
  readonly limit?: PageSize;
}

/** What the answer of an offset pagination says. */
export interface OffsetResponse {
  /** Number of all items. */
  readonly total?: string;
  /** Page size that the vendor used. */
  readonly limit?: string;
  /** Offset that the vendor used. */
  readonly offset?: string;
}

/** What the request of a link pagination carries. */
export interface LinkRequest {
  /** Query fields of the links that are not parameters of the operation. A link with any other field ends a walk. */
  readonly fields?: readonly string[];
  /** What carries the page size. A query parameter's name, or a JSON pointer (`/…`) into the JSON body. Of several names any may be given; a walk of its own page size sends the first. */
  readonly limit?: PageSize;
}

/** What the answer of a link pagination says. */
export interface LinkResponse {
  /** Address of the next page; null, absent or empty on the last one. Without it the `Link` header says it (RFC 8288). */
  readonly next?: string;
}

/** What the request of a pagination by the last item carries. */
export interface LastItemRequest {
  /** What carries the id of the item that the page begins after. A query parameter's name, or a JSON pointer (`/…`) into the JSON body. */
  readonly after: string;
  /** What carries the page size. A query parameter's name, or a JSON pointer (`/…`) into the JSON body. Of several names any may be given; a walk of its own page size sends the first. */
  readonly limit?: PageSize;
}

/** What the answer of a pagination by the last item says. */
export interface LastItemResponse {
  /** The id of an item, which the next request begins after: a pointer into each item; `""` where the item itself is the id. */
  readonly itemId: string;
  /** Whether there are more pages. Without it, an empty page is the end. */
  readonly more?: string;
  /** Whether this is the last page, where the vendor says that instead. */
  readonly done?: string;
}

/** A status of an error, such as 429, or a family of them: `4XX`, `5XX`. */
export type Status = number | "4XX" | "5XX";
