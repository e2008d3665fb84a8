import {
  field,
  isObject,
  type JsonObject,
  type JsonValue,
  objectField,
  objectOf,
  stringField,
} from "./json.ts";
import { keepsTo } from "./keeps.ts";
import format from "./x-trunkline.schema.json" with { type: "json" };
import type { DocumentExtension, Extensions, OperationExtension, Pagination } from "./x-trunkline.ts";

/** The name of the extension in a document. */
export const EXTENSION = "x-trunkline";

/** In a function, so that bundlers leave the format out where nobody reads documents. */
const definitions = (): JsonObject => format.$defs as unknown as JsonObject;

/** A kind of place that takes the extension. */
export type ExtensionKind = keyof Extensions;

/** What was read at a place: each key may be missing, those that the format requires too. */
export type Read<Kind extends ExtensionKind> = Readonly<Partial<Extensions[Kind]>>;

/**
 * What a document says under `x-trunkline` at a place. The only reader of it: what does not keep to the format is left
 * out, key by key, so that the types hold whatever the document is; that it is a fault is told by the generator's checks.
 *
 * @param node the object that the extension stands on
 */
export function readExtension<Kind extends ExtensionKind>(kind: Kind, node: unknown): Read<Kind> {
  const given = field(node, EXTENSION);
  if (!isObject(given)) return {} as Read<Kind>;
  const known = read.get(given);
  if (known?.kind === kind) return known.found as Read<Kind>;
  const { required: _, ...schema } = format.$defs[kind] as unknown as JsonObject;
  const found = objectOf(validPart(schema, given));
  read.set(given, { kind, found });
  return found as unknown as Read<Kind>;
}

/** Documents stay as they are read, and the same places are asked for many times. */
const read: WeakMap<JsonObject, { readonly kind: ExtensionKind; readonly found: object }> = new WeakMap();

/** What of a value keeps to a schema; `undefined` where the rest would not be one without what does not. */
function validPart(schema: JsonValue | undefined, value: JsonValue): JsonValue | undefined {
  const ref = stringField(schema, "$ref");
  if (ref !== undefined) return validPart(field(definitions(), ref.replace("#/$defs/", "")), value);
  const entries = isObject(value)
    ? Object.entries(withoutFormerNames(schema, value)).flatMap(([key, entry]): [string, JsonValue][] => {
        const inner = field(field(schema, "properties"), key) ?? field(schema, "additionalProperties");
        const found = isObject(inner) ? validPart(inner, entry) : undefined;
        return found === undefined ? [] : [[key, found]];
      })
    : undefined;
  // Which keys an object may have depends on others of it: it is whole, or not at all.
  const isPlain =
    field(schema, "properties") !== undefined || field(schema, "additionalProperties") !== undefined;
  const rest = entries === undefined || !isPlain ? value : Object.fromEntries(entries);
  return keepsTo(schema, rest, definitions()) ? rest : undefined;
}

/** Packages that were released ship their document with the names that keys had then. */
function withoutFormerNames(schema: JsonValue | undefined, value: JsonObject): JsonObject {
  const renamed = objectField(schema, "renamed");
  if (renamed === undefined) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      const now = stringField(renamed, key);
      return [now === undefined || Object.hasOwn(value, now) ? key : now, entry];
    }),
  );
}

/** The paginations that an operation declares, by name or in place, the default one first. */
export function declaredPaginations(
  root: Pick<Read<"document">, "pagination">,
  { pagination }: Pick<OperationExtension, "pagination">,
): readonly Pagination[] {
  const declared: DocumentExtension["pagination"] = root.pagination ?? {};
  const list = pagination === undefined || pagination === false ? [] : [pagination].flat();
  return list.flatMap((one) => {
    if (typeof one !== "string") return [one];
    const found = Object.hasOwn(declared, one) ? declared[one] : undefined;
    return found === undefined ? [] : [found];
  });
}

/** The format itself, for checks that say what is wrong. */
export const extensionFormat: JsonObject & { readonly $id: string } = format as never;
