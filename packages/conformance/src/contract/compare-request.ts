import { sentPath } from "@trunkline/document";
import type { RecordedRequest } from "@trunkline/mock";
import type { DocumentParameter } from "@trunkline/mock/document";
import { compareBody } from "./compare-body.ts";
import { differences, show } from "./differences.ts";
import type { Intent } from "./intent.ts";
import { type Pair, wireHeaders, wireQuery, wireSegments } from "./wire.ts";

/** Headers that fetch adds, or that say how a body is encoded. */
const TRANSPORT: ReadonlySet<string> = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "cache-control",
  "connection",
  "content-length",
  "content-type",
  "host",
  "pragma",
  "sec-fetch-mode",
  "transfer-encoding",
  "user-agent",
]);

/** Everything in which a request differs from what was meant. */
export function compareRequest(actual: RecordedRequest, intent: Intent): readonly string[] {
  const { operation } = intent.target;
  // What is never sent tells operations apart in the document alone.
  if (actual.route === undefined || wireOf(actual.route) !== wireOf(operation.route))
    return [`${actual.method} ${actual.target} was sent, expected ${operation.route}`];
  return [
    ...differences(actual.segments, wireSegments(intent.target, intent.sample), "path"),
    ...compareQuery(actual, intent),
    ...compareHeaders(actual, intent),
    ...compareBody(actual.body, intent),
  ];
}

function compareQuery(actual: RecordedRequest, intent: Intent): readonly string[] {
  const keys = intent.credentials.filter((one) => one.place === "query");
  const expected = [
    ...wireQuery(intent.target, intent.sample),
    ...intent.target.operation.fixedQuery,
    ...keys.map((one): Pair => [one.name, one.value]),
  ];
  return differences(grouped(actual.query), grouped(expected), "query");
}

function wireOf(route: string): string {
  const { path, query } = sentPath(route);
  return `${path}?${query}`;
}

/** The order of names means nothing, the order of one name's values does. */
function grouped(pairs: readonly Pair[]): Readonly<Record<string, readonly string[]>> {
  const names = [...new Set(pairs.map(([name]) => name))].sort();
  return Object.fromEntries(
    names.map((name) => [name, pairs.filter((pair) => pair[0] === name).map((pair) => pair[1])]),
  );
}

function compareHeaders(actual: RecordedRequest, intent: Intent): readonly string[] {
  const expected = new Map(wireHeaders(intent.target, intent.sample));
  for (const scheme of intent.credentials) {
    if (scheme.place === "header") expected.set(scheme.name, scheme.value);
    if (scheme.place === "cookie")
      expected.set(
        "cookie",
        [expected.get("cookie"), `${scheme.name}=${scheme.value}`].filter(Boolean).join("; "),
      );
  }
  const problems: string[] = [];
  const key = intent.key?.header.toLowerCase();
  if (intent.key !== undefined && key !== undefined) {
    const sent = actual.headers[key];
    const { value, header } = intent.key;
    if (
      value === "made"
        ? sent === undefined || sent.trim() === ""
        : sent !== (value === "none" ? undefined : value)
    )
      problems.push(
        `header ${header} is ${show(sent)}, expected ${value === "made" ? "a key" : show(value)}`,
      );
  }
  for (const [name, value] of expected)
    if (actual.headers[name] !== value)
      problems.push(`header ${name} is ${show(actual.headers[name])}, expected ${show(value)}`);
  for (const name of Object.keys(actual.headers))
    if (!expected.has(name) && name !== key && !TRANSPORT.has(name))
      problems.push(`header ${name} is ${show(actual.headers[name])}, expected nothing`);
  return problems;
}

/** The wire names of the parameters that a request sets: what it counts for in the coverage. */
export function isSet(parameter: DocumentParameter, actual: RecordedRequest): boolean {
  const { name, style, explode } = parameter;
  switch (parameter.in) {
    case "path":
      return true;
    case "header":
      return actual.headers[name.toLowerCase()] !== undefined;
    case "cookie":
      return (actual.headers.cookie ?? "").split("; ").some((one) => one.startsWith(`${name}=`));
    default:
      if (style === "deepObject") return actual.query.some(([key]) => key.startsWith(`${name}[`));
      // An exploded object leaves only its members' names.
      return actual.query.some(([key]) => key === name) || (explode && isSpread(parameter, actual));
  }
}

function isSpread({ example }: DocumentParameter, actual: RecordedRequest): boolean {
  if (typeof example !== "object" || example === null || Array.isArray(example)) return false;
  return Object.keys(example).every((member) => actual.query.some(([key]) => key === member));
}
