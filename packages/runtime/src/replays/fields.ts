/** The path of a field in a body: the keys from the outermost object to the field. */
export type FieldPath = readonly string[];

/** The value of a field, of own members alone. */
export function fieldAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === "object" && found && Object.hasOwn(found, key)
        ? (found as Record<string, unknown>)[key]
        : undefined,
    value,
  );
}
