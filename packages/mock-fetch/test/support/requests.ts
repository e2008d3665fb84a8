import { isObject, type JsonObject, type JsonValue, objectOf } from "@trunkline/document";
import type { DocumentOperation, OpenDocument } from "@trunkline/document/mock";

/** A request that both are asked. */
export interface Asked {
  readonly what: string;
  readonly method: string;
  /** Path and query below the base. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | FormData | undefined;
}

/** Requests of an operation: one that the document allows, and many that it does not. */
export function requestsOf(document: OpenDocument, operation: DocumentOperation): readonly Asked[] {
  const usual = usualRequest(document, operation);
  const json = jsonOf(usual.body);
  const [path = "", search = ""] = usual.target.split("?");
  const withQuery = (pairs: string): string => `${path}?${[search, pairs].filter(Boolean).join("&")}`;
  const variant = (what: string, change: Partial<Asked>): Asked => ({ ...usual, ...change, what });
  const withBody = (what: string, value: JsonValue): Asked => variant(what, { body: JSON.stringify(value) });
  const { authorization: _, ...bare } = usual.headers;
  const queries = operation.parameters.filter((one) => one.in === "query");
  return [
    usual,
    variant("no credentials", { headers: withoutKeys(document, bare) }),
    ...["401", "404", "409", "422", "429", "500", "599"].map((code) =>
      variant(`preferred ${code}`, { headers: { ...usual.headers, prefer: `code=${code}` } }),
    ),
    variant("no such example", { headers: { ...usual.headers, prefer: "example=none" } }),
    ...exampleNames(operation).map((name) =>
      variant(`example ${name}`, { headers: { ...usual.headers, prefer: `example=${name}` } }),
    ),
    variant("accepts CSV", { headers: { ...usual.headers, accept: "text/csv" } }),
    variant("accepts little", {
      headers: { ...usual.headers, accept: "text/html;q=0.9, application/*;q=0.1" },
    }),
    variant("a parameter that nobody knows", { target: withQuery("nobody_knows=1") }),
    ...queries.flatMap(({ name }) =>
      ["💥", "", "-1", "1", "true", "abc,def"].map((value) =>
        variant(`query ${name}=${value}`, { target: withQuery(`${name}=${encodeURIComponent(value)}`) }),
      ),
    ),
    variant("a method that the path has not", { method: "REPORT" }),
    variant("a path that is not there", { target: `${path}/nowhere` }),
    variant("an odd path value", { target: operation.path.replaceAll(/\{[^}]+\}/g, "%F0%9F%92%A5") }),
    ...(operation.body === undefined || usual.body instanceof FormData
      ? []
      : [
          variant("no body", { body: undefined }),
          variant("a body that is no JSON", { body: "{" }),
          variant("another media type", { headers: { ...usual.headers, "content-type": "text/plain" } }),
          withBody("a list", []),
          withBody("nothing", null),
          withBody("empty", {}),
          ...(isObject(json) ? changedBodies(json).map(([what, value]) => withBody(what, value)) : []),
        ]),
  ];
}

function* pairs(json: JsonObject): Generator<readonly [string, JsonValue]> {
  for (const [name, value] of Object.entries(json)) if (value !== undefined) yield [name, value];
}

function changedBodies(json: JsonObject): (readonly [string, JsonValue])[] {
  const odd: readonly JsonValue[] = [null, 12.5, "💥", [], { odd: true }, false, "", -1];
  return [
    ["a field that nobody knows", { ...json, nobodyKnows: 1 }],
    ...[...pairs(json)].flatMap(([name, value]): (readonly [string, JsonValue])[] => {
      const { [name]: _, ...rest } = json;
      const [first] = Array.isArray(value) ? value : [];
      return [
        [`without ${name}`, rest as JsonObject],
        ...odd.map((one): readonly [string, JsonValue] => [
          `${name}: ${JSON.stringify(one)}`,
          { ...json, [name]: one },
        ]),
        ...(isObject(value) || isObject(first)
          ? changedBodies(objectOf(first ?? value)).map(([what, one]): readonly [string, JsonValue] => [
              `${name}.${what}`,
              { ...json, [name]: first === undefined ? one : [one] },
            ])
          : []),
      ];
    }),
  ];
}

function jsonOf(body: Asked["body"]): JsonValue | undefined {
  return typeof body === "string" && /^[[{]/.test(body) ? (JSON.parse(body) as JsonValue) : undefined;
}

function exampleNames({ responses }: DocumentOperation): readonly string[] {
  return [
    ...new Set(
      responses.flatMap(({ content }) => content.flatMap((one) => one.examples.map(({ name }) => name))),
    ),
  ];
}

function usualRequest(document: OpenDocument, operation: DocumentOperation): Asked {
  const sample = (value: JsonValue | undefined): string =>
    typeof value === "object" ? JSON.stringify(value) : String(value ?? "1");
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const own = operation.parameters.find((one) => one.in === "path" && one.name === name);
    return encodeURIComponent(sample(own?.example));
  });
  const required = operation.parameters.filter((one) => one.required);
  const query = new URLSearchParams([
    ...operation.fixedQuery.map(([name, value]): [string, string] => [name, value]),
    ...required.flatMap((one): [string, string][] =>
      one.in === "query" ? [[one.name, sample(one.example)]] : [],
    ),
  ]);
  const headers = Object.fromEntries(
    required.flatMap((one): [string, string][] =>
      one.in === "header" ? [[one.name, sample(one.example)]] : [],
    ),
  );
  const [content] = operation.body?.content ?? [];
  const value = content?.examples[0]?.value;
  const isForm = content?.type === "multipart/form-data";
  const body =
    value === undefined
      ? undefined
      : isForm
        ? formOf(objectOf(value))
        : typeof value === "string"
          ? value
          : content?.type === "application/x-www-form-urlencoded"
            ? String(new URLSearchParams(objectOf(value) as Record<string, string>))
            : JSON.stringify(value);
  return {
    what: "as documented",
    method: operation.method,
    target: query.size === 0 ? path : `${path}?${query}`,
    headers: {
      ...headers,
      ...credentials(document, operation),
      ...(content === undefined || isForm || body === undefined ? {} : { "content-type": content.type }),
    },
    body,
  };
}

function formOf(value: JsonObject): FormData {
  const form = new FormData();
  for (const [name, one] of pairs(value))
    form.append(name, typeof one === "object" ? JSON.stringify(one) : String(one));
  return form;
}

function schemesOf(document: OpenDocument): JsonObject {
  return objectOf(objectOf(document.root.components).securitySchemes);
}

function credentials(document: OpenDocument, { security }: DocumentOperation): Record<string, string> {
  const schemes = schemesOf(document);
  const found: Record<string, string> = {};
  for (const name of security[0] ?? []) {
    const scheme = objectOf(schemes[name]);
    if (scheme.type === "apiKey" && scheme.in === "header") found[String(scheme.name).toLowerCase()] = "key";
    else if (scheme.type === "http" && scheme.scheme === "basic")
      found.authorization = `Basic ${btoa("a:b")}`;
    else found.authorization = "Bearer token";
  }
  return found;
}

function withoutKeys(document: OpenDocument, headers: Record<string, string>): Record<string, string> {
  const keys = Object.values(schemesOf(document)).map((one) => String(objectOf(one).name).toLowerCase());
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !keys.includes(name)));
}
