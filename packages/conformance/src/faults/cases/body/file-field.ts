export const NO_JSON_BODY = "no operation takes a JSON object as its body";

/** The name of the first argument that is a file. */
export function fileField(args: readonly unknown[]): string | undefined {
  const params = args.find(
    (one) =>
      typeof one === "object" && one !== null && Object.values(one).some((value) => value instanceof Blob),
  );
  return Object.entries((params ?? {}) as Record<string, unknown>).find(
    ([, value]) => value instanceof Blob,
  )?.[0];
}
