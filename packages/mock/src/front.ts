import type { IncomingMessage, ServerResponse } from "node:http";
import { type Answer, faultAnswer, problem, writeAnswer } from "./answer.ts";
import { decodeSegment, isJsonType, parsePairs, readBody } from "./body.ts";
import type { DocumentOperation } from "./document/operations.ts";
import type { PrismAnswer } from "./prism.ts";
import type { PrismQuestion } from "./prism-request.ts";
import { belowBase } from "./route.ts";
import type { RuleList } from "./rules.ts";
import { strictViolations } from "./strict.ts";
import type { FailRule, RecordedRequest, Violation } from "./types.ts";
import { type Wish, type WishParts, wishOf } from "./wish.ts";

/** What the front needs to answer requests. */
export interface FrontParts extends WishParts {
  readonly bases: readonly string[];
  readonly route: (method: string, path: string) => DocumentOperation | undefined;
  readonly ask: (question: PrismQuestion) => Promise<PrismAnswer>;
  readonly strict: boolean;
  readonly faults: RuleList<FailRule>;
  readonly record: (request: RecordedRequest) => void;
  readonly closing: AbortSignal;
}

/** Reads, judges, answers and records one request. */
export async function handle(
  parts: FrontParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const bytes = await readAll(request);
  const target = request.url ?? "/";
  const method = request.method ?? "GET";
  const mark = target.indexOf("?");
  const rawPath = mark === -1 ? target : target.slice(0, mark);
  const query = mark === -1 ? [] : parsePairs(target.slice(mark + 1));
  const headers = headerRecord(request.rawHeaders);
  const sent = bytes.length > 0 || headers["content-type"] !== undefined;
  const body = sent ? readBody(bytes, headers["content-type"]) : undefined;
  const below = belowBase(rawPath, parts.bases);
  const path = below ?? rawPath;
  const operation = below === undefined ? undefined : parts.route(method, below);

  const own: Violation[] = [];
  const say = (location: readonly string[], message: string): void => {
    own.push({ by: "trunkline", in: "request", location, message });
  };
  if (below === undefined)
    say(["path"], `The path ${rawPath} is not below a server of the document (${parts.bases.join(", ")}).`);
  if (body !== undefined && isJsonType(body.type) && body.json === undefined && bytes.length > 0)
    say(["body"], "The body is no valid JSON.");
  if (parts.strict && operation !== undefined)
    own.push(...strictViolations(parts.document, operation, query, body));

  const fault = parts.faults.take(operation);
  const address = `http://${headers.host}${rawPath}`;
  const wish = wishOf(parts, operation, { address, path, query, body }, headers, fault);
  const judged =
    below === undefined
      ? undefined
      : await parts.ask({ operation, method, path, query, headers, body, ...wish.question });
  const violations = [...own, ...(judged?.violations ?? [])];
  const answer =
    fault?.status === undefined
      ? ordinaryAnswer(own, judged, violations, wish)
      : faultAnswer(fault, fault.status, judged);
  const kept =
    operation !== undefined && wish.ordinary && violations.length === 0 && !fault
      ? parts.state?.keep(operation, path, body?.json, answer)
      : undefined;
  const written = await writeAnswer(response, kept ?? answer, fault, parts.closing);
  parts.record({
    operation: operation?.id ?? operation?.route,
    route: operation?.route,
    method,
    target,
    path,
    segments: path.split("/").slice(1).map(decodeSegment),
    query,
    headers,
    body,
    violations,
    answer: written,
  });
}

function ordinaryAnswer(
  own: readonly Violation[],
  judged: PrismAnswer | undefined,
  violations: readonly Violation[],
  { body, headers }: Wish,
): Answer {
  const refused = judged === undefined || own.length > 0;
  const answer = refused
    ? problem(judged === undefined ? 404 : 422, "The request is not what the document describes", violations)
    : {
        ...judged,
        headers: { ...judged.headers, ...headers },
        body: body === undefined ? judged.body : Buffer.from(JSON.stringify(body)),
      };
  if (violations.length === 0) return answer;
  // The header is for people with curl; the whole list is in the record. Header values are ASCII.
  const short = JSON.stringify(violations)
    .replace(/[^\x20-\x7e]/g, "?")
    .slice(0, 4000);
  return { ...answer, headers: { ...answer.headers, "sl-violations": short } };
}

function headerRecord(raw: readonly string[]): Readonly<Record<string, string>> {
  const record: Record<string, string> = {};
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] ?? "").toLowerCase();
    const value = raw[index + 1] ?? "";
    record[name] = record[name] === undefined ? value : `${record[name]}, ${value}`;
  }
  return record;
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
