import { startClock, until } from "../clock/clock.ts";
import { remade } from "../errors/remade.ts";
import { UsageError } from "../errors/usage-error.ts";
import { type CallRequest, contextOf, type Facts, type Layer, type Reply } from "../layer.ts";
import { endingError } from "../layer-errors.ts";
import type { Around, LayerParts } from "../request/call.ts";
import { changeRequest } from "./change-request.ts";
import { identityOf, type Names } from "./identity.ts";
import { type OwnFields, splitQuery } from "./own-fields.ts";
import { type Handed, handed, replyOf } from "./reply-of.ts";
import type { Middleware, MiddlewareRequest } from "./types.ts";

/** What the functions of one chain share for one client. */
export interface Site {
  readonly parts: LayerParts;
  readonly fields: OwnFields;
  readonly names: Names;
  /** How often a call was begun. */
  readonly attempts: WeakMap<Facts, number>;
}

/** A function around each attempt. What asks for tokens is not shown to it, nor what is answered there. */
export function aroundAttempt(middleware: Middleware, who: string, site: Site): Around {
  return (next) => async (request) => {
    if (request.facts.issuesTokens || request.signal?.aborted) return next(request);
    const clock = startClock(request.signal);
    try {
      clock.arm(Math.max(0, until(request.deadline)), "totalTimeout");
      return await clock.race(run(request, next, clock.signal, { middleware, who, site }));
    } catch (error) {
      // The function may not have waited where the error was made: here somebody does, whom its stack can name.
      throw clock.ended ? endingError(request, clock.ended) : remade(error);
    } finally {
      clock.stop();
    }
  };
}

interface Running {
  readonly middleware: Middleware;
  readonly who: string;
  readonly site: Site;
}

async function run(
  given: CallRequest,
  next: Layer,
  signal: AbortSignal,
  { middleware, who, site }: Running,
): Promise<Reply> {
  const { parts, fields, names, attempts } = site;
  const request = { ...given, tools: given.tools ?? { ...parts.tools, asked: new Map() } };
  const { facts } = request;
  const view = viewOf(request, fields, {
    attempt: attempts.get(facts) ?? 1,
    identity: await identityOf(request, parts, fields, names),
    signal,
  });
  let fault: unknown;
  let isAsked = false;
  let answer: Handed | undefined;
  const change = (changes: unknown): CallRequest => {
    try {
      if (isAsked) {
        const what = "called next() a second time; each attempt is sent once, and retries are the client's.";
        throw new UsageError(`${who} ${what}`, contextOf(facts));
      }
      isAsked = true;
      return changeRequest(request, view, changes, fields, who);
    } catch (error) {
      fault = error;
      throw error;
    }
  };
  const returned = await middleware(view, async (changes) => {
    answer = handed(await next(change(changes)));
    return answer.response;
  });
  // It may have caught what was thrown at it.
  if (fault) throw fault;
  return replyOf(request, returned, answer, who);
}

function viewOf(
  { facts, url, headers, body }: CallRequest,
  { isSecret, isSecretQuery }: OwnFields,
  known: Pick<MiddlewareRequest, "attempt" | "identity" | "signal">,
): MiddlewareRequest {
  const { client = "", operation = "", method = "", path = "" } = contextOf(facts);
  const shown = Object.entries(headers).filter(([name]) => !isSecret(name));
  return Object.freeze({
    client,
    operation,
    method,
    path,
    url: splitQuery(url, isSecretQuery).rest,
    headers: Object.freeze(Object.fromEntries(shown)),
    body: typeof body?.body === "string" ? body.body : undefined,
    ...known,
  });
}
