import { differences, show } from "@trunkline/conformance/harness";
import type { DocumentOperation, OpenDocument } from "@trunkline/mock/document";
import { type ExpectedBody, type ExpectedPart, expectedBody } from "./expected-body.ts";
import { type CallSample, essence } from "./sample.ts";
import { cookiePairs, type Pair, pathText, queryPairs, simpleText } from "./styles.ts";

/** A request as the stub saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: ArrayBuffer;
}

export interface Expectation {
  readonly document: OpenDocument;
  readonly operation: DocumentOperation;
  readonly sample: CallSample;
  /** Where the client was told to send to, without a slash at the end. */
  readonly baseURL: string;
  /** Headers, query pairs and cookies that carry the credentials. */
  readonly credentials: readonly { readonly place: string; readonly name: string; readonly value: string }[];
}

/** Headers that a client sets of its own accord. */
const OWN: ReadonlySet<string> = new Set(["accept", "content-type", "user-agent", "content-length"]);

/** Everything in which the request is not what the document asks for. */
export async function compareRequest(
  seen: SeenRequest,
  expectation: Expectation,
): Promise<readonly string[]> {
  const { operation } = expectation;
  return [
    ...differences(seen.method, operation.method, "method"),
    ...comparePath(seen, expectation),
    ...differences(grouped(new URL(seen.url).searchParams), grouped(expectedQuery(expectation)), "query"),
    ...compareHeaders(seen, expectation),
    ...(await compareBody(seen, expectation)),
  ];
}

function comparePath(seen: SeenRequest, { operation, sample, baseURL }: Expectation): readonly string[] {
  const url = seen.url.split(/[?#]/)[0] ?? "";
  const bases = [baseURL, ...operation.servers.map((one) => one.replace(/\/$/, ""))];
  const base = bases.find((one) => url.startsWith(`${one}/`) || url === one);
  if (base === undefined) return [`${url} is sent to none of ${bases.join(", ")}`];
  const actual = url.slice(base.length).split("/").map(decodeURIComponent);
  const expected = operation.path.split("/").map((segment) =>
    segment.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
      const parameter = [...sample.values.keys()].find((one) => one.in === "path" && one.name === name);
      const value = parameter && sample.values.get(parameter);
      return parameter === undefined || value === undefined ? whole : pathText(parameter, value);
    }),
  );
  return differences(actual, expected, "path");
}

function expectedQuery({ operation, sample, credentials }: Expectation): readonly Pair[] {
  return [
    ...[...sample.values].flatMap(([one, value]) => (one.in === "query" ? queryPairs(one, value) : [])),
    ...operation.fixedQuery,
    ...credentials.filter(({ place }) => place === "query").map(({ name, value }): Pair => [name, value]),
  ];
}

/** The order of names means nothing, that of one name's values does. */
function grouped(pairs: Iterable<readonly [string, string]>): Readonly<Record<string, readonly string[]>> {
  const list = [...pairs];
  const names = [...new Set(list.map(([name]) => name))].sort();
  return Object.fromEntries(
    names.map((name) => [name, list.filter(([one]) => one === name).map(([, value]) => value)]),
  );
}

function compareHeaders(seen: SeenRequest, { sample, credentials }: Expectation): readonly string[] {
  const expected = new Map<string, string>();
  for (const [one, value] of sample.values)
    if (one.in === "header") expected.set(one.name.toLowerCase(), simpleText(one, value));
  for (const { place, name, value } of credentials)
    if (place === "header") expected.set(name.toLowerCase(), value);
  const jar = (seen.headers.get("cookie") ?? "").split("; ").filter((one) => one !== "");
  const problems = differences(jar.map(decoded).sort(), cookies(sample, credentials), "cookies");
  // The table writes exploded cookies with an ampersand, which no Cookie header takes for a delimiter: either form goes.
  const isUnexploded = jar.map(decoded).sort().join() === cookies(sample, credentials, false).join();
  return [...(isUnexploded ? [] : problems), ...compareFields(seen, expected)];
}

function cookies(
  sample: CallSample,
  credentials: Expectation["credentials"],
  explode?: false,
): readonly string[] {
  const pairs = [
    ...[...sample.values].flatMap(([one, value]) =>
      one.in === "cookie" ? cookiePairs(explode === false ? { ...one, explode } : one, value) : [],
    ),
    ...credentials.filter(({ place }) => place === "cookie").map(({ name, value }): Pair => [name, value]),
  ];
  return pairs.map(([name, value]) => `${name}=${value}`).sort();
}

function compareFields(seen: SeenRequest, expected: ReadonlyMap<string, string>): readonly string[] {
  const problems: string[] = [];
  for (const [name, value] of expected)
    problems.push(...differences(seen.headers.get(name), value, `header ${name}`));
  for (const name of seen.headers.keys())
    if (!expected.has(name) && !OWN.has(name) && name !== "cookie")
      problems.push(`header ${name} is ${show(seen.headers.get(name))}, expected nothing`);
  return problems;
}

function decoded(cookie: string): string {
  try {
    return decodeURIComponent(cookie);
  } catch {
    return cookie;
  }
}

async function compareBody(seen: SeenRequest, { document, sample }: Expectation): Promise<readonly string[]> {
  const { body } = sample;
  if (body === undefined)
    return seen.body.byteLength === 0 ? [] : [`body is ${show(textOf(seen))}, expected none`];
  const type = seen.headers.get("content-type") ?? "";
  const problems = matches(essence(type), essence(body.content.type))
    ? []
    : [`content-type is ${show(type)}, expected ${body.content.type}`];
  return [...problems, ...(await compareContent(seen, expectedBody(document, body.content, body.value)))];
}

function matches(sent: string, declared: string): boolean {
  if (!declared.includes("*")) return sent === declared;
  return sent !== "" && sent.startsWith(declared.replace(/\*.*$/, ""));
}

async function compareContent(seen: SeenRequest, expected: ExpectedBody): Promise<readonly string[]> {
  switch (expected.kind) {
    case "json":
      return seen.body.byteLength === 0
        ? ["body is empty, expected JSON"]
        : differences(JSON.parse(textOf(seen)), expected.value, "body");
    case "form":
      return differences(grouped(new URLSearchParams(textOf(seen))), grouped(expected.pairs), "body");
    case "bytes":
      return differences(textOf(seen), expected.bytes, "body");
    case "parts":
      return compareParts(seen, expected.parts);
  }
}

async function compareParts(
  seen: SeenRequest,
  expected: readonly ExpectedPart[],
): Promise<readonly string[]> {
  const headers = { "content-type": seen.headers.get("content-type") ?? "" };
  const form = await new Response(seen.body, { headers }).formData().catch(() => undefined);
  if (form === undefined) return [`body is not a multipart form: ${show(textOf(seen).slice(0, 200))}`];
  const actual = await Promise.all(
    [...form].map(async ([name, value]) => ({
      name,
      content: typeof value === "string" ? value : await value.text(),
      isFile: typeof value !== "string",
      type: typeof value === "string" ? undefined : essence(value.type),
    })),
  );
  const names = [...new Set([...actual, ...expected].map(({ name }) => name))].sort();
  return names.flatMap((name) => {
    const parts = actual.filter((one) => one.name === name);
    const wanted = expected.filter((one) => one.name === name);
    if (parts.length !== wanted.length)
      return [`part ${name} is there ${parts.length} times, expected ${wanted.length}`];
    return wanted.flatMap((one, index) => {
      const part = parts[index];
      return [
        ...differences(part?.content, one.content, `part ${name}`),
        // A blob without a file name is how a form carries the content type of a field.
        ...(one.isFile ? differences(part?.isFile, true, `part ${name} is a file`) : []),
        ...(one.isFile && one.type !== undefined
          ? differences(part?.type, one.type, `type of part ${name}`)
          : []),
      ];
    });
  });
}

function textOf(seen: SeenRequest): string {
  return new TextDecoder().decode(seen.body);
}
