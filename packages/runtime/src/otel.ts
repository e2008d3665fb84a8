import {
  type Attributes,
  type Context,
  context,
  createContextKey,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TracerProvider,
  trace,
} from "@opentelemetry/api";
import type { MiddlewareChain } from "./client.ts";
import { type CallRequest, contextOf, type Facts, type Layer, type Reply, scrubberOf } from "./layer.ts";
import type { LayerParts, Wrapping } from "./request/call.ts";
import { safely, within } from "./tracing/safely.ts";

/** Options of {@link openTelemetry}. */
export interface OpenTelemetryOptions {
  /** Makes the spans. @default the provider that is registered globally, also if it is registered later */
  tracerProvider?: TracerProvider | undefined;
}

/** The key by which the SDK is told to make no spans; `@opentelemetry/core` names it, which nobody should need for that. */
const SUPPRESSED: symbol = createContextKey("OpenTelemetry SDK Context Key SUPPRESS_TRACING");

/** Methods that the conventions know. */
const METHODS = /^(?:CONNECT|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT|TRACE|QUERY)$/;

/**
 * Makes middleware that traces a client's calls with OpenTelemetry. Each call has an INTERNAL span with the operation's
 * id as its name. Each request of the call has a CLIENT span in it, with the attributes of the semantic conventions for
 * HTTP; redirects, repeated requests and requests for tokens have one too. An instrumented `fetch` makes no further
 * spans. `traceparent` is sent only to the origin of the client's base URL. Attributes never contain a credential. A
 * failure of telemetry never fails a call.
 *
 * @example
 * import { openTelemetry } from "@trunkline/runtime/otel";
 *
 * const client = new Vendor({ middleware: openTelemetry() });
 * const both = new Vendor({ middleware: chainMiddleware(openTelemetry(), cache) });
 */
export function openTelemetry({ tracerProvider }: OpenTelemetryOptions = {}): MiddlewareChain {
  const begin: Begin = (name, kind, attributes, parent) =>
    safely(() =>
      (tracerProvider ?? trace).getTracer("@trunkline/runtime").startSpan(name, { kind, attributes }, parent),
    );
  return {
    wrap(parts: LayerParts): Wrapping {
      const sent = new WeakMap<Facts, number>();
      const { origin } = new URL(parts.baseURL);
      return {
        call: (next) => (request) => traceCall(request, next, begin),
        wire: (next) => (request) => {
          const count = sent.get(request.facts) ?? 0;
          sent.set(request.facts, count + 1);
          return traceRequest(request, next, { begin, count, isOwn: isAt(request.url, origin) });
        },
      };
    },
  };
}

type Begin = (name: string, kind: SpanKind, attributes: Attributes, parent: Context) => Span | undefined;

async function traceCall(request: CallRequest, next: Layer, begin: Begin): Promise<Reply> {
  const active = safely(() => context.active());
  const { operation = "" } = contextOf(request.facts);
  const span = active && begin(operation, SpanKind.INTERNAL, {}, active);
  if (!span) return next(request);
  try {
    const reply = await within(
      () => trace.setSpan(active, span),
      () => next(request),
    );
    if (reply.error) fail(span, typeOf(reply.error));
    return reply;
  } catch (error) {
    fail(span, typeOf(error));
    throw error;
  } finally {
    safely(() => span.end());
  }
}

interface OnTheWire {
  readonly begin: Begin;
  /** How many requests the call has sent before. */
  readonly count: number;
  /** It goes to the origin of the client's base URL. */
  readonly isOwn: boolean;
}

async function traceRequest(
  request: CallRequest,
  next: Layer,
  { begin, count, isOwn }: OnTheWire,
): Promise<Reply> {
  const active = safely(() => context.active());
  const { method, path = "" } = contextOf(request.facts);
  const known = METHODS.test(request.method) ? request.method : "HTTP";
  // A redirect may have made a GET of it.
  const name = `${known} ${path}`;
  const span = active && begin(name, SpanKind.CLIENT, attributesOf(request, path, count), active);
  if (!span || method === undefined) return next(request);
  const traced = isOwn ? withParent(request, active, span) : request;
  try {
    // What instruments fetch would make a second span of the same request, and tell other origins of it.
    const inside = (): Context => trace.setSpan(active, span).setValue(SUPPRESSED, true);
    const reply = await within(inside, () => next(traced));
    const { status } = reply.response;
    safely(() => span.setAttribute("http.response.status_code", status));
    if (status >= 400) fail(span, String(status));
    return reply;
  } catch (error) {
    fail(span, typeOf(error));
    throw error;
  } finally {
    safely(() => span.end());
  }
}

function attributesOf({ method, url, facts }: CallRequest, template: string, count: number): Attributes {
  const { hostname, port, protocol } = new URL(url);
  const isKnown = METHODS.test(method);
  return {
    "http.request.method": isKnown ? method : "_OTHER",
    ...(!isKnown && { "http.request.method_original": method }),
    "server.address": hostname.replace(/^\[|\]$/g, ""),
    "server.port": port ? Number(port) : protocol === "http:" ? 80 : 443,
    "url.full": scrubberOf(facts).label(url),
    "url.template": template,
    ...(count > 0 && { "http.request.resend_count": count }),
  };
}

/** The request with the fields that name its span; one that the caller has set stands. */
function withParent(request: CallRequest, active: Context, span: Span): CallRequest {
  const carrier: Record<string, unknown> = {};
  safely(() => propagation.inject(trace.setSpan(active, span), carrier));
  const headers: Record<string, string> = { ...request.headers };
  for (const [name, value] of Object.entries(carrier)) {
    const field = name.toLowerCase();
    if (typeof value === "string" && /^[\x20-\x7e]*$/.test(value)) headers[field] ??= value;
  }
  return { ...request, headers };
}

function fail(span: Span, type: string): void {
  safely(() => span.setAttribute("error.type", type).setStatus({ code: SpanStatusCode.ERROR }));
}

/** A status, or the name of the error; its message may quote an answer. */
function typeOf(error: unknown): string {
  const { status, name } = Object(error) as { readonly status?: unknown; readonly name?: unknown };
  return typeof status === "number" ? String(status) : typeof name === "string" ? name : "_OTHER";
}

function isAt(url: string, origin: string): boolean {
  return new URL(url).origin === origin;
}
