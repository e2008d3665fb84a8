import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { type Mock, startMock } from "../src/index.ts";

const ANSWERS = '{ "200": { description: Good., content: { application/json: { example: {} } } } }';
const DOCUMENT = `openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: https://a.test }]
x-trunkline:
  version: 1
  quotas:
    - { limit: 4, perSeconds: 1, scope: account, headers: { remaining: X-Left, reset: X-Reset, only: { header: X-Span, value: s } } }
    - { limit: 2, per: minute, scope: uploads }
    - { limit: 3, per: minute, scope: operation }
paths:
  /a: { get: { operationId: things.get, responses: ${ANSWERS} } }
  /b: { post: { operationId: things.upload, x-trunkline: { quotas: [uploads] }, responses: ${ANSWERS} } }
  /c: { get: { operationId: things.other, responses: ${ANSWERS} } }
`;

async function shop(quotas: boolean): Promise<Mock> {
  const folder = mkdtempSync(join(tmpdir(), "mock-quotas-"));
  writeFileSync(join(folder, "openapi.yaml"), DOCUMENT);
  const mock = await startMock(join(folder, "openapi.yaml"), { quotas });
  onTestFinished(async () => {
    await mock.close();
    rmSync(folder, { recursive: true });
  });
  return mock;
}

const ask = async (mock: Mock, ...paths: string[]): Promise<readonly Response[]> => {
  const answers: Response[] = [];
  for (const path of paths)
    answers.push(await fetch(`${mock.url}${path}`, { method: path === "/b" ? "POST" : "GET" }));
  return answers;
};

it("counts by the document's windows where it is asked to, and by none else", async () => {
  const mock = await shop(true);
  const first = await ask(mock, "/a", "/b", "/b", "/b", "/c");
  expect(first.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
  const [, , , upload, other] = first;
  expect(Number(upload?.headers.get("retry-after"))).toBeGreaterThan(55);
  expect(upload?.headers.get("x-left")).toBeNull();
  expect([
    other?.headers.get("retry-after"),
    other?.headers.get("x-left"),
    other?.headers.get("x-span"),
  ]).toEqual(["1", "0", "s"]);
  await new Promise((resolve) => setTimeout(resolve, 1050));
  const second = await ask(mock, "/a", "/a", "/a", "/c");
  expect(second.map(({ status }) => status)).toEqual([200, 200, 429, 200]);
  mock.reset();
  expect((await ask(mock, "/a", "/a", "/a")).map(({ status }) => status)).toEqual([200, 200, 200]);
  const free = await shop(false);
  const all = await ask(free, ...Array<string>(10).fill("/b"));
  expect(all.every(({ status }) => status === 200)).toBe(true);
});
