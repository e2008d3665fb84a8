import type { Format } from "../../../document/scripts/schema.ts";

const paths = `paths: { /a: { get: { operationId: things.get, responses: { "200": { description: Good., content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } } } } }`;
const root = (said: string): string =>
  `servers: [{ url: https://a.test }]\nx-trunkline: { version: 1, client: { name: Shop }, ${said} }\n${paths}`;
const operation = (said: string, more = ""): string =>
  `servers: [{ url: https://a.test }]\nx-trunkline: { version: 1, client: { name: Shop }, idempotency: { header: X-Key }, envelope: { data: /id } }\n${paths.replace("get: {", `post: { x-trunkline: { ${said} }, parameters: [{ name: X-Key, in: header, schema: { type: string } }], ${more}`)}`;

/** A document for each value of an enum, and for the ends and forms of each pattern and range. */
export function admitted({ $defs }: Format): readonly string[] {
  const { document, operation: ofOperation, status, retryAfterHint } = $defs;
  const statuses = [400, 404, 499, 500, 599, ...(status?.then?.enum ?? [])];
  const keys = ["404", "599", ...(status?.then?.enum ?? [])];
  const { idempotency, int64, retry } = document?.properties ?? {};
  const values = (list: readonly unknown[] = []): readonly string[] => list.map(String);
  return [
    ...values(idempotency?.properties?.keys?.enum).map((value) =>
      root(`idempotency: { header: X-Key, keys: ${value} }`),
    ),
    ...values(int64?.enum).map((value) =>
      root(`int64: ${value}`).replaceAll("{ type: string }", "{ type: integer, format: int64 }"),
    ),
    ...values(retry?.properties?.never?.items?.enum).map((value) => root(`retry: { never: [${value}] }`)),
    ...statuses.flatMap((value) => [
      root(`retry: { statuses: [${value}] }`),
      root(`retry: { notProcessed: [${value}] }`),
    ]),
    ...[0, 0.5, 65, 86_400].map((value) => root(`retry: { maxRetryAfterSeconds: ${value} }`)),
    ...values(retryAfterHint?.properties?.format?.enum).flatMap((value) => [
      root(`retryAfter: [{ header: X-Wait, format: ${value} }]`),
      root(`retryAfter: [{ body: /wait, format: ${value} }]`),
    ]),
    root("quotas: []"),
    ...values($defs.quota?.properties?.per?.enum).flatMap((per) =>
      ["account", "key", "address", "operation"].map((scope) =>
        root(`quotas: [{ limit: 1, per: ${per}, scope: ${scope} }]`),
      ),
    ),
    root("quotas: [{ limit: 1000000, perSeconds: 1, scope: account }]"),
    ...keys.map((key) => root(`errors: { classes: { "${key}": OneError } }`)),
    ...["X", "Abc9"].map((name) => root(`errors: { classes: { "404": ${name} } }`)),
    ...["x-id", "X.1!#$%&*+^_`|~"].map((name) =>
      root(`errors: { requestIdHeaders: ["${name}"] }, rateLimit: { limit: "${name}" }`),
    ),
    ...["", "/a", "/a~1b/~0", "/ü"].map((pointer) =>
      root(`envelope: { data: "${pointer}", requestId: "${pointer}" }, errors: { code: ["${pointer}"] }`),
    ),
    ...[true, false].map((value) =>
      root(`rateLimit: {}, retry: {}`).replace("name: Shop", `name: Shop, browser: ${value}`),
    ),
    ...values(ofOperation?.properties?.retry?.enum).map((value) => operation(`retry: ${value}`)),
    ...values(ofOperation?.properties?.idempotency?.enum).map((value) => operation(`idempotency: ${value}`)),
    ...[
      "envelope: false",
      "envelope: { data: /id }",
      "envelope: { data: [/id, /other] }",
      "skip: true",
      "skip: false",
      "pagination: false",
      "stream: {}",
      "stream: { error: false }",
    ].map((said) => operation(said)),
    ...webhooks({ $defs } as Format),
    ...["a", "aB9", "a.b", "a.b.c"].map((name) =>
      operation(`resource: ${name}, method: ${name.replaceAll(".", "")}`),
    ),
  ];
}

/** Each scheme, algorithm, encoding and form of secrets. */
function webhooks({ $defs }: Format): readonly string[] {
  const { scheme, signature, secret } = $defs.document?.properties?.webhooks?.properties ?? {};
  const list = (values: readonly unknown[] = []): readonly string[] => values.map(String);
  const said = (text: string): string =>
    `${root(`webhooks: { ${text} }`)}\nwebhooks: { made: { post: { requestBody: { content: { application/json: { schema: { type: object, properties: { type: { const: made } } } } } } } } }`;
  const body = (text: string): string => said(`scheme: hmac-body, signature: { header: X-Sign, ${text} }`);
  return [
    ...list(scheme?.enum).map((value) => said(`scheme: ${value}, signature: { header: X-Sign }`)),
    ...list(signature?.properties?.algorithm?.enum).map((value) => body(`algorithm: ${value}`)),
    ...list(signature?.properties?.encoding?.enum).map((value) => body(`encoding: ${value}`)),
    ...["v1=", "\"'`\\\\", "${x}"].map((value) => body(`prefix: ${JSON.stringify(value)}`)),
    ...list(secret?.properties?.encoding?.enum).map((value) =>
      said(`scheme: standard, secret: { encoding: ${value}, prefix: x_ }, event: { field: type }`),
    ),
    said("scheme: standard, event: { header: X-Event }, dedupe: [/type, /a~1b]"),
  ];
}
