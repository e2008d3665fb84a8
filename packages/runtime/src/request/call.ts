import type { ClientState } from "../client-state.ts";
import { now } from "../clock/timers.ts";
import type { Access } from "../credentials/choose-schemes.ts";
import type { ClientDefinition } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import { type CallRequest, contextOf, type Facts, type Layer, type Reply } from "../layer.ts";
import { authenticated } from "../layers/authenticated.ts";
import { redirecting } from "../layers/redirecting.ts";
import { type Retrying, retrying } from "../layers/retrying.ts";
import { type Sender, sending } from "../layers/transport.ts";
import { withinClock } from "../layers/within-clock.ts";
import type { ClientOptions } from "../options.ts";
import type { MiddlewareChain, Quota } from "../plug-in.ts";
import type { StartCall } from "../promise.ts";
import { answerError } from "../response/answer-error.ts";
import { readReply } from "../response/read.ts";
import { exhaustion } from "../retry/hints.ts";
import type { SchemeContext } from "../security-scheme.ts";
import { describeValue } from "../values/plain.ts";
import { type CallInput, ofCall, prepare } from "./prepare.ts";

/**
 * Prepares a call; nothing is sent before it is started. Arguments are read at once, as `fetch` does: what becomes of
 * them later is the caller's own.
 */
export function startCall<T>(state: ClientState, input: CallInput): StartCall<T> {
  let prepared: CallRequest;
  try {
    prepared = prepare(state, input);
  } catch (error) {
    return () => {
      throw error;
    };
  }
  const { facts } = prepared;
  const start: StartCall<T> = (mode) => {
    const asResponse = mode === "response";
    const request: CallRequest = asResponse ? { ...prepared, reads: "stream" } : prepared;
    const reading = { facts, keepEnvelope: input.keepEnvelope ?? false, asResponse };
    return send(state, request, (reply) => readReply<T>(reading, reply));
  };
  start.context = () => contextOf(facts);
  return start;
}

/**
 * Sends a prepared request through the client's layers. Its time as a whole begins here.
 *
 * @param read makes what is returned of the reply
 */
export function send<T>(
  { layers }: ClientState,
  request: CallRequest,
  read: (reply: Reply) => T | Promise<T>,
): Promise<T> {
  const { facts, limits } = request;
  const { totalTimeout } = limits;
  const failed = (thrown: unknown): never => {
    const error = ofCall(thrown, facts);
    facts.report?.(facts, "error", { error });
    throw error;
  };
  const isLimited = totalTimeout !== Number.POSITIVE_INFINITY;
  return layers(isLimited ? { ...request, deadline: now() + totalTimeout } : request).then((reply) => {
    try {
      const value = read(reply);
      return value instanceof Promise ? value.catch(failed) : value;
    } catch (thrown) {
      return failed(thrown);
    }
  }, failed);
}

/** A layer around another one. */
export type Around = (next: Layer) => Layer;

/** What a plug-in puts around the layers of a client. */
export interface Wrapping {
  /** Around a call with all its attempts. */
  readonly call?: Around | undefined;
  /** Around each attempt, outside its credentials. */
  readonly attempt?: Around | undefined;
  /** Around each request on the wire: hops and replays are requests of their own. */
  readonly wire?: Around | undefined;
  /** Told of a refusal that names its end, in milliseconds. */
  readonly refused?: ((facts: Facts, wait: number) => void) | undefined;
}

/** What the layers of a client are made with. */
export interface LayerParts {
  readonly definition: ClientDefinition;
  readonly retrying: Retrying;
  readonly authenticators: Access["authenticators"];
  readonly tools: SchemeContext;
  readonly transport: Sender;
  readonly options: ClientOptions;
  readonly baseURL: string;
  /** What errors say of the call that they belong to. */
  readonly contextOf: typeof contextOf;
}

/**
 * The way of every request of a client, from the outside in.
 *
 * @throws {UsageError} for middleware that is not made by `chainMiddleware`, and a quota that nothing has made
 */
export function callLayers(parts: LayerParts): Layer {
  const { definition, options } = parts;
  const { middleware, quota } = options;
  const {
    call = itself,
    attempt = itself,
    wire = itself,
  } = middleware === undefined ? {} : wrapping(middleware, parts, "middleware", "chainMiddleware");
  const { wire: metered = itself, refused } =
    quota === undefined ? {} : wrapping(quota, parts, "quota", "memoryQuota");
  return call(
    retrying(
      { ...parts.retrying, refused },
      {
        errorOf: (facts, reply) => (reply.response.ok ? undefined : answerError(facts, reply)),
        // Who counts what goes out need not stop where nothing remains.
        exhaustionOf: ({ response }) => (quota ? undefined : exhaustion(response.headers, definition)),
      },
      attempt(
        authenticated(
          parts.authenticators,
          parts.tools,
          withinClock(redirecting(wire(metered(sending(parts.transport))))),
        ),
      ),
    ),
  );
}

function itself(layer: Layer): Layer {
  return layer;
}

function wrapping(
  plugIn: MiddlewareChain | Quota,
  parts: LayerParts,
  option: string,
  maker: string,
): Wrapping {
  const wrap: unknown = plugIn?.wrap;
  if (typeof wrap === "function") return wrap(parts) as Wrapping;
  throw new UsageError(`${option} is ${describeValue(plugIn)}, not made by ${maker}().`);
}
