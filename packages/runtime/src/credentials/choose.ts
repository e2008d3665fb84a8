/**
 * What there is of a scheme for one call.
 *
 * - `code`: a secret that was given in code, or the caller's own header or query field in its place
 * - `environment`: a secret of which at least a part comes from the environment
 * - `connection`: nothing that a request carries; the caller's connection brings it (mutual TLS)
 * - `removed`: the caller took the scheme's header field out of the call
 * - `declined`: an option of the scheme is `null`
 * - `missing`: nothing configures it
 */
export type Possession = "code" | "environment" | "connection" | "removed" | "declined" | "missing";

/**
 * The alternative of an operation's security that a call uses: the strongest one that is fully configured.
 *
 * 1. Alternatives whose secrets were all given in code come before any that needs the environment, and those before
 *    alternatives that carry nothing.
 * 2. Of alternatives that are equal in this, one that asks for everything that another asks for, and more, comes before
 *    that other: `[key, app]` before `[key]`, and anything before `[]`.
 * 3. Else the document's order decides.
 *
 * Where the caller declined one of the alternatives (`null`), nothing of the environment stands in for it.
 *
 * @returns undefined when there is none
 */
export function chooseAlternative(
  alternatives: readonly (readonly string[])[],
  possessionOf: (scheme: string) => Possession,
): readonly string[] | undefined {
  const all = alternatives.map((names) => ({ names, rank: rankOf(names.map(possessionOf)) }));
  const isDeclined = alternatives.flat().some((name) => possessionOf(name) === "declined");
  const possible = all.filter(({ rank }) => rank !== undefined && !(isDeclined && rank === FROM_ENVIRONMENT));
  const best = Math.min(...possible.map(({ rank = Number.POSITIVE_INFINITY }) => rank));
  const equal = possible.filter(({ rank }) => rank === best);
  return equal.find(({ names }) => !equal.some((other) => isMore(other.names, names)))?.names;
}

const GIVEN_IN_CODE = 0;
const FROM_ENVIRONMENT = 1;
const CARRIES_NOTHING = 2;

function rankOf(possessions: readonly Possession[]): number | undefined {
  if (possessions.some((one) => one === "missing" || one === "declined")) return undefined;
  if (possessions.includes("environment")) return FROM_ENVIRONMENT;
  return possessions.includes("code") ? GIVEN_IN_CODE : CARRIES_NOTHING;
}

function isMore(names: readonly string[], than: readonly string[]): boolean {
  return names.length > than.length && than.every((name) => names.includes(name));
}
