import { answersOf } from "../answer-media.ts";
import type { ClientModel } from "../client-model.ts";
import type { Context } from "../context.ts";
import { type At, entriesBelow } from "../document.ts";
import { pinAtRoot } from "../pin.ts";
import type { Route } from "../routes.ts";

/** Headers of answers by their small letters, each as it is written first and with the number of answers that have it. */
type Seen = ReadonlyMap<string, { readonly name: string; readonly at: At<unknown>; count: number }>;

function headersOf(context: Context, routes: readonly Route[]): Seen {
  const seen = new Map<string, { readonly name: string; readonly at: At<unknown>; count: number }>();
  for (const route of routes) {
    for (const { at } of answersOf(context, route)) {
      for (const [name, header] of entriesBelow(at, "headers")) {
        const known = seen.get(name.toLowerCase());
        if (known === undefined) seen.set(name.toLowerCase(), { name, at: header, count: 1 });
        else known.count++;
      }
    }
  }
  return seen;
}

/** Read by every client, whatever the document says. */
const usualIds: readonly string[] = ["x-request-id", "request-id"];

/** What the headers of answers are taken for: the id of a request, and how much of a rate limit is left. */
export function inferHeaders(
  context: Context,
  routes: readonly Route[],
): {
  readonly requestIdHeaders: readonly string[] | undefined;
  readonly rateLimit: ClientModel["rateLimit"];
} {
  const isUnsaid = {
    id: context.settings.errors?.requestIdHeaders === undefined,
    rateLimit: context.settings.rateLimit === undefined,
  };
  if (!isUnsaid.id && !isUnsaid.rateLimit) return { requestIdHeaders: undefined, rateLimit: undefined };
  const seen = headersOf(context, routes);
  return {
    requestIdHeaders: isUnsaid.id ? inferRequestId(context, seen) : undefined,
    rateLimit: isUnsaid.rateLimit ? inferRateLimit(context, seen) : undefined,
  };
}

function inferRequestId(context: Context, seen: Seen): readonly string[] | undefined {
  const own = [...seen]
    .filter(([key]) => /^(?:x-)?(?:[a-z0-9]+-)*(?:request|correlation|trace)-?id$/.test(key))
    .sort(([, a], [, b]) => b.count - a.count);
  const [first] = own;
  if (first === undefined || own.every(([key]) => usualIds.includes(key))) return undefined;
  const names = [...new Set([...own.map(([, { name }]) => name), ...usualIds])].filter(
    (name, index, all) => all.findIndex((one) => one.toLowerCase() === name.toLowerCase()) === index,
  );
  const message = `${first[1].name} is taken for the id of a request: answers carry it`;
  const hint = pinAtRoot(context.settings, { errors: { requestIdHeaders: names } });
  context.report("guess", "request-id", message, first[1].at, hint);
  return names;
}

function inferRateLimit(context: Context, seen: Seen): ClientModel["rateLimit"] {
  for (const prefix of ["x-ratelimit-", "x-rate-limit-", "ratelimit-", "rate-limit-"]) {
    const found = ["limit", "remaining", "reset"].flatMap((part) => {
      const header = seen.get(prefix + part);
      return header === undefined ? [] : [[part, header] as const];
    });
    const [first] = found;
    if (first === undefined || found.length < 2) continue;
    const rateLimit = Object.fromEntries(found.map(([part, { name }]) => [part, name]));
    const message = `${found.map(([, { name }]) => name).join(", ")} are taken for the rate limit: answers carry them`;
    context.report("guess", "rate-limit", message, first[1].at, pinAtRoot(context.settings, { rateLimit }));
    return rateLimit;
  }
  return undefined;
}
