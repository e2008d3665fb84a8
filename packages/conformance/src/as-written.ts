import { isObject, type Read } from "@trunkline/document";

/**
 * A value of a client as the document writes it: where the document has integers of 64 bits be bigints or texts, such a
 * one is a number where the example has one.
 *
 * @param like the example
 */
export function asWritten(
  { int64 }: Pick<Read<"document">, "int64">,
  value: unknown,
  like: unknown,
): unknown {
  if (int64 !== "bigint" && int64 !== "string") return value;
  const as = (one: unknown, other: unknown): unknown => {
    if (typeof other === "number") return isSame(int64, one, other) ? other : one;
    if (Array.isArray(one) && Array.isArray(other)) return one.map((item, index) => as(item, other[index]));
    if (!isObject(one) || !isObject(other)) return one;
    return Object.fromEntries(
      Object.entries(one).map(([key, member]) => [
        key,
        Object.hasOwn(other, key) ? as(member, other[key]) : member,
      ]),
    );
  };
  return as(value, like);
}

function isSame(int64: "bigint" | "string", value: unknown, like: number): boolean {
  return typeof value === (int64 === "bigint" ? "bigint" : "string") && String(value) === String(like);
}
