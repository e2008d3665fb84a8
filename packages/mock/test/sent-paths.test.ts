import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { startMock } from "../src/index.ts";

const answer = (name: string): string =>
  `responses: { "200": { description: d, content: { application/json: { example: { name: ${name} } } } } }`;
const fields = "parameters: [{ name: fields, in: query, required: true, schema: { type: string } }]";

const document = `openapi: 3.1.0
info: { title: Sent, version: "1" }
servers: [{ url: "https://sent.test" }]
paths:
  /files: { put: { ${answer("plain")} } }
  "/files#link": { put: { ${fields}, ${answer("link")} } }
  "/files#lock": { put: { operationId: lock, ${fields}, ${answer("lock")} } }
  "/responses": { get: { ${answer("stable")} } }
  "/responses?beta=true": { get: { ${answer("beta")} } }
  "/only?Action=List": { get: { ${answer("list")} } }
`;

it("tells operations apart by what is sent, and else by what a test asked for", async () => {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-mock-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "openapi.yaml"), document);
  const mock = await startMock(join(folder, "openapi.yaml"));
  onTestFinished(() => mock.close());
  const asked = async (method: string, path: string): Promise<unknown> => {
    const response = await fetch(mock.url + path, { method });
    return response.ok ? ((await response.json()) as { name: string }).name : response.status;
  };
  expect(await asked("PUT", "/files")).toBe("plain");
  expect(await asked("PUT", "/files?fields=a")).toBe("link");
  expect(await asked("GET", "/responses")).toBe("stable");
  expect(await asked("GET", "/responses?beta=false")).toBe(422);
  expect(await asked("GET", "/responses?beta=true")).toBe("beta");
  expect(await asked("GET", "/only?Action=List")).toBe("list");
  expect(await asked("GET", "/only")).toBe(404);
  mock.prefer({ operation: "lock", times: 1 });
  expect(await asked("PUT", "/files?fields=a")).toBe("lock");
  expect(await asked("PUT", "/files?fields=a")).toBe("link");
  expect(mock.requests.map(({ route }) => route)).toContain("PUT /files#lock");
});
