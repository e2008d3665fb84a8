import type { Ajv, AnySchema } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { type JsonObject, type JsonValue, valueAt } from "../../src/index.ts";
import type { Holds, Resolve } from "../../src/values/index.ts";

/** What holds made values against schemas whose references lead into a document. */
export function openSchemas(root: JsonObject): { readonly resolve: Resolve; readonly holds: Holds } {
  const ajv: Ajv = new Ajv2020({ strict: false, logger: false });
  // The package's types describe its CommonJS face only.
  (formats as unknown as (ajv: Ajv) => void)(ajv);
  const resolve: Resolve = (node) => {
    let current = node;
    for (let steps = 0; steps < 20; steps += 1) {
      const reference = (current as { readonly $ref?: string } | null | undefined)?.$ref;
      if (reference === undefined) return current;
      current = valueAt(root, reference.slice(1));
    }
    return undefined;
  };
  const known = new Map<string, (value: JsonValue) => boolean>();
  const holds: Holds = (schema, value) => {
    const whole =
      typeof schema === "boolean" ? schema : { ...(schema as JsonObject), components: root.components };
    const text = JSON.stringify(whole);
    try {
      const validate = known.get(text) ?? (ajv.compile(whole as AnySchema) as (value: JsonValue) => boolean);
      known.set(text, validate);
      return validate(value);
    } catch (error) {
      // It never comes to an end with a schema that is itself.
      if (error instanceof RangeError) return true;
      throw error;
    }
  };
  return { resolve, holds };
}
