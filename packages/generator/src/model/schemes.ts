import { type JsonObject, readExtension, stringField, unreachable } from "@trunkline/document";
import type { Context } from "./context.ts";
import { type OwnedPart, optionsOf } from "./credential-options.ts";
import type { CredentialModel, CredentialSource, SchemeModel } from "./credentials-model.ts";
import { type At, entriesBelow, resolveObject } from "./document.ts";
import { environmentOf } from "./environment.ts";
import { pin } from "./pin.ts";
import type { Route } from "./routes.ts";
import { type Draft, draftOf } from "./scheme-draft.ts";

/** Schemes that a client can do by itself, and the options that their secrets come from. */
export function schemesOf(
  context: Context,
  operationRoute: (id: string) => Route | undefined,
): { readonly schemes: readonly SchemeModel[]; readonly credentials: readonly CredentialModel[] } {
  const drafts = entriesBelow(
    { value: context.document, pointer: [] },
    "components",
    "securitySchemes",
  ).flatMap(([id, reference]) => {
    const at = resolveObject(context.document, reference);
    return (at && draftOf(context, id, at, operationRoute)) ?? [];
  });
  const sources = sourcesOf(
    context,
    drafts.flatMap(({ id, parts }) => parts.map((part): OwnedPart => ({ ...part, id }))),
  );
  const credentials = new Map<string, CredentialModel>();
  const offer = (one: CredentialModel): void => {
    if (!credentials.has(one.option)) credentials.set(one.option, one);
  };
  const schemes = drafts.map((draft) => {
    const scheme = draft.make(
      (role) => sources.get(`${role} ${draft.id}`) ?? { option: role, env: undefined },
    );
    reportOption(context, draft, scheme);
    for (const one of offered(scheme, draft.at)) offer(one);
    return scheme;
  });
  return { schemes, credentials: [...credentials.values()] };
}

/** By role and id: the option of each secret, and its variable. */
function sourcesOf(context: Context, parts: readonly OwnedPart[]): ReadonlyMap<string, CredentialSource> {
  const options = optionsOf(context, parts);
  const proposals = parts.map(({ id, role, env, at }, index) => ({
    option: options[index] ?? role,
    said: env,
    at,
    locked: context.lock?.credentials?.[id]?.[role]?.env,
  }));
  const variables = environmentOf(context, proposals);
  return new Map(
    parts.map(({ id, role }, index) => [
      `${role} ${id}`,
      { option: proposals[index]?.option ?? role, env: variables[index] },
    ]),
  );
}

/** The options of a scheme, as the client offers them. */
function offered(scheme: SchemeModel, at: At<JsonObject>): readonly CredentialModel[] {
  const description = stringField(at.value, "description");
  const instead = undefined;
  switch (scheme.kind) {
    case "mutualTLS":
      return [];
    case "basic":
      return [
        { ...scheme.username, description: description ?? "User name.", instead },
        { ...scheme.password, description: "Password.", instead },
      ];
    case "tokenExchange": {
      const { exchange, source } = scheme;
      return [
        { ...exchange.source, description: exchangeKeyText(source.option), instead },
        { ...source, description, instead: exchange.source.option },
      ];
    }
    case "clientCredentials": {
      const { clientId, clientSecret, source } = scheme;
      return [
        { ...clientId, description: "Client id, as the vendor issued it.", instead },
        { ...clientSecret, description: exchangeKeyText(source.option, "Client secret"), instead },
        { ...source, description, instead: clientSecret.option },
      ];
    }
    case "apiKey":
    case "bearer":
      return [{ ...scheme.source, description, instead }];
    default:
      return unreachable(scheme);
  }
}

function reportOption(context: Context, { id, at, parts }: Draft, scheme: SchemeModel): void {
  const [first] = parts;
  const source = sourceOf(scheme);
  if (readExtension("securityScheme", at.value).option !== undefined) return;
  if (first === undefined || source === undefined) return;
  const { option, env } = source;
  const reason =
    option === first.usual
      ? "as is usual for its type"
      : "named from the scheme's id, because another has the usual one";
  const message = `The secret of ${id} is the option ${option}${env === undefined ? "" : `, or the environment variable ${env}`}: ${reason}`;
  const hint = pin(`at the security scheme ${id}`, { option, ...(env === undefined ? {} : { env }) });
  context.report("guess", "credential-option", message, at, hint);
}

/** Where the secret that the scheme is named by comes from. */
function sourceOf(scheme: SchemeModel): CredentialSource | undefined {
  switch (scheme.kind) {
    case "mutualTLS":
      return undefined;
    case "basic":
      return scheme.username;
    case "apiKey":
    case "bearer":
    case "tokenExchange":
    case "clientCredentials":
      return scheme.source;
    default:
      return unreachable(scheme);
  }
}

function exchangeKeyText(token: string, what = "API key"): string {
  return `${what}. The client exchanges it for an access token, sends that, and renews it in time. Not needed with \`${token}\`.`;
}
