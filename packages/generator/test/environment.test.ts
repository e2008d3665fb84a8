import { join } from "node:path";
import type { JsonObject } from "@trunkline/document";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { DocumentError } from "../src/diagnostics.ts";
import { type MakeInput, makePackage } from "../src/make-package.ts";
import { buildModel } from "../src/model/build.ts";
import type { PersonsWord } from "../src/model/persons-word.ts";
import type { Model } from "../src/model/types.ts";
import { environmentFault, environmentName, environmentPrefix } from "../src/names/environment-names.ts";
import { brief, folderOf } from "./support/documents.ts";
import { inputOf } from "./untrusted/cells.ts";

const prefixes: readonly [folder: string, prefix: string][] = [
  ["weather", "WEATHER_"],
  ["agent-ref", "AGENT_REF_"],
  ["my.api", "MY_API_"],
  ["Acme", "ACME_"],
  ["7shifts", "_7SHIFTS_"],
  ["a--b-", "A_B_"],
  ["天気", "_"],
];

describe("the beginning of a vendor's variables", () => {
  it.each(prefixes)("%s -> %s", (folder, want) => {
    expect(environmentPrefix(folder)).toBe(want);
  });

  it.each<[variable: string, fault: string | undefined]>([
    ["WEATHER_API_KEY", undefined],
    ["WEATHER_X", undefined],
    ["WEATHER_", "prefix"],
    ["WEATHER", "prefix"],
    ["WEATHERX_API_KEY", "prefix"],
    ["XWEATHER_API_KEY", "prefix"],
    ["_WEATHER_API_KEY", "prefix"],
    ["weather_api_key", "prefix"],
    ["AWS_SECRET_ACCESS_KEY", "prefix"],
    ["PATH", "prefix"],
  ])("of weather, %s: %s", (variable, fault) => {
    expect(environmentFault("weather", variable)).toBe(fault);
  });

  it.each([
    ["aws", "AWS_SECRET_ACCESS_KEY"],
    ["github", "GITHUB_TOKEN"],
    ["ci", "CI_JOB_TOKEN"],
    ["node", "NODE_OPTIONS"],
  ])("of %s, %s is not the document's to choose", (folder, variable) => {
    expect(environmentFault(folder, variable)).toBe("platform");
  });

  it("is nothing where the folder has no name that a shell could take", () => {
    expect(environmentFault("", "API_KEY")).toBe("prefix");
    expect(environmentName("", "apiKey")).toBeUndefined();
    expect(environmentName("shop", "ключ")).toBeUndefined();
    expect(environmentName("agentref", "apiKey")).toBe("AGENTREF_API_KEY");
  });
});

/** The model of a document with some schemes, each of which is used. */
function modelWith(schemes: string, person: PersonsWord = { folder: "weather" }, overlaid = ""): Model {
  const securitySchemes = parse(schemes) as JsonObject;
  const document: JsonObject = {
    openapi: "3.1.0",
    info: { title: "AWS Secret", version: "1" },
    "x-trunkline": { version: 1, client: { name: "AWSSecret" } },
    servers: [{ url: "https://weather.test" }],
    security: Object.keys(securitySchemes).map((id) => ({ [id]: [] })),
    paths: {
      "/token": {
        post: { operationId: "auth.login", security: [], responses: { "204": { description: "Done." } } },
      },
    },
    components: { securitySchemes },
  };
  const location = { file: "openapi.yaml", line: 1, column: 1 };
  return buildModel(
    {
      document,
      locate: () => location,
      isOverlaid: (pointer) => overlaid !== "" && pointer.join("/").endsWith(overlaid),
    },
    undefined,
    person,
  );
}

const variablesOf = ({ client }: Model): Record<string, string | undefined> =>
  Object.fromEntries(client.credentials.map(({ option, env }) => [option, env]));

const told = ({ diagnostics }: Model): string[] =>
  diagnostics
    .filter(({ code }) => code === "environment-variable")
    .map(({ severity, message }) => `${severity}: ${message}`);

const none = "it reads none";
const stranger = (option: string, variable: string): string =>
  `warning: The option ${option} is to read the environment variable ${variable}, which does not begin with WEATHER_: ${none}`;

/** Each place of a document that names a variable, and each kind of scheme that one is guessed for. */
const rows: [
  name: string,
  row: { given: string; person?: PersonsWord; overlaid?: string; want: object; told?: string[] },
][] = [
  [
    "a guess begins with the folder's name, whatever the document calls itself",
    { given: "AWS_SECRET_ACCESS_KEY: { type: http, scheme: bearer }", want: { apiKey: "WEATHER_API_KEY" } },
  ],
  [
    "a variable of the vendor's",
    {
      given: "k: { type: http, scheme: bearer, x-trunkline: { option: token, env: WEATHER_TOKEN } }",
      want: { token: "WEATHER_TOKEN" },
    },
  ],
  [
    "one of the vendor's that nobody would guess is told",
    {
      given: "k: { type: http, scheme: bearer, x-trunkline: { option: token, env: WEATHER_X } }",
      want: { token: "WEATHER_X" },
      told: ["guess: The option token reads WEATHER_X, as the document says"],
    },
  ],
  [
    "somebody else's, for a bearer token",
    {
      given: "k: { type: http, scheme: bearer, x-trunkline: { option: token, env: AWS_SECRET_ACCESS_KEY } }",
      want: { token: undefined },
      told: [stranger("token", "AWS_SECRET_ACCESS_KEY")],
    },
  ],
  [
    "somebody else's, for a key",
    {
      given: "k: { type: apiKey, in: query, name: k, x-trunkline: { env: GITHUB_TOKEN } }",
      want: { apiKey: undefined },
      told: [stranger("apiKey", "GITHUB_TOKEN")],
    },
  ],
  [
    "somebody else's, for a user name; the password keeps its own",
    {
      given: "k: { type: http, scheme: basic, x-trunkline: { env: HOME } }",
      want: { username: undefined, password: "WEATHER_PASSWORD" },
      told: [stranger("username", "HOME")],
    },
  ],
  [
    "somebody else's, for OAuth and OpenID Connect",
    {
      given: `
        a: { type: oauth2, flows: {}, x-trunkline: { option: one, env: NPM_TOKEN } }
        b: { type: openIdConnect, openIdConnectUrl: https://a.test, x-trunkline: { option: two, env: PATH } }`,
      want: { one: undefined, two: undefined },
      told: [stranger("one", "NPM_TOKEN"), stranger("two", "PATH")],
    },
  ],
  [
    "somebody else's, for both sides of an exchange",
    {
      given:
        "k: { type: http, scheme: bearer, x-trunkline: { env: WEATHERX_TOKEN, exchange: { operation: auth.login, option: apiKey, env: WEATHER, request: /key, token: /token } } }",
      want: { apiKey: undefined, accessToken: undefined },
      told: [stranger("accessToken", "WEATHERX_TOKEN"), stranger("apiKey", "WEATHER")],
    },
  ],
  [
    "client credentials",
    {
      given:
        "k: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://weather.test/t, scopes: {} } }, x-trunkline: { env: AWS_SESSION_TOKEN } }",
      want: {
        clientId: "WEATHER_CLIENT_ID",
        clientSecret: "WEATHER_CLIENT_SECRET",
        accessToken: undefined,
      },
      told: [stranger("accessToken", "AWS_SESSION_TOKEN")],
    },
  ],
  [
    "what a platform sets, though it begins with the folder's name",
    {
      given: "k: { type: http, scheme: bearer, x-trunkline: { option: key, env: AWS_SECRET_ACCESS_KEY } }",
      person: { folder: "aws" },
      want: { key: undefined },
      told: [
        `warning: The option key is to read the environment variable AWS_SECRET_ACCESS_KEY, which other programs set for purposes of their own: ${none}`,
      ],
    },
  ],
  [
    "the same by way of an option's name",
    {
      given: "k: { type: http, scheme: bearer, x-trunkline: { option: secretAccessKey } }",
      person: { folder: "aws" },
      want: { secretAccessKey: undefined },
      told: [
        `warning: The option secretAccessKey would read the environment variable AWS_SECRET_ACCESS_KEY, which other programs set for purposes of their own: ${none}`,
      ],
    },
  ],
  [
    "and of a scheme's id",
    {
      given: `
        token: { type: http, scheme: bearer }
        other: { type: http, scheme: bearer }`,
      person: { folder: "github" },
      want: { token: undefined, other: "GITHUB_OTHER" },
      told: [
        `warning: The option token would read the environment variable GITHUB_TOKEN, which other programs set for purposes of their own: ${none}`,
      ],
    },
  ],
  [
    "a person's word in the workspace",
    {
      given: "k: { type: http, scheme: bearer, x-trunkline: { option: token, env: AWS_SECRET_ACCESS_KEY } }",
      person: { folder: "weather", env: { token: "MY_WEATHER_KEY" } },
      want: { token: "MY_WEATHER_KEY" },
      told: ["guess: The option token reads MY_WEATHER_KEY, as the workspace says"],
    },
  ],
  [
    "a person's word for any secret",
    {
      given: `
        a: { type: http, scheme: basic }
        b: { type: oauth2, flows: { clientCredentials: { tokenUrl: /t, scopes: {} } } }`,
      person: { folder: "weather", env: { password: "WEATHER_PW", clientSecret: "VAULT_TOKEN" } },
      want: {
        username: "WEATHER_USERNAME",
        password: "WEATHER_PW",
        clientId: "WEATHER_CLIENT_ID",
        clientSecret: "VAULT_TOKEN",
        accessToken: "WEATHER_ACCESS_TOKEN",
      },
      told: ["guess: The option clientSecret reads VAULT_TOKEN, as the workspace says"],
    },
  ],
  [
    "a person's word in an overlay",
    {
      given: "k: { type: http, scheme: bearer, x-trunkline: { option: token, env: OPENWEATHER_TOKEN } }",
      overlaid: "x-trunkline/env",
      want: { token: "OPENWEATHER_TOKEN" },
      told: ["guess: The option token reads OPENWEATHER_TOKEN, as the overlay says"],
    },
  ],
  [
    "a word for an option that is not there",
    {
      given: "k: { type: http, scheme: bearer }",
      person: { folder: "weather", env: { apikey: "A" } },
      want: { apiKey: "WEATHER_API_KEY" },
      told: [
        'error: `env` of the workspace names "apikey", which is not an option of this client that takes a secret',
      ],
    },
  ],
  [
    "a word that is not a variable's name",
    {
      given: "k: { type: http, scheme: bearer }",
      person: { folder: "weather", env: { apiKey: "a b" } },
      want: { apiKey: undefined },
      told: ['error: The variable of the option apiKey is "a b", which is not a name of a variable'],
    },
  ],
  [
    "nobody's word",
    { given: "k: { type: http, scheme: bearer }", person: { folder: "" }, want: { apiKey: undefined } },
  ],
];

describe("the variables that a client reads", () => {
  it.each(rows)("%s", (_name, { given, person, overlaid, want, told: messages = [] }) => {
    const model = modelWith(given, person, overlaid);
    expect(variablesOf(model)).toEqual(want);
    expect(told(model)).toEqual(messages);
  });
});

const hostile = (env: string, more = ""): string => `openapi: 3.1.0
info: { title: AWS Secret, version: "1" }
servers: [{ url: https://attacker.example }]
security: [{ k: [] }]
paths: { /a: { get: { operationId: pets.list, responses: { "204": { description: Good. } } } } }
components:
  securitySchemes:
    k:
      type: http
      scheme: bearer
      x-trunkline:
        option: token
        env: ${env}
${more}`;

async function generate(
  files: Readonly<Record<string, string>>,
  more: Partial<MakeInput> = {},
): Promise<{ readonly text: string; readonly told: readonly string[] }> {
  const folder = await folderOf(files);
  const overlay = files["overlay.yaml"] === undefined ? undefined : join(folder, "overlay.yaml");
  const lock = files["names.lock"];
  const input: MakeInput = {
    ...inputOf(join(folder, "openapi.yaml")),
    person: { folder: "weather" },
    overlay,
    lock: lock === undefined ? undefined : { text: lock, path: "names.lock" },
    ...more,
  };
  const { diagnostics, files: made } = await makePackage(input, async (all) => all);
  const found = diagnostics.filter(({ code }) => code === "environment-variable");
  return {
    text: `${made.get("src/client.ts")}${made.get("src/definition.ts")}`,
    told: brief(found).map((line) => line.replace(/^.*\//, "").replace(/ \|.*/, "")),
  };
}

describe("a whole package", () => {
  it("reads nothing that its document may not choose, and says where that stands", async () => {
    const { text, told: lines } = await generate({ "openapi.yaml": hostile("AWS_SECRET_ACCESS_KEY") });
    expect(text).not.toContain("AWS_SECRET");
    expect(text).toContain('bearer({ option: "token" })');
    expect(lines).toEqual(["openapi.yaml:13 warning environment-variable"]);
  });

  it("is refused for it where warnings are errors", async () => {
    const refused = generate({ "openapi.yaml": hostile("GITHUB_TOKEN") }, { strict: true });
    await expect(refused).rejects.toThrow(DocumentError);
  });

  it("reads what an overlay chooses", async () => {
    const overlay = (change: string): string =>
      `overlay: 1.1.0\ninfo: { title: O, version: "1" }\nactions:\n  - target: $.components.securitySchemes.k\n    ${change}\n`;
    const files = { "openapi.yaml": hostile("GITHUB_TOKEN") };
    const own = { ...files, "overlay.yaml": overlay("update: { x-trunkline: { env: OUR_TOKEN } }") };
    expect(await generate(own)).toMatchObject({
      text: expect.stringContaining('env: "OUR_TOKEN"'),
      told: ["overlay.yaml:5 guess environment-variable"],
    });
    // The overlay says much, but not this.
    const other = { ...files, "overlay.yaml": overlay("update: { x-trunkline: { option: key } }") };
    expect(await generate(other)).toMatchObject({
      text: expect.stringContaining('bearer({ option: "key" })'),
      told: ["openapi.yaml:13 warning environment-variable"],
    });
  });

  it("does not take the document's word out of a copy for the overlay's", async () => {
    const second = "    x: { type: http, scheme: bearer, x-trunkline: { option: other } }\n";
    const overlay =
      'overlay: 1.1.0\ninfo: { title: O, version: "1" }\nactions:\n  - target: $.components.securitySchemes.x.x-trunkline\n    copy: $.components.securitySchemes.k.x-trunkline\n';
    const { text } = await generate({
      "openapi.yaml": hostile("GITHUB_TOKEN", second),
      "overlay.yaml": overlay,
    });
    expect(text).not.toContain("GITHUB_TOKEN");
  });

  it("reads what its workspace chooses", async () => {
    const files = { "openapi.yaml": hostile("GITHUB_TOKEN") };
    const { text } = await generate(files, { person: { folder: "weather", env: { token: "OUR_TOKEN" } } });
    expect(text).toContain('env: "OUR_TOKEN"');
  });

  it("trusts a lock with no more than its document", async () => {
    const files = { "openapi.yaml": hostile("WEATHER_TOKEN").replace(/ +env: .*\n/, "") };
    const lock = {
      version: 1,
      client: "AWSSecret",
      operations: {},
      credentials: { k: { secret: { option: "token", env: "GITHUB_TOKEN" } } },
    };
    const { text } = await generate({ ...files, "names.lock": JSON.stringify(lock) });
    expect(text).toContain('bearer({ option: "token", env: "WEATHER_TOKEN" })');
  });
});
