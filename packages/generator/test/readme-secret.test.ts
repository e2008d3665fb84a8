import { expect, it } from "vitest";
import { emitReadme } from "../src/emit/readme/readme.ts";
import { modelOf } from "./support/emit.ts";

it("gives a client that reads no variable its secret in the first sample", () => {
  const model = modelOf(`
security: [{ Key: [] }]
paths:
  /pets: { get: { operationId: pets.list, tags: [pets], responses: { "200": { description: Pets. } } } }
components:
  securitySchemes: { Key: { type: apiKey, in: header, name: X-Key } }
`);
  const credentials = model.client.credentials.map((secret) => ({ ...secret, env: undefined }));
  const silent = { ...model, client: { ...model.client, credentials } };
  expect(emitReadme(silent, { packageName: "@acme/shop" })).toContain(
    'const client = new Shop({ apiKey: "…" });',
  );
  expect(emitReadme(model, { packageName: "@acme/shop" })).toMatch(
    /const client = new Shop\(\); \/\/ reads \w+/,
  );
});
