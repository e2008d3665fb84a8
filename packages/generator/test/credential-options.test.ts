import { describe, expect, it } from "vitest";
import type { Model } from "../src/model/types.ts";
import { formatLock, type NamesLock } from "../src/names/lock.ts";
import { parseLock } from "../src/names/parse-lock.ts";
import { modelOf } from "./support/emit.ts";

const document = (schemes: string, security: string, servers = "[{ url: https://shop.test }]"): string =>
  `servers: ${servers}\nsecurity: ${security}\npaths:\n  /a: { get: { operationId: a.list, responses: { "204": { description: Good. } } } }\n  /token: { post: { operationId: auth.login, security: [], responses: { "204": { description: Good. } } } }\ncomponents:\n  securitySchemes:\n${schemes.replace(/^ */gm, "    ")}\n`;

const optionsOf = ({ lock }: Model): Record<string, string> =>
  Object.fromEntries(
    Object.entries(lock.credentials ?? {}).flatMap(([id, secrets]) =>
      Object.entries(secrets).map(([role, { option, env }]) => [`${id} ${role}`, `${option} ${env}`]),
    ),
  );

const faultsOf = ({ diagnostics }: Model): string[] =>
  diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);

const rows: [name: string, row: { given: string; servers?: string; want: Record<string, string> }][] = [
  [
    "one of each kind",
    {
      given: "key: { type: apiKey, in: header, name: X-Key }\nlogin: { type: http, scheme: basic }",
      want: {
        "key secret": "apiKey SHOP_API_KEY",
        "login username": "username SHOP_USERNAME",
        "login password": "password SHOP_PASSWORD",
      },
    },
  ],
  [
    "two keys",
    {
      given:
        "key: { type: apiKey, in: header, name: X-Key }\napp: { type: apiKey, in: header, name: X-App-Id }",
      want: { "key secret": "key SHOP_KEY", "app secret": "app SHOP_APP" },
    },
  ],
  [
    "two bearer tokens",
    {
      given: "user_token: { type: http, scheme: bearer }\nAdminToken: { type: http, scheme: bearer }",
      want: {
        "user_token secret": "userToken SHOP_USER_TOKEN",
        "AdminToken secret": "adminToken SHOP_ADMIN_TOKEN",
      },
    },
  ],
  [
    "a bearer token and a key",
    {
      given: "bearer: { type: http, scheme: bearer }\nkey: { type: apiKey, in: query, name: key }",
      want: { "bearer secret": "bearer SHOP_BEARER", "key secret": "key SHOP_KEY" },
    },
  ],
  [
    "OAuth and OpenID Connect",
    {
      given:
        "oauth: { type: oauth2, flows: {} }\noidc: { type: openIdConnect, openIdConnectUrl: https://a.test }",
      want: { "oauth secret": "oauth SHOP_OAUTH", "oidc secret": "oidc SHOP_OIDC" },
    },
  ],
  [
    "two logins",
    {
      given: "a: { type: http, scheme: basic }\nb: { type: http, scheme: basic }",
      want: {
        "a username": "aUsername SHOP_A_USERNAME",
        "a password": "aPassword SHOP_A_PASSWORD",
        "b username": "bUsername SHOP_B_USERNAME",
        "b password": "bPassword SHOP_B_PASSWORD",
      },
    },
  ],
  [
    "a key, and a key that buys a token",
    {
      given:
        "key: { type: apiKey, in: header, name: X-Key }\ntoken: { type: http, scheme: bearer, x-trunkline: { exchange: { operation: auth.login, option: apiKey, request: /key, token: /token } } }",
      want: {
        "key secret": "key SHOP_KEY",
        "token secret": "accessToken SHOP_ACCESS_TOKEN",
        "token key": "apiKey SHOP_API_KEY",
      },
    },
  ],
  [
    "one that the document names, beside one that it does not",
    {
      given:
        "a: { type: apiKey, in: header, name: A, x-trunkline: { option: apiKey } }\nb: { type: apiKey, in: header, name: B }",
      want: { "a secret": "apiKey SHOP_API_KEY", "b secret": "b SHOP_B" },
    },
  ],
  [
    "one option for two, as the document says",
    {
      given:
        "a: { type: apiKey, in: header, name: A, x-trunkline: { option: apiKey, env: SHOP_KEY } }\nb: { type: http, scheme: bearer, x-trunkline: { option: apiKey } }",
      want: { "a secret": "apiKey SHOP_KEY", "b secret": "apiKey SHOP_KEY" },
    },
  ],
  [
    "a variable that another scheme reads is not guessed",
    {
      given:
        "a: { type: apiKey, in: header, name: A, x-trunkline: { option: other, env: SHOP_API_KEY } }\nb: { type: apiKey, in: header, name: B }",
      want: { "a secret": "other SHOP_API_KEY", "b secret": "apiKey undefined" },
    },
  ],
  [
    "ids that differ in their spelling alone",
    {
      given: "api_key: { type: apiKey, in: header, name: A }\napiKey: { type: apiKey, in: header, name: B }",
      want: { "api_key secret": "apiKey SHOP_API_KEY", "apiKey secret": "apiKeyApiKey SHOP_API_KEY_API_KEY" },
    },
  ],
  [
    "ids whose variables would be the same",
    {
      given: "aBC: { type: apiKey, in: header, name: A }\naBc: { type: apiKey, in: header, name: B }",
      want: { "aBC secret": "aBC SHOP_A_BC", "aBc secret": "aBc undefined" },
    },
  ],
  [
    "ids that are options of every client, or a variable of a server",
    {
      given:
        "fetch: { type: apiKey, in: header, name: A }\nregion: { type: apiKey, in: header, name: B }\n__proto__: { type: apiKey, in: header, name: C }",
      servers: '[{ url: "https://{region}.shop.test", variables: { region: { default: eu } } }]',
      want: {
        "fetch secret": "fetchApiKey SHOP_FETCH_API_KEY",
        "region secret": "regionApiKey SHOP_REGION_API_KEY",
        "__proto__ secret": "proto SHOP_PROTO",
      },
    },
  ],
  [
    "ids without a letter",
    {
      given: '"!": { type: apiKey, in: header, name: A }\n"?": { type: apiKey, in: header, name: B }',
      want: { "! secret": "apiKey SHOP_API_KEY", "? secret": "apiKey2 SHOP_API_KEY2" },
    },
  ],
];

describe("an option for each secret", () => {
  it.each(rows)("%s", (_name, { given, servers, want }) => {
    expect(optionsOf(modelOf(document(given, "[]", servers)))).toEqual(want);
  });

  it("is emitted, documented and sent by its own scheme", () => {
    const two = "key: { type: apiKey, in: header, name: X-Key }\nbearer: { type: http, scheme: bearer }";
    const { client } = modelOf(document(two, "[{ bearer: [] }, { key: [] }]"));
    expect(client.credentials.map(({ option }) => option)).toEqual(["key", "bearer"]);
    expect(client.security).toEqual([["bearer"], ["key"]]);
  });
});

it("lets no scheme take the option that a password has from its user name", () => {
  const user = "k: { type: http, scheme: basic, x-trunkline: { option: user } }";
  const token = "m: { type: http, scheme: bearer, x-trunkline: { option: userPassword } }";
  const password = "that of k's password, named after its user name";
  expect(faultsOf(modelOf(document(`${user}\n${token}`, "[]")))).toEqual([
    `The option userPassword is ${password}, and named at m: one value would serve both`,
  ]);
  expect(faultsOf(modelOf(document(`${token}\n${user}`, "[]")))).toEqual([
    `The option userPassword is named at m, and ${password}: one value would serve both`,
  ]);
  const { lock } = modelOf(document(token, "[]"));
  const unpinned = "m: { type: http, scheme: bearer }";
  expect(faultsOf(modelOf(document(`${unpinned}\n${user}`, "[]"), lock))).toEqual([
    `The option userPassword is recorded for m in the names lock, and ${password}: one value would serve both`,
  ]);
  expect(faultsOf(modelOf(document(`${user}\n${user.replace("k:", "l:")}`, "[]")))).toEqual([]);
});

const again = (schemes: string, before: Model): Model =>
  modelOf(document(schemes, "[]"), parseLock(formatLock(before.lock), "names.lock"));

describe("the names lock", () => {
  const one = "a: { type: apiKey, in: header, name: A }";
  const two = `${one}\nb: { type: http, scheme: bearer }`;

  it("keeps the option of a scheme when another one comes", () => {
    const before = modelOf(document(one, "[]"));
    expect(optionsOf(again(two, before))).toEqual({
      "a secret": "apiKey SHOP_API_KEY",
      "b secret": "b SHOP_B",
    });
    expect(optionsOf(again(`b: { type: http, scheme: bearer }\n${one}`, before))).toEqual({
      "b secret": "b SHOP_B",
      "a secret": "apiKey SHOP_API_KEY",
    });
  });

  it("keeps the options of both when one goes", () => {
    const both = modelOf(document(two, "[]"));
    expect(optionsOf(again(one, both))).toEqual({ "a secret": "a SHOP_A" });
  });

  it("does not hold against what the document says", () => {
    const before = modelOf(document(one, "[]"));
    const pinned = one.replace("name: A", "name: A, x-trunkline: { option: token, env: SHOP_T }");
    expect(optionsOf(again(pinned, before))).toEqual({ "a secret": "token SHOP_T" });
  });

  it("lets no scheme take the option of another, unless both say so", () => {
    const before = modelOf(document(one, "[]"));
    const b = "b: { type: http, scheme: bearer, x-trunkline: { option: apiKey } }";
    expect(faultsOf(again(`${one}\n${b}`, before))).toEqual([
      "The option apiKey is recorded for a in the names lock, and named at b: one value would serve both",
    ]);
    const a = one.replace("name: A", "name: A, x-trunkline: { option: apiKey }");
    expect(faultsOf(again(`${a}\n${b}`, before))).toEqual([]);
  });

  it("lets one value serve two schemes no more than the document does", () => {
    const { lock } = modelOf(document(two, "[]"));
    const both = { a: { secret: { option: "apiKey" } }, b: { secret: { option: "apiKey" } } };
    const broken = parseLock(JSON.stringify({ ...lock, credentials: both }), "names.lock");
    expect(faultsOf(modelOf(document(two, "[]"), broken))).toEqual([
      "The option apiKey is recorded for a in the names lock, and recorded for b in the names lock: one value would serve both",
    ]);
  });

  it("may be one of before, without options", () => {
    const { credentials: _credentials, ...rest } = modelOf(document(one, "[]")).lock;
    const old = parseLock(JSON.stringify(rest), "names.lock");
    expect(optionsOf(modelOf(document(one, "[]"), old))).toEqual({ "a secret": "apiKey SHOP_API_KEY" });
  });

  it.each<[name: string, credentials: unknown]>([
    ["a list", []],
    ["a scheme that is a text", { a: "apiKey" }],
    ["a secret that is a text", { a: { secret: "apiKey" } }],
    ["no option", { a: { secret: { env: "SHOP_A" } } }],
    ["an option that is not a name", { a: { secret: { option: "a b" } } }],
    ["an option that every client has", { a: { secret: { option: "fetch" } } }],
    ["a variable that is not a name", { a: { secret: { option: "a", env: "a b" } } }],
    ["a variable that is not text", { a: { secret: { option: "a", env: 1 } } }],
  ])("is refused with %s", (_name, credentials) => {
    const lock = { ...modelOf(document(one, "[]")).lock, credentials } as unknown as NamesLock;
    expect(() => parseLock(JSON.stringify(lock), "names.lock")).toThrow(/^names\.lock:1 has/);
  });
});
