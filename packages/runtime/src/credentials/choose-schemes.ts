import { UsageError } from "../errors/usage-error.ts";
import type { Call } from "../request/call.ts";
import { contextOf } from "../request/call.ts";
import { chooseAlternative, type Possession } from "./choose.ts";
import type { SecurityScheme } from "./scheme.ts";

/** What of a call decides about its credentials. */
type Asked = Pick<Call, "state" | "operation" | "decided" | "query">;

/**
 * Names of the schemes that the client puts on a call: those of the alternative that is chosen, without what the caller
 * has put there already.
 *
 * @throws {UsageError} when no alternative is configured
 */
export function chooseSchemes(call: Call): readonly string[] {
  const { state, operation } = call;
  const alternatives = operation.security ?? state.definition.security;
  if (alternatives.length === 0) return [];
  const chosen = chooseAlternative(alternatives, (name) => possessionOf(name, call));
  if (chosen) {
    const { schemes } = state.definition;
    return chosen.filter((name) => state.authenticators[name] && !decisionOn(schemes[name], call));
  }
  const ways = alternatives.map((names) => names.map((name) => howToGive(call, name)).join(" and "));
  const declined = [...new Set(alternatives.flat().flatMap((name) => declinedOptions(name, call)))];
  const why =
    declined.length === 0
      ? ""
      : ` (${declined.join(" and ")} ${declined.length === 1 ? "is" : "are"} null, and nothing of the environment stands in)`;
  throw new UsageError(
    `${operation.id} needs a credential, and none is configured${why}. Give ${[...new Set(ways)].join(", or ")}.`,
    contextOf(call),
  );
}

function possessionOf(name: string, call: Asked): Possession {
  const scheme = call.state.definition.schemes[name];
  const decision = decisionOn(scheme, call);
  if (decision) return decision;
  if (scheme?.ofConnection) return "connection";
  const origin = call.state.authenticators[name]?.origin;
  return origin ?? (declinedOptions(name, call).length > 0 ? "declined" : "missing");
}

/** What the caller puts into a scheme's own place, or takes out of it, stands. */
function decisionOn(
  scheme: SecurityScheme | undefined,
  { decided, query }: Asked,
): "code" | "removed" | undefined {
  if (scheme?.query !== undefined && Object.hasOwn(query, scheme.query)) {
    return query[scheme.query] === undefined ? undefined : "code";
  }
  const own = scheme?.header === undefined ? undefined : decided[scheme.header];
  if (own === null) return "removed";
  if (own === undefined) return undefined;
  const { cookie } = scheme ?? {};
  return !cookie || own.split(/; */).some((pair) => pair.startsWith(`${cookie}=`)) ? "code" : undefined;
}

function declinedOptions(name: string, { state }: Asked): string[] {
  const options = state.options as Readonly<Record<string, unknown>>;
  const sources = state.definition.schemes[name]?.sources ?? [];
  return sources.flatMap(({ option }) => (options[option] === null ? [option] : []));
}

function howToGive({ state }: Asked, scheme: string): string {
  const sources = state.definition.schemes[scheme]?.sources ?? [];
  const ways = sources.map(
    ({ option, env }) => `the option ${option}${env ? ` or the environment variable ${env}` : ""}`,
  );
  return ways.join(", or ");
}
