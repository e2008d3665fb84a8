import { type Exchange, type JsonObject, objectField, readExtension, stringField } from "@trunkline/document";
import { camelCase } from "../names/words.ts";
import type { Context } from "./context.ts";
import { type OwnedPart, optionsOf, type Part, type Role } from "./credential-options.ts";
import type { CredentialModel, CredentialSource, SchemeModel } from "./credentials-model.ts";
import { type At, entriesBelow, resolveObject } from "./document.ts";
import { environmentOf } from "./environment.ts";
import { pin } from "./pin.ts";
import type { Route } from "./routes.ts";
import { tokenEndpointOf } from "./token-endpoint.ts";

/** A scheme before its options have names. */
interface Draft {
  readonly id: string;
  readonly at: At<JsonObject>;
  readonly parts: readonly Part[];
  make(source: (role: Role) => CredentialSource): SchemeModel;
}

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
  const wishes = parts.map(({ id, role, env, at }, index) => ({
    option: options[index] ?? role,
    said: env,
    at,
    locked: context.lock?.credentials?.[id]?.[role]?.env,
  }));
  const variables = environmentOf(context, wishes);
  return new Map(
    parts.map(({ id, role }, index) => [
      `${role} ${id}`,
      { option: wishes[index]?.option ?? role, env: variables[index] },
    ]),
  );
}

/** The options of a scheme, as the client offers them. */
function offered(scheme: SchemeModel, at: At<JsonObject>): readonly CredentialModel[] {
  if (scheme.kind === "mutualTLS") return [];
  const description = stringField(at.value, "description");
  const instead = undefined;
  if (scheme.kind === "basic") {
    return [
      { ...scheme.username, description: description ?? "User name.", instead },
      { ...scheme.password, description: "Password.", instead },
    ];
  }
  if (scheme.kind === "tokenExchange") {
    const { exchange, source } = scheme;
    return [
      { ...exchange.source, description: exchangeKeyText(source.option), instead },
      { ...source, description, instead: exchange.source.option },
    ];
  }
  if (scheme.kind === "clientCredentials") {
    const { clientId, clientSecret, source } = scheme;
    return [
      { ...clientId, description: "Client id, as the vendor issued it.", instead },
      { ...clientSecret, description: exchangeKeyText(source.option, "Client secret"), instead },
      { ...source, description, instead: clientSecret.option },
    ];
  }
  return [{ ...scheme.source, description, instead }];
}

function reportOption(context: Context, { id, at, parts }: Draft, scheme: SchemeModel): void {
  const [first] = parts;
  if (readExtension("securityScheme", at.value).option !== undefined) return;
  if (first === undefined || scheme.kind === "mutualTLS") return;
  const { option, env } = scheme.kind === "basic" ? scheme.username : scheme.source;
  const reason =
    option === first.usual
      ? "as is usual for its type"
      : "named from the scheme's id, because another has the usual one";
  const message = `The secret of ${id} is the option ${option}${env === undefined ? "" : `, or the environment variable ${env}`}: ${reason}`;
  const hint = pin(`at the security scheme ${id}`, { option, ...(env === undefined ? {} : { env }) });
  context.report("guess", "credential-option", message, at, hint);
}

function exchangeKeyText(token: string, what = "API key"): string {
  return `${what}. The client trades it for an access token, carries that and renews it in time; not needed with \`${token}\`.`;
}

function draftOf(
  context: Context,
  id: string,
  at: At<JsonObject>,
  operationRoute: (id: string) => Route | undefined,
): Draft | undefined {
  const { option, env, exchange } = readExtension("securityScheme", at.value);
  const type = stringField(at.value, "type");
  const kind = stringField(at.value, "scheme")?.toLowerCase();
  const part = (role: Role, usual: string, pinned?: string, env?: string, inside: string[] = []): Part => ({
    role,
    usual,
    pinned: pinned === undefined ? undefined : camelCase(pinned),
    isDerived: false,
    env,
    at: env === undefined ? at.pointer : [...at.pointer, "x-trunkline", ...inside, "env"],
  });
  const secret = (usual: string): Part => part("secret", usual, option, env);
  const draft = (parts: readonly Part[], make: Draft["make"]): Draft => ({ id, at, parts, make });
  if (type === "apiKey") {
    const place = stringField(at.value, "in");
    const parameter = stringField(at.value, "name");
    if (parameter !== undefined && (place === "header" || place === "query" || place === "cookie")) {
      return draft([secret("apiKey")], (source) => ({
        kind: "apiKey",
        id,
        in: place,
        parameter,
        source: source("secret"),
      }));
    }
  } else if (type === "http" && kind === "basic") {
    const username = part("username", "username", option, env);
    const password = {
      ...part("password", "password", option && `${option} password`),
      isDerived: option !== undefined,
    };
    return draft([username, password], (source) => ({
      kind: "basic",
      id,
      username: source("username"),
      password: source("password"),
    }));
  } else if ((type === "http" && kind === "bearer") || type === "oauth2" || type === "openIdConnect") {
    if (exchange !== undefined) {
      const found = exchangeOf(context, id, at, exchange, operationRoute);
      const key = part("key", "apiKey", exchange.option, exchange.env, ["exchange"]);
      return (
        found &&
        draft([secret("accessToken"), key], (source) => ({
          kind: "tokenExchange",
          id,
          source: source("secret"),
          exchange: { source: source("key"), ...found },
        }))
      );
    }
    const flow = objectField(objectField(at.value, "flows"), "clientCredentials");
    const tokenURL = stringField(flow, "tokenUrl");
    const endpoint =
      type === "oauth2" && tokenURL !== undefined ? tokenEndpointOf(context, tokenURL) : undefined;
    if (endpoint !== undefined) {
      const parts = [
        secret("accessToken"),
        part("clientId", "clientId"),
        part("clientSecret", "clientSecret"),
      ];
      return draft(parts, (source) => ({
        kind: "clientCredentials",
        id,
        source: source("secret"),
        clientId: source("clientId"),
        clientSecret: source("clientSecret"),
        ...endpoint,
      }));
    }
    if (type === "openIdConnect" && option === undefined) reportToken(context, id, at);
    const usual = type === "http" ? "apiKey" : "accessToken";
    const issued = issuedBy(type, at);
    return draft([secret(usual)], (source) => ({
      kind: "bearer",
      id,
      source: source("secret"),
      ...(issued === undefined ? {} : { issued }),
    }));
  }
  if (type === "mutualTLS") {
    reportCertificate(context, id, at);
    return draft([], () => ({ kind: "mutualTLS", id }));
  }
  const message = `Security scheme ${id} (${[type, kind ?? stringField(at.value, "in")].filter(Boolean).join(", ")}) is not sent by the client`;
  const hint = "Callers send it themselves, with defaultHeaders or fetch.";
  context.report("warning", "scheme-not-supported", message, at, hint);
  return undefined;
}

/** Tokens that no client gets by itself: a person has to agree, or a provider of its own is asked. */
function issuedBy(
  type: string,
  { value }: At<JsonObject>,
): Extract<SchemeModel, { kind: "bearer" }>["issued"] {
  if (type === "http") return undefined;
  const isOpenId = type === "openIdConnect";
  return {
    by: isOpenId ? "OpenID Connect" : "OAuth 2.0",
    described: stringField(value, isOpenId ? "openIdConnectUrl" : "oauth2MetadataUrl"),
  };
}

function reportToken(context: Context, id: string, at: At<JsonObject>): void {
  const message = `Security scheme ${id} (openIdConnect): the client carries the token that it is given as accessToken, and gets none itself`;
  const hint = pin(`at the security scheme ${id}`, { option: "accessToken" });
  context.report("warning", "bring-your-own", message, at, hint);
}

function reportCertificate(context: Context, id: string, at: At<JsonObject>): void {
  const message = `Security scheme ${id} (mutualTLS): the certificate is the connection's, and callers bring it`;
  const hint = "Give `fetchOptions` a dispatcher, or `fetch`, that has the certificate.";
  context.report("warning", "bring-your-own", message, at, hint);
}

/** How a key is traded for a token, but for the key's option. */
function exchangeOf(
  context: Context,
  id: string,
  at: At<JsonObject>,
  { operation, request, token, expiresIn }: Exchange,
  operationRoute: (id: string) => Route | undefined,
): Omit<Extract<SchemeModel, { kind: "tokenExchange" }>["exchange"], "source"> | undefined {
  const route = operationRoute(operation);
  if (route === undefined) {
    const message = `Token exchange of ${id} names no operation: "${operation}"`;
    context.report("error", "exchange-operation", message, at);
    return undefined;
  }
  return {
    method: route.httpMethod,
    path: route.sent,
    operation,
    request,
    token,
    expiresIn,
  };
}
