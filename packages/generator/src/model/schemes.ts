import { withoutEndSlashes } from "../end-slashes.ts";
import { type JsonObject, listField, objectField, stringField } from "../json.ts";
import { camelCase } from "../names/words.ts";
import { type Context, extensionOf } from "./context.ts";
import { type At, entriesBelow, resolveObject } from "./document.ts";
import { pin } from "./pin.ts";
import type { Route } from "./routes.ts";
import { filledURL } from "./servers.ts";
import type { CredentialModel, CredentialSource, SchemeModel } from "./types.ts";

/** Schemes that a client can do by itself, and the options that their secrets come from. */
export function schemesOf(
  context: Context,
  clientName: string,
  operationRoute: (id: string) => Route | undefined,
): { readonly schemes: readonly SchemeModel[]; readonly credentials: readonly CredentialModel[] } {
  const schemes: SchemeModel[] = [];
  const credentials = new Map<string, CredentialModel>();
  const offer = (one: CredentialModel): void => {
    if (!credentials.has(one.option)) credentials.set(one.option, one);
  };
  for (const [id, reference] of entriesBelow(
    { value: context.document, pointer: [] },
    "components",
    "securitySchemes",
  )) {
    const at = resolveObject(context.document, reference);
    const scheme = at && schemeOf(context, id, at, clientName, operationRoute);
    if (scheme === undefined) continue;
    schemes.push(scheme);
    if (scheme.kind === "mutualTLS") continue;
    if (at !== undefined) reportOption(context, id, scheme, at);
    const description = stringField(at?.value, "description");
    if (scheme.kind === "basic") {
      offer({ ...scheme.username, description: description ?? "User name.", instead: undefined });
      offer({ ...scheme.password, description: "Password.", instead: undefined });
    } else if (scheme.kind === "tokenExchange") {
      const { exchange, source } = scheme;
      offer({ ...exchange.source, description: exchangeKeyText(source.option), instead: undefined });
      offer({ ...source, description, instead: exchange.source.option });
    } else if (scheme.kind === "clientCredentials") {
      const { clientId, clientSecret, source } = scheme;
      offer({ ...clientId, description: "Client id, as the vendor issued it.", instead: undefined });
      offer({
        ...clientSecret,
        description: exchangeKeyText(source.option, "Client secret"),
        instead: undefined,
      });
      offer({ ...source, description, instead: clientSecret.option });
    } else {
      offer({ ...scheme.source, description, instead: undefined });
    }
  }
  return { schemes, credentials: [...credentials.values()] };
}

function reportOption(
  context: Context,
  id: string,
  scheme: Exclude<SchemeModel, { kind: "mutualTLS" }>,
  at: At<JsonObject>,
): void {
  if (stringField(extensionOf(at.value), "option") !== undefined) return;
  const { option, env } = scheme.kind === "basic" ? scheme.username : scheme.source;
  const message = `The secret of ${id} is the option ${option}${env === undefined ? "" : `, or the environment variable ${env}`}: as is usual for its type`;
  const hint = pin(`at the security scheme ${id}`, { option, ...(env === undefined ? {} : { env }) });
  context.report("guess", "credential-option", message, at, hint);
}

function exchangeKeyText(token: string, what = "API key"): string {
  return `${what}. The client trades it for an access token, carries that and renews it in time; not needed with \`${token}\`.`;
}

function schemeOf(
  context: Context,
  id: string,
  at: At<JsonObject>,
  clientName: string,
  operationRoute: (id: string) => Route | undefined,
): SchemeModel | undefined {
  const extension = extensionOf(at.value);
  const type = stringField(at.value, "type");
  const kind = stringField(at.value, "scheme")?.toLowerCase();
  const source = (fallback: string): CredentialSource => {
    const option = camelCase(stringField(extension, "option") ?? fallback);
    return { option, env: stringField(extension, "env") ?? environmentName(clientName, option) };
  };
  if (type === "apiKey") {
    const place = stringField(at.value, "in");
    const parameter = stringField(at.value, "name");
    if (parameter !== undefined && (place === "header" || place === "query" || place === "cookie")) {
      return { kind: "apiKey", id, in: place, parameter, source: source("apiKey") };
    }
  } else if (type === "http" && kind === "basic") {
    const username = source("username");
    const prefix = stringField(extension, "option") === undefined ? "" : `${username.option} `;
    const option = camelCase(`${prefix}password`);
    return { kind: "basic", id, username, password: { option, env: environmentName(clientName, option) } };
  } else if ((type === "http" && kind === "bearer") || type === "oauth2" || type === "openIdConnect") {
    const exchange = objectField(extension, "exchange");
    const flow = objectField(objectField(at.value, "flows"), "clientCredentials");
    const tokenURL = stringField(flow, "tokenUrl");
    if (exchange === undefined && type === "oauth2" && tokenURL !== undefined) {
      const found = endpointOf(context, tokenURL);
      const part = (option: string): CredentialSource => ({
        option,
        env: environmentName(clientName, option),
      });
      if (found !== undefined) {
        const [clientId, clientSecret] = [part("clientId"), part("clientSecret")];
        return {
          kind: "clientCredentials",
          id,
          source: source("accessToken"),
          clientId,
          clientSecret,
          ...found,
        };
      }
    }
    if (type === "openIdConnect" && stringField(extension, "option") === undefined) {
      const message = `Security scheme ${id} (openIdConnect): the client carries the token that it is given as accessToken, and gets none itself`;
      const hint = pin(`at the security scheme ${id}`, { option: "accessToken" });
      context.report("warning", "bring-your-own", message, at, hint);
    }
    if (exchange === undefined)
      return { kind: "bearer", id, source: source(type === "http" ? "apiKey" : "accessToken") };
    return exchangeOf(context, id, at, exchange, source("accessToken"), clientName, operationRoute);
  }
  if (type === "mutualTLS") {
    const message = `Security scheme ${id} (mutualTLS): the certificate is the connection's, and callers bring it`;
    const hint = "Give `fetchOptions` a dispatcher, or `fetch`, that has the certificate.";
    context.report("warning", "bring-your-own", message, at, hint);
    return { kind: "mutualTLS", id };
  }
  const message = `Security scheme ${id} (${[type, kind ?? stringField(at.value, "in")].filter(Boolean).join(", ")}) is not sent by the client`;
  context.report(
    "warning",
    "scheme-not-supported",
    message,
    at,
    "Callers send it themselves, with defaultHeaders or fetch.",
  );
  return undefined;
}

function exchangeOf(
  context: Context,
  id: string,
  at: At<JsonObject>,
  exchange: JsonObject,
  source: CredentialSource,
  clientName: string,
  operationRoute: (id: string) => Route | undefined,
): SchemeModel | undefined {
  const operation = stringField(exchange, "operation") ?? "";
  const route = operationRoute(operation);
  if (route === undefined) {
    context.report(
      "error",
      "exchange-operation",
      `Token exchange of ${id} names no operation: "${operation}"`,
      at,
    );
    return undefined;
  }
  const option = camelCase(stringField(exchange, "option") ?? "apiKey");
  return {
    kind: "tokenExchange",
    id,
    source,
    exchange: {
      source: { option, env: stringField(exchange, "env") ?? environmentName(clientName, option) },
      method: route.httpMethod,
      path: route.path,
      operation,
      request: stringField(exchange, "request") ?? "/api_key",
      token: stringField(exchange, "token") ?? "/access_token",
      expiresIn: stringField(exchange, "expiresIn"),
    },
  };
}

/** Where tokens are issued: a relative address begins at the first server. */
function endpointOf(
  { document }: Context,
  tokenURL: string,
): { readonly path: string; readonly server: string | undefined } | undefined {
  if (!/^https?:\/\//i.test(tokenURL)) {
    return /[?#{}]/.test(tokenURL)
      ? undefined
      : { path: `/${tokenURL.replace(/^\/+/, "")}`, server: undefined };
  }
  if (!URL.canParse(tokenURL)) return undefined;
  const { origin, pathname, search, hash } = new URL(tokenURL);
  if (search !== "" || hash !== "" || /[{}]|%7[bd]/i.test(pathname)) return undefined;
  const first = filledURL(listField(document, "servers")[0]);
  const base = first === undefined ? undefined : withoutEndSlashes(first);
  if (base !== undefined && tokenURL.startsWith(`${base}/`))
    return { path: tokenURL.slice(base.length), server: undefined };
  return { path: pathname, server: origin };
}

/** `AgentRef` + `apiKey` -> `AGENT_REF_API_KEY`. */
function environmentName(clientName: string, option: string): string {
  return `${clientName} ${option}`
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z\d]+/g, "_")
    .toUpperCase();
}
