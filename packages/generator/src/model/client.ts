import {
  field,
  isObject,
  type JsonObject,
  type JsonValue,
  listField,
  objectField,
  stringField,
} from "../json.ts";
import type { Scope } from "../names/scope.ts";
import type { Context } from "./context.ts";
import { inferHeaders } from "./infer/headers.ts";
import { pinAtRoot } from "./pin.ts";
import { envelopeData } from "./result.ts";
import type { Route } from "./routes.ts";
import { schemesOf } from "./schemes.ts";
import { securityOf, usable } from "./security.ts";
import { serversOf } from "./servers.ts";
import type { ClientModel } from "./types.ts";

export function clientOf(
  context: Context,
  name: string,
  exports: Scope,
  operationRoute: (id: string) => Route | undefined,
  routes: readonly Route[],
): ClientModel {
  const { settings, document } = context;
  const { schemes, credentials } = schemesOf(context, operationRoute);
  const envelope = objectField(settings, "envelope");
  const data = envelopeData(envelope);
  const requestId = stringField(envelope, "requestId");
  const inferred = inferHeaders(context, routes);
  return {
    name,
    optionsName: exports.claim([`${name}Options`, `${name}ClientOptions`]),
    userAgent: `trunkline-${name.toLowerCase().replace(/[^a-z\d_]/g, "") || "client"}`,
    ...serversOf(
      context,
      credentials.map(({ option }) => option),
    ),
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
      data.length === 0 && requestId === undefined
        ? undefined
        : { ...(data.length > 0 && { data }), ...(requestId && { requestId }) },
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
