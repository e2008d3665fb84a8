import { bareMediaType, isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import type { Position } from "../positions.ts";
import { Writing } from "../writing.ts";
import { changed, type SwaggerContext, withKeys } from "./context.ts";

/**
 * A response whose examples belong to what it produces.
 *
 * @param produces `undefined` where nothing is said
 */
export function plainResponse(
  context: SwaggerContext,
  response: JsonObject,
  at: Position,
  produces: readonly string[] | undefined,
): JsonObject {
  const { headers, examples, schema } = response;
  const types = produces ?? ["application/json"];
  const isFile = isObject(schema) && schema.type === "file";
  return withKeys(context, response, at, {
    headers: isObject(headers)
      ? changed(context, { value: headers, at }, (header) => plainHeader(context, header, at))
      : undefined,
    examples: isObject(examples) && !isFile ? examplesOf(context, examples, at, types) : undefined,
    ...(isFile ? { schema: undefined, content: fileContent(types) } : {}),
  });
}

/** Bytes, of the types that are not text of values. */
function fileContent(types: readonly string[]): JsonObject {
  const binary = types.filter((type) => !/[/+](json|xml)$/.test(bareMediaType(type)));
  const schema = { type: "string", format: "binary" };
  return Object.fromEntries(
    (binary.length > 0 ? binary : ["application/octet-stream"]).map((type) => [type, { schema }]),
  );
}

function plainHeader(context: SwaggerContext, header: JsonValue, at: Position): JsonValue | undefined {
  return isObject(header) ? withKeys(context, header, at, { collectionFormat: undefined }) : undefined;
}

function examplesOf(
  context: SwaggerContext,
  examples: JsonObject,
  at: Position,
  types: readonly string[],
): JsonObject | undefined {
  const { positions, faults } = context;
  const out = new Writing(positions, positions.at(examples) ?? at);
  for (const [name, value] of Object.entries(examples)) {
    const place = positions.child(examples, name) ?? at;
    // A name that is not a media type is the name of an example, as the converter takes it.
    const bare = bareMediaType(name);
    const type = types.find((one) => bareMediaType(one) === bare) ?? (name.includes("/") ? undefined : name);
    if (type !== undefined) {
      out.set(type, value, place);
      continue;
    }
    const message = `the example is of ${JSON.stringify(name)}, which is not produced here, and is ignored`;
    faults.warning(place, "example-media-type", message, `"produces" lists ${types.join(", ")}`);
  }
  const content = out.done();
  return Object.keys(content).length === 0 ? undefined : content;
}
