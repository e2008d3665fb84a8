import { describe, expect, it } from "vitest";
import { dedent, emitAll, modelOf } from "./support/emit.ts";
import { testEmitted } from "./support/emitted-rows.ts";
import { typeCheck } from "./support/type-check.ts";

interface Row {
  readonly given: string;
  readonly want: readonly string[];
  readonly not?: readonly string[];
}

const paths = `
paths:
  /login:
    post:
      operationId: auth.login
      security: []
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [key], properties: { key: { type: string } } } } } }
      responses: { "200": { description: Good., content: { application/json: { schema: { type: object } } } } }
  /things:
    get:
      operationId: things.list
      responses:
        "200": { description: Good., content: { application/json: { schema: { type: array, items: { type: string } } } } }
        "404": { description: Not there., content: { application/json: { schema: { $ref: "#/components/schemas/Fault" } } } }
        "422": { description: Wrong., content: { application/json: { schema: { type: object, required: [fields], properties: { fields: { type: array, items: { type: string } } } } } } }
`;

function withScheme(text: string): string {
  const lines = dedent(text)
    .split("\n")
    .map((line) => `    ${line}`);
  return [
    "security: [{ S: [] }]",
    "components:",
    "  schemas: { Fault: { type: object, properties: { code: { type: string } } } }",
    "  securitySchemes:",
    ...lines,
  ].join("\n");
}

const key = withScheme("S: { type: apiKey, in: header, name: X-Key, description: Key of the account }");

const rows: [name: string, row: Row][] = [
  [
    "server variables",
    {
      given: dedent(`
        servers:
          - url: "https://{region}.a.test:{port}/{basePath}"
            variables:
              region: { default: eu, enum: [eu, us], description: Where data is kept. }
              port: { default: "443" }
              basePath: { default: v1 }
          - url: "https://{environment}.b.test/v1/"
            description: Sandbox.
            variables: { environment: { default: demo }, unused: { default: x } }
        components: { schemas: { Fault: { type: object } } }
      `),
      want: [
        'production: serverVariables("https://{region}.a.test:{port}/{basePath}", {',
        'region: { option: "region", default: "eu", values: ["eu", "us"] },',
        'sandbox: serverVariables("https://{environment}.b.test/v1", {',
        'environment: { option: "serverEnvironment", default: "demo" },',
        '/** Where data is kept. @default "eu" */\n  region?: "eu" | "us" | undefined;'
          .replace(". @", ".\n   * @")
          .replace("/** W", "/**\n   * W")
          .replace('" */', '"\n   */'),
        "port?: string | undefined;",
        "serverEnvironment?: string | undefined;",
      ],
      not: ["unused"],
    },
  ],
  [
    "client credentials",
    {
      given: dedent(`
        servers: [{ url: https://a.test/v1 }]
        security: [{ OAuth: [read] }]
        components:
          schemas: { Fault: { type: object } }
          securitySchemes:
            OAuth: { type: oauth2, flows: { clientCredentials: { tokenUrl: "https://auth.a.test/oauth/token", scopes: { read: Read. } } } }
      `),
      want: [
        "OAuth: clientCredentials({",
        'clientId: { option: "clientId", env: "SHOP_CLIENT_ID" },',
        'clientSecret: { option: "clientSecret", env: "SHOP_CLIENT_SECRET" },',
        'path: "/oauth/token",',
        'server: "https://auth.a.test",',
        "clientSecret?: Credential | null | undefined;",
        "accessToken?: Credential | null | undefined;",
      ],
    },
  ],
  [
    "client credentials at an address of the API's own",
    {
      given: dedent(`
        servers: [{ url: https://a.test/v1 }]
        components:
          schemas: { Fault: { type: object } }
          securitySchemes:
            OAuth: { type: oauth2, flows: { clientCredentials: { tokenUrl: token, scopes: {} } } }
      `),
      want: ['path: "/token"'],
      not: ["server:"],
    },
  ],
  [
    "an operation's own server with a variable of the document's",
    {
      // Goes on with the paths.
      given: [
        '  /up: { servers: [{ url: "https://{region}.up.test/{base}", variables: { region: { default: us, enum: [us, eu] }, base: { default: v2 } } }], get: { operationId: ups.get, responses: { "204": { description: Done. } } } }',
        '  /down: { servers: [{ url: "https://{place}.down.test", variables: { place: { default: here } } }], get: { operationId: ups.down, responses: { "204": { description: Done. } } } }',
        'servers: [{ url: "https://{region}.a.test/v1", variables: { region: { default: eu } } }]',
        "components: { schemas: { Fault: { type: object } } }",
      ].join("\n"),
      want: [
        'server: serverVariables("https://{region}.up.test/v2", {',
        'region: { option: "region", default: "us", values: ["us", "eu"] },',
        'server: "https://here.down.test"',
      ],
    },
  ],
  [
    "a certificate beside a key",
    {
      given: dedent(`
        servers: [{ url: https://a.test/v1 }]
        security: [{ M: [], K: [] }]
        components:
          schemas: { Fault: { type: object } }
          securitySchemes: { M: { type: mutualTLS }, K: { type: apiKey, in: header, name: X-Key } }
      `),
      want: ["schemes: { M: mutualTLS(), K: apiKeyHeader(", 'security: [["M", "K"]]'],
    },
  ],
  [
    "a certificate in place of a key",
    {
      given: dedent(`
        servers: [{ url: https://a.test/v1 }]
        security: [{ M: [] }, { K: [] }, {}]
        components:
          schemas: { Fault: { type: object } }
          securitySchemes: { M: { type: mutualTLS }, K: { type: apiKey, in: header, name: X-Key } }
      `),
      want: ['security: [["M"], ["K"], []]'],
    },
  ],
  [
    "an API key in a header",
    {
      given: key,
      want: [
        'schemes: { S: apiKeyHeader("X-Key", { option: "apiKey", env: "SHOP_API_KEY" }) }',
        'security: [["S"]]',
        "/**\n   * Key of the account.\n   * @default the environment variable `SHOP_API_KEY`\n   */\n  apiKey?: Credential | null | undefined;",
        "const client = new Shop(); // reads SHOP_API_KEY",
      ],
    },
  ],
  [
    "an API key in the query and in a cookie",
    {
      given: withScheme(
        "S: { type: apiKey, in: query, name: key }\nT: { type: apiKey, in: cookie, name: session, x-trunkline: { option: session, env: SHOP_SESSION } }",
      ),
      want: ['apiKeyQuery("key", ', 'apiKeyCookie("session", { option: "session", env: "SHOP_SESSION" })'],
    },
  ],
  [
    "basic and bearer",
    {
      given: withScheme("S: { type: http, scheme: Basic }\nT: { type: http, scheme: bearer }"),
      want: [
        '{ option: "username", env: "SHOP_USERNAME" }',
        '{ option: "password", env: "SHOP_PASSWORD" }',
        'bearer({ option: "apiKey", env: "SHOP_API_KEY" })',
      ],
    },
  ],
  [
    "a token exchange",
    {
      given: withScheme(`
        S:
          type: http
          scheme: bearer
          x-trunkline:
            option: accessToken
            env: SHOP_TOKEN
            exchange: { operation: auth.login, option: apiKey, env: SHOP_KEY, request: /key, token: /token, expiresIn: /ttl }
      `),
      want: [
        'method: "POST",\n        path: "/login",\n        operation: "auth.login",\n        request: "/key",\n        token: "/token",\n        expiresIn: "/ttl",',
        "accessToken?: Credential | null | undefined;",
        "The client exchanges it for an access token",
      ],
    },
  ],
  [
    "environments, one of them with a variable",
    {
      given: `${key}
servers:
  - { url: "https://{region}.shop.test/v1/", variables: { region: { default: eu } } }
  - { url: "https://dev.shop.test", description: "Staging, for tests" }
  - { url: "https://x.shop.test", x-trunkline: { environment: sand } }`,
      want: [
        'production: serverVariables("https://{region}.shop.test/v1", {',
        'staging: "https://dev.shop.test"',
        'sand: "https://x.shop.test"',
        'environment?: "production" | "staging" | "sand" | undefined;',
        '@default "production"',
      ],
    },
  ],
  [
    "nothing to configure: the options are the runtime's",
    {
      given: "components: { schemas: { Fault: { type: string } } }",
      want: [
        "export type ShopOptions = ClientOptions;",
        "environments: {},",
        "schemes: {},",
        "security: [],",
      ],
    },
  ],
  [
    "policies are passed on",
    {
      given: `${key}
x-trunkline:
  version: 1
  client: { name: Store, browser: true }
  retry: { never: [PUT], statuses: [429, 5XX], notProcessed: [429], maxRetryAfterSeconds: 65 }
  retryAfter: [{ header: X-Reset, format: epochSeconds }]
  rateLimit: { limit: X-Limit }
  envelope: { requestId: /meta/id }
  errors: { code: [/code], requestIdHeaders: [X-Id] }`,
      want: [
        'name: "Store"',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the emitted code is the template
        "userAgent: `trunkline-store/${VERSION}`",
        "browser: true",
        'retry: { never: ["PUT"], statuses: [429, "5XX"], notProcessed: [429], maxRetryAfterMs: 65000 }',
        'retryAfter: [{ header: "X-Reset", format: "epochSeconds" }]',
        'rateLimit: { limit: "X-Limit" }',
        'envelope: { requestId: "/meta/id" }',
        'errors: { code: ["/code"], requestIdHeaders: ["X-Id"], base: StoreError }',
        "export class StoreError extends APIError {",
      ],
    },
  ],
  [
    "error classes under the vendor's names",
    {
      given: `${key}
x-trunkline: { version: 1, errors: { classes: { "404": LostError, "410": LostError, "429": RateLimitError, 5XX: ShopError } } }`,
      want: [
        "export class LostError extends ShopError {",
        'return isErrorOf(value, "Shop", 404, 410);',
        'return isErrorOf(value, "Shop", 429);',
        'classes: { "404": LostError, "410": LostError, "429": RateLimitError, "5XX": ShopError }',
        'export { isAPIError, LostError, RateLimitError, ShopError, type ShopErrorBodies } from "./errors.js";',
        "@throws {LostError} 404: Not there.",
      ],
      not: ["  RateLimitError,\n  type RequestOptions"],
    },
  ],
  [
    "error bodies by operation and status",
    {
      given: key,
      want: [
        '"things.list": Record<404, Fault> & Record<422, ThingsList422Body>;',
        'export const isAPIError: APIErrorGuard<ShopErrorBodies> = errorGuard("Shop");',
        'if (isAPIError(error, "things.list", 422)) console.error(error.body);',
        "export interface ThingsList422Body {\n  fields: string[];\n}",
      ],
    },
  ],
  [
    "webhooks are types",
    {
      given: `${key}
webhooks:
  thing.made:
    post:
      description: Sent when a thing is made
      requestBody: { content: { application/json: { schema: { type: object, required: [event], properties: { event: { const: thing.made }, kind: { enum: [a, b] } } } } } }`,
      want: [
        'export interface ShopWebhooks {\n  /** Sent when a thing is made. */\n  "thing.made": ThingMadeEvent;\n}',
        'event: "thing.made";\n  kind?: "a" | "b" | (string & {}) | undefined;',
      ],
    },
  ],
];

describe("emitted client", () => {
  const models = new Map(rows.map(([name, { given }]) => [name, modelOf(`${paths}${given}`)]));
  testEmitted(models, rows);
});

const said: [name: string, row: { given: string; want: readonly string[] }][] = [
  [
    "a scheme of HTTP that the client cannot do",
    {
      given:
        "servers: [{ url: https://a.test }]\ncomponents: { securitySchemes: { M: { type: http, scheme: digest } } }",
      want: ["warning scheme-not-supported"],
    },
  ],
  [
    "a token that nobody gets",
    {
      given:
        "servers: [{ url: https://a.test }]\ncomponents: { securitySchemes: { M: { type: openIdConnect, openIdConnectUrl: https://a.test } } }",
      want: ["warning bring-your-own"],
    },
  ],
  [
    "a token that nobody gets, and the document knows it",
    {
      given:
        "servers: [{ url: https://a.test }]\ncomponents: { securitySchemes: { M: { type: openIdConnect, openIdConnectUrl: https://a.test, x-trunkline: { option: accessToken } } } }",
      want: [],
    },
  ],
  [
    "cookies, once",
    {
      given:
        "servers: [{ url: https://a.test }]\npaths: { /a: { parameters: [{ name: s, in: cookie, schema: { type: string } }], get: { operationId: a.b, responses: { '204': { description: Good. } } }, put: { operationId: a.c, responses: { '204': { description: Good. } } } } }",
      want: ["warning browser-cookie"],
    },
  ],
  [
    "deep objects of which no call could write what they hold",
    {
      given: `servers: [{ url: https://a.test }]
paths:
  /a:
    post:
      operationId: a.b
      parameters:
        - { name: list, in: query, style: deepObject, schema: { type: array, items: { type: string } } }
        - { name: within, in: query, style: deepObject, schema: { type: object, properties: { a: { oneOf: [{ type: string }, { type: object, properties: { b: { type: string } } }] } } } }
        - { name: flat, in: query, style: deepObject, schema: { type: object, properties: { a: { type: string } }, additionalProperties: { type: integer } } }
        - { name: pinned, in: query, style: deepObject, x-trunkline: { lists: brackets }, schema: { type: array, items: { type: string } } }
      requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { c: { type: array, items: { type: string } } } }, encoding: { c: { style: deepObject, explode: true } } } } }
      responses: { '204': { description: Good. } }`,
      want: ["warning deep-object-lists", "warning deep-object-lists", "warning deep-object-lists"],
    },
  ],
  ["no server", { given: "", want: ["warning no-servers"] }],
  ["a server without a host", { given: "servers: [{ url: /v1 }]", want: ["warning relative-server"] }],
  [
    "a scheme that the client cannot do",
    {
      given:
        "servers: [{ url: https://a.test }]\ncomponents: { securitySchemes: { M: { type: mutualTLS } } }",
      want: ["warning bring-your-own"],
    },
  ],
  [
    "an exchange through an operation that is not there",
    {
      given:
        "servers: [{ url: https://a.test }]\ncomponents: { securitySchemes: { M: { type: http, scheme: bearer, x-trunkline: { exchange: { operation: a.b, option: key, request: /key, token: /token } } } } }",
      want: ["error exchange-operation"],
    },
  ],
  [
    "an idempotency header that only a parameter tells of",
    {
      given:
        "servers: [{ url: https://a.test }]\npaths: { /a: { post: { operationId: a.b, parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }], responses: { '204': { description: Good. } } } } }",
      want: ["guess idempotency"],
    },
  ],
];

describe("what the model says aloud", () => {
  it.each(said)("%s", (_name, { given, want }) => {
    const names = ["client-name", "credential-option", "operation-name"];
    const found = modelOf(given).diagnostics.filter(({ code }) => !names.includes(code));
    expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual(want);
  });
});

describe("callbacks", () => {
  const model = modelOf(`
servers: [{ url: https://a.test }]
paths:
  /subscriptions:
    post:
      operationId: subscriptions.create
      responses: { "204": { description: Good. } }
      callbacks:
        onDone: { $ref: "#/components/callbacks/Done" }
        on-more:
          "{$request.body#/a}": { post: { requestBody: { content: { application/json: { schema: { type: object, properties: { n: { type: number } } } } } } } }
          "{$request.body#/b}": { post: { requestBody: { content: { application/json: { schema: { type: string } } } } } }
components:
  schemas: { JobDone: { type: object, required: [id], properties: { id: { type: string } } } }
  callbacks:
    Done: { "{$request.body#/url}": { post: { description: It is done., requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/JobDone" } } } } } } }
`);

  it("are types, by operation", async () => {
    const text = (await emitAll(new Map([["it", model]]))).get("it");
    expect(text).toContain(
      dedent(`
        /** What the API sends because of a call: the type of the body of each callback. */
        export interface ShopCallbacks {
          /** It is done. */
          "subscriptions.create.onDone": JobDone;
          "subscriptions.create.on-more": SubscriptionsCreateOnMore | string;
        }
      `),
    );
    expect(text).toContain("export type { JobDone, ShopCallbacks, SubscriptionsCreateOnMore }");
    expect(await typeCheck([model])).toEqual([]);
  });
});

describe("error bodies of families and of the rest", () => {
  const body = (schema: string): string =>
    `{ description: Bad., content: { application/json: { schema: ${schema} } } }`;
  const model = modelOf(`
servers: [{ url: https://a.test }]
paths:
  /a:
    get:
      operationId: a.get
      responses:
        "2XX": { description: Good., content: { application/json: { schema: { type: string } } } }
        "404": ${body("{ type: object, properties: { missing: { type: string } } }")}
        4xx: ${body("{ type: object, properties: { code: { type: string } } }")}
        default: ${body("{ type: array, items: { type: string } }")}
`);

  it("stand beside those of single statuses", async () => {
    const text = (await emitAll(new Map([["it", model]]))).get("it");
    expect(text).toContain(
      '"a.get": Record<404, AGet404Body> & Record<"4XX", AGet4XXBody> & Record<"default", string[]>;',
    );
    expect(text).toContain("APIPromise<string>");
    expect(await typeCheck([model])).toEqual([]);
  });
});
