import type { JsonValue } from "@trunkline/document";

/**
 * Why a value cannot be written in a style, as the end of a sentence; undefined where it can. OpenAPI's table of styles has
 * no lists or objects within others, and leaves open how a deep object writes them: a client refuses both.
 *
 * @param lists - how the document says that lists within deep objects are written
 */
export function inexpressible(
  style: string,
  lists: "brackets" | "indices" | undefined,
  value: JsonValue,
): string | undefined {
  if (!isNested(value)) return undefined;
  const within = Object.values(value);
  if (style !== "deepObject")
    return within.some(isNested)
      ? `holds lists or objects within others, which no style but deepObject can write`
      : undefined;
  const isPlain = !Array.isArray(value) && !within.some(isNested);
  if (lists === undefined && !isPlain)
    return "holds lists or objects within others, and the document does not say how deepObject writes them (x-trunkline: lists)";
  return lists === "brackets" && hasListOfNested(value)
    ? "holds a list of lists or objects, which empty brackets cannot write"
    : undefined;
}

type Nested = Readonly<Record<string, JsonValue>> | readonly JsonValue[];

function isNested(value: JsonValue | undefined): value is Nested & JsonValue {
  return typeof value === "object" && value !== null;
}

function hasListOfNested(value: Nested): boolean {
  const within = Object.values(value);
  return (
    (Array.isArray(value) && within.some(isNested)) ||
    within.some((one) => isNested(one) && hasListOfNested(one))
  );
}
