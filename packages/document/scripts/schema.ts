/** A JSON Schema in the keywords that the format of `x-trunkline` uses. */
export interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly not?: Schema;
  readonly default?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  /** What a number counts. */
  readonly unit?: string;
  /** Former key -> its name now. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** The format as a whole. */
export interface Format extends Schema {
  readonly $defs: Readonly<Record<string, Schema>>;
}

const keywords: ReadonlySet<string> = new Set([
  ...["$ref", "description", "type", "const", "enum", "properties", "required", "additionalProperties"],
  ...["propertyNames", "items", "oneOf", "allOf", "if", "then", "not", "default", "pattern", "minimum"],
  ...["maximum", "minLength", "minItems", "uniqueItems", "unit", "renamed"],
]);

/** @throws Error for a keyword that nothing here understands: what is derived would leave it out */
export function checkKeywords(schema: Schema, place: string): void {
  const unknown = Object.keys(schema).find((key) => !keywords.has(key));
  if (unknown !== undefined)
    throw new Error(`${place} uses the keyword ${unknown}, which is not derived yet`);
}

/** The definition that a schema refers to, with what the schema says itself. */
export function resolved(format: Format, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const target = format.$defs[nameOf(schema.$ref)];
  if (target === undefined) throw new Error(`${schema.$ref} leads nowhere`);
  const { $ref: _, ...own } = schema;
  return { ...target, ...own };
}

/** `#/$defs/walk` -> `walk`. */
export function nameOf(ref: string): string {
  return ref.replace("#/$defs/", "");
}

/** Kinds of places, in the order of the table. */
export const kinds = ["document", "server", "securityScheme", "operation", "schema", "parameter"] as const;
