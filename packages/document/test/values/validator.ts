import type { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { type JsonObject, type JsonValue, valueAt } from "../../src/index.ts";
import type { Holds, Resolve } from "../../src/values/index.ts";

// One for all: it compiles the schema of schemas before the first one that it judges. Each of ours is whole, and has no id.
const ajv: Ajv = new Ajv2020({ strict: false, logger: false });
// The package's types describe its CommonJS face only.
(formats as unknown as (ajv: Ajv) => void)(ajv);

type Validate = (value: JsonValue) => boolean;
const allow: Validate = () => true;
const known = new Map<string, Validate>();

/** Ajv never comes to an end with a schema that is itself: such a one is taken to allow everything. */
function unlessEndless<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return otherwise;
    throw error;
  }
}

/** What holds made values against schemas whose references lead into a document. */
export function openSchemas(root: JsonObject): { readonly resolve: Resolve; readonly holds: Holds } {
  const resolve: Resolve = (node) => {
    let current = node;
    for (let steps = 0; steps < 20; steps += 1) {
      const reference = (current as { readonly $ref?: string } | null | undefined)?.$ref;
      if (reference === undefined) return current;
      current = valueAt(root, reference.slice(1));
    }
    return undefined;
  };
  const holds: Holds = (schema, value) => {
    const whole =
      typeof schema === "boolean" ? schema : { ...(schema as JsonObject), components: root.components };
    const text = JSON.stringify(whole);
    const validate = known.get(text) ?? unlessEndless<Validate>(() => ajv.compile(JSON.parse(text)), allow);
    known.set(text, validate);
    return unlessEndless(() => validate(value), true);
  };
  return { resolve, holds };
}
