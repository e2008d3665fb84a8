import type { ClientDefinition } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import { contextOf, type Facts } from "../layer.ts";
import type { Authenticator, SecurityScheme } from "../security-scheme.ts";

/** What a client has of the vendor's ways to authenticate. */
export interface Access extends Pick<ClientDefinition, "schemes" | "security"> {
  /** By scheme; undefined where nothing configures it. */
  readonly authenticators: Readonly<Record<string, Authenticator | undefined>>;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What of a call decides about its credentials. */
export interface Decisive {
  readonly facts: Facts;
  /** Header fields that the caller set or removed (null): no credential takes their place. */
  readonly callerHeaders: Readonly<Record<string, string | null>>;
  /** Query fields; what the caller gives under the name of a key stands. */
  readonly query: Readonly<Record<string, unknown>>;
}

/**
 * Names of the schemes that the client puts on a call: those of the alternative that is chosen, without what the caller
 * has put there already.
 *
 * @throws {UsageError} when no alternative is configured
 */
export function chooseSchemes(access: Access, call: Decisive): readonly string[] {
  const { facts } = call;
  const alternatives = facts.operation.security ?? access.security;
  const [only = [], ...others] = alternatives;
  // Of most operations there is one, with a secret that is there: then nothing has to be weighed.
  if (others.length === 0 && only.every((name) => isAtHand(name, access, call))) return only;
  const chosen = chooseAlternative(alternatives, (name) => possessionOf(name, access, call));
  if (chosen) return chosen.filter((name) => isAtHand(name, access, call));
  const ways = alternatives.map((names) => names.map((name) => howToGive(access, name)).join(" and "));
  const declined = [...new Set(alternatives.flat().flatMap((name) => declinedOptions(name, access)))];
  const why =
    declined.length === 0
      ? ""
      : ` (${declined.join(" and ")} ${declined.length === 1 ? "is" : "are"} null, and nothing of the environment stands in)`;
  throw new UsageError(
    `${facts.operation.id} needs a credential, and none is configured${why}. Give ${[...new Set(ways)].join(", or ")}.`,
    contextOf(facts),
  );
}

function isAtHand(name: string, { schemes, authenticators }: Access, call: Decisive): boolean {
  return authenticators[name] !== undefined && !decisionOn(schemes[name], call);
}

function possessionOf(name: string, access: Access, call: Decisive): Possession {
  const scheme = access.schemes[name];
  const decision = decisionOn(scheme, call);
  if (decision) return decision;
  if (scheme?.ofConnection) return "connection";
  const origin = access.authenticators[name]?.origin;
  return origin ?? (declinedOptions(name, access).length > 0 ? "declined" : "missing");
}

/** What the caller puts into a scheme's own place, or takes out of it, stands. */
function decisionOn(
  scheme: SecurityScheme | undefined,
  { callerHeaders, query }: Decisive,
): "code" | "removed" | undefined {
  if (scheme?.query !== undefined && Object.hasOwn(query, scheme.query)) {
    return query[scheme.query] === undefined ? undefined : "code";
  }
  const own = scheme?.header === undefined ? undefined : callerHeaders[scheme.header];
  if (own === null) return "removed";
  if (own === undefined) return undefined;
  const { cookie } = scheme ?? {};
  return !cookie || own.split(/; */).some((pair) => pair.startsWith(`${cookie}=`)) ? "code" : undefined;
}

function declinedOptions(name: string, { schemes, options }: Access): string[] {
  const sources = schemes[name]?.sources ?? [];
  return sources.flatMap(({ option }) => (options[option] === null ? [option] : []));
}

function howToGive({ schemes }: Access, scheme: string): string {
  if (schemes[scheme]?.ofConnection) return "a connection with a certificate (fetchOptions or fetch)";
  const ways = (schemes[scheme]?.sources ?? []).map(
    ({ option, env }) => `the option ${option}${env ? ` or the environment variable ${env}` : ""}`,
  );
  return ways.join(", or ");
}

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
