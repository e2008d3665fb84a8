import { field, type Quota, type Read, stringField } from "@trunkline/document";
import type { Scope } from "../names/scope.ts";
import type { ClientModel, QuotaModel, RetryModel } from "./client-model.ts";
import type { Context } from "./context.ts";
import { inferHeaders } from "./infer/headers.ts";
import { pinAtRoot } from "./pin.ts";
import type { Route } from "./routes.ts";
import { schemesOf } from "./schemes.ts";
import { securityOf, usable } from "./security.ts";
import { serversOf } from "./servers.ts";

export function clientOf(
  context: Context,
  name: string,
  exports: Scope,
  operationRoute: (id: string) => Route | undefined,
  routes: readonly Route[],
): ClientModel {
  const { settings, document } = context;
  const { schemes, credentials } = schemesOf(context, operationRoute);
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
    browser: settings.client?.browser === true,
    idempotency: idempotencyOf(context, routes),
    retry: retryOf(settings),
    retryAfter: settings.retryAfter,
    rateLimit: settings.rateLimit ?? inferred.rateLimit,
    quotas: settings.quotas?.map(quotaOf),
    envelope: settings.envelope,
    errorFields: errorFieldsOf(settings, inferred.requestIdHeaders),
  };
}

/** All times are milliseconds at run time. */
function retryOf({ retry }: Read<"document">): RetryModel | undefined {
  if (retry === undefined) return undefined;
  const { maxRetryAfterSeconds: seconds, ...rules } = retry;
  return seconds === undefined ? rules : { ...rules, maxRetryAfterMs: seconds * 1000 };
}

const LENGTHS = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

function quotaOf(quota: Quota): QuotaModel {
  const { limit, scope, headers } = quota;
  const per = "per" in quota ? LENGTHS[quota.per] : quota.perSeconds * 1000;
  return { limit, per, scope, ...(headers && { headers }) };
}

/** What errors are read with; their classes are declared, and named where the errors are. */
function errorFieldsOf(
  { errors = {} }: Read<"document">,
  requestIdHeaders: readonly string[] | undefined,
): ClientModel["errorFields"] {
  const { classes: _, ...fields } = errors;
  return { ...fields, ...(requestIdHeaders && { requestIdHeaders }) };
}

function idempotencyOf({ settings, report }: Context, routes: readonly Route[]): ClientModel["idempotency"] {
  const own = settings.idempotency;
  if (own !== undefined) return { header: own.header, keys: own.keys ?? "auto" };
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
