import {
  answerForm,
  isEventStream,
  isPositioned,
  type JsonValue,
  type LinkPagination,
  objectOf,
  type Pagination,
  type PositionedPagination,
  valueAt,
  withValueAt,
} from "@trunkline/document";
import { type DocumentOperation, envelopePlaces, paginationsOf, unwrapped } from "@trunkline/mock/document";
import { ordinaryAnswer } from "../../contract/answers.ts";
import { callArguments } from "../../contract/call.ts";
import { isBinary } from "../../contract/files.ts";
import type { ClientPackage } from "../../contract/package.ts";
import { idempotencyHeader, requestContent, requiredSample } from "../../contract/samples.ts";
import { strongestAlternative } from "../../contract/strongest.ts";
import type { Target as Locked, LockedNames } from "../../contract/types.ts";
import type { Answer } from "./answer.ts";
import type { CallChanges } from "./call-changes.ts";
import type { ClientCredentials, Scheme } from "./credentials.ts";

/** One operation with valid arguments, a valid answer, and its traits. */
export interface Probe {
  readonly operation: DocumentOperation;
  /** What `x-trunkline` says at the root of the document. */
  readonly extension: ClientPackage["extension"];
  readonly names: LockedNames;
  readonly id: string;
  readonly method: string;
  /** The operation's own word on repeating it. */
  readonly retry: "never" | "always" | undefined;
  /** Lower-case name of the idempotency header, where the operation declares it. */
  readonly keyHeader: string | undefined;
  /** Whether the client makes keys of its own. */
  readonly keys: "auto" | "explicit";
  readonly paginations: readonly PositionedPagination[];
  /** How its pages link to the next one, if they do. */
  readonly link: LinkPagination | undefined;
  /** Whether calls yield pages. */
  readonly isPaged: boolean;
  /** Media type of the request body. */
  readonly sends: string | undefined;
  /** The whole body is bytes: a stream can be given for it. */
  readonly takesBytes: boolean;
  readonly returns: "json" | "text" | "binary" | "none" | "events" | "stream";
  readonly answer: Answer;
  /** What an ordinary call yields: the envelope's value. */
  readonly yields: unknown;
  /** Schemes that an ordinary call carries. */
  readonly schemes: readonly Scheme[];
  arguments(changes: CallChanges): readonly unknown[];
}

/** Undefined when the document has no example that would make a call. */
export function readProbe(pack: ClientPackage, auth: ClientCredentials, locked: Locked): Probe | undefined {
  const { operation, names } = locked;
  const documented = ordinaryAnswer(operation);
  if (documented === undefined) return undefined;
  const type = documented.content?.type;
  if (type !== undefined && documented.example === undefined) return undefined;
  let base: readonly unknown[];
  try {
    base = callArguments(pack, locked, requiredSample(pack, locked));
  } catch {
    return undefined;
  }
  const returns = kindOf(type, pack.document.resolve(documented.content?.schema));
  // An adapter gives answers as they are, and pages only where it has a walk.
  const isBare = pack.isAdapted === true;
  const declared = isBare && names.paged !== true ? [] : paginationsOf(pack.document, operation);
  const value = asPage(documented.example?.value, declared);
  const paginations = declared.filter(isPositioned);
  const { extension } = operation;
  const places = declared.length === 0 && !isBare ? envelopePlaces(pack.document, operation) : [];
  const alternative =
    operation.security[strongestAlternative(operation.security, (id) => auth.schemes.has(id))];
  return {
    operation,
    extension: pack.extension,
    names,
    id: operation.id ?? operation.route,
    method: operation.method,
    retry: extension.retry,
    keyHeader: idempotencyHeader(pack, locked)?.toLowerCase(),
    keys: extension.idempotency ?? pack.extension.idempotency?.keys ?? "auto",
    paginations,
    link: declared.find((one) => !isPositioned(one)),
    isPaged: declared.length > 0,
    sends: requestContent(locked)?.type,
    takesBytes: takesBytes(pack, locked),
    returns,
    answer: { status: documented.status, type, body: bytesOf(value, returns), value },
    yields: returns === "json" && value !== undefined ? unwrapped(places, value) : value,
    schemes: (alternative ?? []).flatMap((id) => auth.schemes.get(id) ?? []),
    arguments: (changes) => change(names, base, changes),
  };
}

/** An answer of pages without a list where the items are would be refused, and rightly: it gets an empty one. */
function asPage(value: JsonValue | undefined, paginations: readonly Pagination[]): JsonValue | undefined {
  const items = paginations[0]?.items;
  if (value === undefined || items === undefined || Array.isArray(valueAt(value, items))) return value;
  return withValueAt(value, items, []) as JsonValue;
}

/** A media type that nobody knows may be text by its schema. */
function takesBytes({ document }: ClientPackage, locked: Locked): boolean {
  const content = requestContent(locked);
  if (content === undefined || /json|text|form/.test(content.type)) return false;
  const { schema } = content;
  return Object.keys(objectOf(schema)).length === 0 || isBinary(document, schema);
}

function kindOf(type: string | undefined, schema: JsonValue | undefined): Probe["returns"] {
  if (type === undefined) return "none";
  return isEventStream(type) ? "events" : answerForm(type, schema);
}

function bytesOf(value: unknown, kind: Probe["returns"]): Buffer {
  if (kind === "none") return Buffer.alloc(0);
  if (kind === "events") return Buffer.from(`data: ${JSON.stringify(value)}\n\n`);
  return Buffer.from(kind === "json" ? JSON.stringify(value) : String(value));
}

/** Path, params, options: as in the example, with the changes put in their places. */
function change(
  names: LockedNames,
  base: readonly unknown[],
  { path = {}, params, options }: CallChanges,
): readonly unknown[] {
  const [only, ...more] = names.path;
  const positional = only !== undefined && more.length === 0;
  const rest = positional ? base.slice(1) : base;
  const several = positional ? {} : path;
  const merged = { ...objectOf(rest[0]), ...several, ...params };
  const head = !positional ? [] : [Object.hasOwn(path, only) ? path[only] : base[0]];
  return [
    ...head,
    Object.keys(merged).length === 0 ? undefined : merged,
    { ...objectOf(rest[1]), ...options },
  ];
}
