/**
 * Which alternative of an operation's security a client uses when every secret is given in code: the first one that
 * carries something, unless another asks for all of that and more.
 *
 * @param carried what a client can put on a request: not a certificate, which is the connection's
 */
export function strongestAlternative(
  alternatives: readonly (readonly string[])[],
  carried: (scheme: string) => boolean,
): number {
  const carrying = alternatives.filter((names) => names.some(carried));
  const found = (carrying.length > 0 ? carrying : alternatives).find(
    (names, _, all) =>
      !all.some((more) => more.length > names.length && names.every((name) => more.includes(name))),
  );
  return found === undefined ? 0 : alternatives.indexOf(found);
}
