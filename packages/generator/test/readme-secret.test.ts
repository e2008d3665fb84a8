import { expect, it } from "vitest";
import { emitReadme } from "../src/emit/readme/readme.ts";
import { emitSources } from "../src/emit/typescript/sources.ts";
import { modelOf } from "./support/emit.ts";

const flows = "{ clientCredentials: { tokenUrl: /token, scopes: {} } }";

it.each([
  ["{ type: apiKey, in: header, name: X-Key }", 'new Shop({ apiKey: "…" });'],
  ["{ type: http, scheme: basic }", 'new Shop({ username: "…", password: "…" });'],
  [`{ type: oauth2, flows: ${flows} }`, 'new Shop({ clientId: "…", clientSecret: "…" });'],
])("gives a client with %s that reads no variable its secrets in the samples", (scheme, want) => {
  const model = modelOf(`
security: [{ Key: [] }]
paths:
  /pets: { get: { operationId: pets.list, tags: [pets], responses: { "200": { description: Pets. } } } }
components:
  securitySchemes: { Key: ${scheme} }
`);
  const credentials = model.client.credentials.map((secret) => ({ ...secret, env: undefined }));
  const silent = { ...model, client: { ...model.client, credentials } };
  expect(emitReadme(silent, { packageName: "@acme/shop" })).toContain(`const client = ${want}`);
  expect(emitSources(silent).get("src/client.ts")).toContain(`const client = ${want}`);
  expect(emitReadme(model, { packageName: "@acme/shop" })).toMatch(
    /const client = new Shop\(\); \/\/ reads \w+/,
  );
});
