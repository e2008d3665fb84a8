import { expect, it } from "vitest";
import { emitReadme } from "../src/emit/readme/readme.ts";
import { checkReadme } from "../src/verify/readme.ts";
import { modelOf } from "./support/emit.ts";

const flows = "{ authorizationCode: { authorizationUrl: /a, tokenUrl: /t, scopes: {} } }";

it.each([
  [
    "a certificate alone",
    "{ type: mutualTLS }",
    [
      /^## Credentials$/m,
      /client certificate \(mutual TLS\), which is the connection's/,
      /give `transport` one that has it/,
    ],
  ],
  [
    "OpenID Connect",
    "{ type: openIdConnect, openIdConnectUrl: 'https://id.test/`x`|y' }",
    [
      /`accessToken` is a token that your program gets itself, by OpenID Connect \(described at ``https:\/\/id\.test\/`x`\\\|y``\)/,
      /Give a function to renew it/,
    ],
  ],
  [
    "a person's consent",
    `{ type: oauth2, flows: ${flows} }`,
    [/`accessToken` is a token .* by OAuth 2\.0: the client carries it/],
  ],
])("the README says how to bring %s", (_, scheme, wants) => {
  const model = modelOf(`
security: [{ Key: [] }]
paths:
  /pets: { get: { operationId: pets.list, tags: [pets], responses: { "200": { description: Pets. } } } }
components:
  securitySchemes: { Key: ${scheme} }
`);
  const text = emitReadme(model, { packageName: "@acme/shop" });
  for (const want of wants) expect(text).toMatch(want);
  expect(checkReadme(text, "@acme/shop", model)).toEqual([]);
});

it.each(["{ type: http, scheme: bearer }", "{ type: apiKey, in: header, name: X }"])(
  "the README says nothing of that for %s",
  (scheme) => {
    const model = modelOf(`components: { securitySchemes: { Key: ${scheme} } }\n`);
    expect(emitReadme(model, { packageName: "@acme/shop" })).not.toMatch(
      /your program gets itself|mutual TLS/,
    );
  },
);
