import {
  field,
  isObject,
  type JsonObject,
  type JsonValue,
  listField,
  objectField,
  stringField,
} from "../json.ts";
import { createScope, type Scope } from "../names/scope.ts";
import { camelCase } from "../names/words.ts";
import { type Context, extensionOf } from "./context.ts";
import { entriesBelow } from "./document.ts";
import { inferHeaders } from "./infer/headers.ts";
import { pin, pinAtRoot } from "./pin.ts";
import type { Route } from "./routes.ts";
import { schemesOf } from "./schemes.ts";
import { securityOf, usable } from "./security.ts";
import type { ClientModel, EnvironmentModel } from "./types.ts";

export function clientOf(
  context: Context,
  name: string,
  exports: Scope,
  operationRoute: (id: string) => Route | undefined,
  routes: readonly Route[],
): ClientModel {
  const { settings, document } = context;
  const { schemes, credentials } = schemesOf(context, name, operationRoute);
  const envelope = objectField(settings, "envelope");
  const data = stringField(envelope, "data");
  const requestId = stringField(envelope, "requestId");
  const inferred = inferHeaders(context, routes);
  return {
    name,
    optionsName: exports.claim([`${name}Options`, `${name}ClientOptions`]),
    userAgent: `trunkline-${name.toLowerCase().replace(/[^a-z\d_]/g, "") || "client"}`,
    environments: environmentsOf(context),
    schemes,
    credentials,
    security: usable(
      securityOf(field(document, "security")) ?? [],
      schemes.map(({ id }) => id),
    ),
    browser: field(objectField(settings, "client"), "browser") === true,
    idempotency: idempotencyOf(context, routes),
    retry: pick(objectField(settings, "retry"), ["never", "statuses", "notProcessed", "maxRetryAfter"]),
    retryAfter: hintsOf(settings),
    rateLimit:
      pick(objectField(settings, "rateLimit"), ["limit", "remaining", "reset"]) ?? inferred.rateLimit,
    envelope:
      data === undefined && requestId === undefined
        ? undefined
        : { ...(data && { data }), ...(requestId && { requestId }) },
    errorFields: {
      ...pick(objectField(settings, "errors"), [
        "code",
        "message",
        "details",
        "requestId",
        "requestIdHeaders",
      ]),
      ...(inferred.requestIdHeaders && { requestIdHeaders: inferred.requestIdHeaders }),
    },
  };
}

function pick(from: JsonObject | undefined, keys: readonly string[]): JsonObject | undefined {
  const found = keys.flatMap((key): [string, JsonValue][] => {
    const value = field(from, key);
    return value === undefined ? [] : [[key, value]];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function hintsOf(settings: JsonObject): readonly JsonObject[] | undefined {
  const hints = listField(settings, "retryAfter")
    .map((hint) => (isObject(hint) ? pick(hint, ["header", "body", "format"]) : undefined))
    .filter((hint) => hint !== undefined);
  return hints.length === 0 ? undefined : hints;
}

function idempotencyOf({ settings, report }: Context, routes: readonly Route[]): ClientModel["idempotency"] {
  const own = objectField(settings, "idempotency");
  const header = stringField(own, "header");
  if (header !== undefined) return { header, keys: field(own, "keys") === "explicit" ? "explicit" : "auto" };
  for (const { key, parameters } of routes) {
    const at = parameters.find(({ value }) =>
      /^(?:x-)?idempotency-key$/i.test(stringField(value, "name") ?? ""),
    );
    const name = stringField(at?.value, "name");
    if (at === undefined || name === undefined || stringField(at.value, "in") !== "header") continue;
    const hint = pinAtRoot(settings, { idempotency: { header: name, keys: "auto" } });
    report(
      "guess",
      "idempotency",
      `${name}, as of ${key}, is taken for an idempotency key and made by the client`,
      at,
      hint,
    );
    return { header: name, keys: "auto" };
  }
  return undefined;
}

function environmentsOf(context: Context): EnvironmentModel[] {
  const scope = createScope((name) => name === "__proto__");
  const servers = listField(context.document, "servers");
  if (servers.length === 0) {
    const hint = "Add `servers` to the document; until then callers must give `baseURL`.";
    context.report("warning", "no-servers", "The document names no server", { pointer: [] }, hint);
  }
  return servers.flatMap((server, index) => {
    const url = stringField(server, "url");
    if (url === undefined || !isObject(server)) return [];
    const at = { pointer: ["servers", index] };
    const filled = fill(server, url);
    if (!/^https?:\/\//i.test(filled)) {
      const hint = "Callers give `baseURL`, or the document an absolute address.";
      context.report(
        "warning",
        "relative-server",
        `Server ${filled} has no host, so that no request can be sent to it`,
        at,
        hint,
      );
    }
    const own = stringField(extensionOf(server), "environment");
    const [word = ""] = (stringField(server, "description") ?? "").split(/[^\p{L}\p{Nd}]+/u);
    const guess = index === 0 ? "production" : camelCase(word) || `server${index + 1}`;
    const name = scope.claim([own ?? guess]);
    if (own === undefined && servers.length > 1) {
      const reason =
        index === 0
          ? "the first server is the default"
          : word === ""
            ? "it has no description"
            : "its description begins so";
      const message = `Server ${filled} is the environment "${name}": ${reason}`;
      context.report("guess", "environment", message, at, pin("at this server", { environment: name }));
    }
    return [{ name, url: filled.replace(/\/+$/, ""), description: stringField(server, "description") }];
  });
}

/** Server variables at their defaults. */
function fill(server: JsonObject, url: string): string {
  let filled = url;
  for (const [name, variable] of entriesBelow({ value: server, pointer: [] }, "variables")) {
    filled = filled.replaceAll(`{${name}}`, stringField(variable.value, "default") ?? "");
  }
  return filled;
}
