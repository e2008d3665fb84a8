import { type Exchange, type JsonObject, objectField, readExtension, stringField } from "@trunkline/document";
import { camelCase } from "../names/words.ts";
import type { Context } from "./context.ts";
import type { Part, Role } from "./credential-options.ts";
import type { CredentialSource, SchemeModel } from "./credentials-model.ts";
import type { At } from "./document.ts";
import { pin } from "./pin.ts";
import type { Route } from "./routes.ts";
import { tokenEndpointOf } from "./token-endpoint.ts";

/** A scheme before its options have names. */
export interface Draft {
  readonly id: string;
  readonly at: At<JsonObject>;
  readonly parts: readonly Part[];
  make(source: (role: Role) => CredentialSource): SchemeModel;
}

/** A scheme that the client can do by itself; `undefined` for any other, which is reported. */
export function draftOf(
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
