import type { ClientPackage, Target } from "@trunkline/conformance/harness";
import {
  callArguments,
  comparePage,
  differences,
  isBinary,
  methodOf,
  withFiles,
} from "@trunkline/conformance/harness";
import { type JsonObject, type JsonValue, objectOf } from "@trunkline/document";
import type { OpenDocument } from "@trunkline/mock/document";
import { compareRequest, type SeenRequest } from "../wire/compare.ts";
import { type CallSample, essence } from "../wire/sample.ts";
import { text } from "../wire/styles.ts";
import { type Answer, answerBody, streamed } from "./answers.ts";
import { secretsOf, sentCredentials } from "./credentials.ts";
import type { Method } from "./methods.ts";

export const BASE = "https://api.example.test/base";

export type ClientClass = new (options: Readonly<Record<string, unknown>>) => object;

/** Calls one method once, and tells all that is wrong with the request and with what came of it. */
export async function callOnce(
  Client: ClientClass,
  pack: ClientPackage,
  { target, fixed }: Pick<Method, "target" | "fixed">,
  given: CallSample,
  answer: Answer,
): Promise<readonly string[]> {
  const sample = withFixed(given, fixed);
  const seen: SeenRequest[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, { ...init, signal: null });
    seen.push({
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: await request.arrayBuffer(),
    });
    const headers = answer.type === undefined ? {} : { "content-type": answer.type };
    return new Response(answerBody(answer), { status: answer.status, headers });
  };
  const client = new Client({ ...secretsOf(pack.credentials), baseURL: BASE, fetch, maxRetries: 0 });
  const outcome = await attempt(() =>
    methodOf(
      client,
      target.names.resource,
      target.names.method,
    )(...argumentsOf(pack, target, sample, Object.keys(fixed))),
  );
  const [request] = seen;
  if (request === undefined) return [`no request was sent: ${reason(outcome)}`];
  const problems = await compareRequest(request, {
    document: pack.document,
    operation: target.operation,
    sample,
    baseURL: BASE,
    // A server of the operation's own is another origin: the client's secrets are not for it.
    credentials: request.url.startsWith(BASE)
      ? sentCredentials(pack.document, target.operation, pack.credentials)
      : [],
  });
  if (seen.length > 1) return [...problems, `${seen.length} requests were sent`];
  if (outcome.thrown)
    return [...problems, `answer ${answer.status} ${answer.type ?? ""} was refused: ${reason(outcome)}`];
  return [...problems, ...(await compareValue(outcome.value, answer))];
}

/** The arguments, placed by the names lock; the body is put beside them as its media type wants it. */
function argumentsOf(
  pack: ClientPackage,
  target: Target,
  sample: CallSample,
  fixed: readonly string[],
): readonly unknown[] {
  const values = (place: string): Map<string, JsonValue> =>
    new Map([...sample.values].filter(([one]) => one.in === place).map(([one, value]) => [one.name, value]));
  const { names } = target;
  const args = [
    ...callArguments(pack, target, {
      path: values("path"),
      query: values("query"),
      header: values("header"),
      cookie: values("cookie"),
      body: undefined,
      idempotencyKey: undefined,
    }),
  ];
  if (sample.body === undefined) return args;
  const at = names.path.length === 1 ? 1 : 0;
  const params: Record<string, unknown> = { ...(args[at] as object | undefined) };
  const body = bodyArgument(pack.document, sample.body);
  const home = names.nested.body ?? (names.body === "fields" ? undefined : "body");
  if (home === undefined) Object.assign(params, body);
  else params[home] = body;
  // The method sets it itself.
  for (const name of fixed) if (params[name] === true) delete params[name];
  args[at] = params;
  return args;
}

function withFixed(sample: CallSample, fixed: JsonObject): CallSample {
  if (sample.body === undefined || Object.keys(fixed).length === 0) return sample;
  return { ...sample, body: { ...sample.body, value: { ...objectOf(sample.body.value), ...fixed } } };
}

function bodyArgument(document: OpenDocument, { content, value }: NonNullable<CallSample["body"]>): unknown {
  const type = essence(content.type);
  if (/[/+]json$/.test(type) || type === "application/x-www-form-urlencoded" || type.startsWith("text/"))
    return value;
  if (/\/\*$|^application\/vnd\.[^+]+$/.test(type) && typeof value === "object") return value;
  if (type.startsWith("multipart/")) return withFiles(document, content.schema, value);
  const isString = objectOf(document.resolve(content.schema)).type === "string";
  return isString && !isBinary(document, content.schema) ? value : new Blob([text(value)]);
}

interface Attempt {
  readonly value?: unknown;
  readonly thrown?: { readonly error: unknown };
}

async function attempt(call: () => unknown): Promise<Attempt> {
  try {
    return { value: await call() };
  } catch (error) {
    return { thrown: { error } };
  }
}

function reason({ thrown }: Attempt): string {
  const error = thrown?.error;
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : String(error);
}

async function compareValue(value: unknown, answer: Answer): Promise<readonly string[]> {
  if (answer.kind === "bytes") {
    if (!(value instanceof Response)) return differences(value, "a Response", "value");
    return differences(await value.text(), text(answer.value), "bytes");
  }
  // A body that says nothing may be read as nothing, or handed out as it came.
  if (answer.kind === "none") {
    const isEmptyPage = differences(objectOf(value).items, [], "items").length === 0;
    const isNothing = value === undefined || value instanceof Response || isEmptyPage;
    return isNothing ? [] : differences(value, undefined, "value");
  }
  if (answer.kind === "text") return differences(value, text(answer.value), "value");
  if (answer.kind === "stream") return compareStream(value, answer);
  const isPage = typeof value === "object" && value !== null && "hasNextPage" in value;
  return isPage ? comparePage(value, answer.value) : differences(value, answer.value, "value");
}

async function compareStream(value: unknown, answer: Answer): Promise<readonly string[]> {
  const seen: unknown[] = [];
  for await (const one of value as AsyncIterable<unknown>) seen.push(one);
  return streamed(answer.value).flatMap((want, index) => {
    const one = seen[index];
    // An event whose data is text comes as it is.
    const data = typeof want === "string" && typeof one === "object" ? objectOf(one).data : one;
    return differences(data, want, `value ${index}`);
  });
}
