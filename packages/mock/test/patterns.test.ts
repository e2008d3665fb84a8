import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Mock, startMock } from "../src/index.ts";
import { raw, request } from "./raw.ts";

const HOSTILE = fileURLToPath(new URL("fixtures/hostile/", import.meta.url));
const LIMIT = 300;

let mock: Mock;
beforeAll(async () => {
  mock = await startMock(HOSTILE, { timeLimit: LIMIT });
});
afterAll(() => mock.close());

const JSON_TYPE = { "content-type": "application/json" };
const SLOW = `${"a".repeat(60)}!`;

describe("a document's own pattern is stopped", () => {
  it.each<[place: string, sent: string]>([
    ["a query", request(`POST /pattern?code=${SLOW}`)],
    [
      "a name in a JSON body",
      request("POST /pattern", JSON_TYPE, JSON.stringify({ [`x${"b".repeat(60)}!`]: 1 })),
    ],
    ["a path", request(`GET /pattern/${"a".repeat(90)}!`)],
  ])("in %s", async (_, sent) => {
    const started = performance.now();
    // Somebody else's request waits for the limit, no longer.
    const [slow, other] = await Promise.all([raw(mock, sent), raw(mock, request("GET /search"))]);
    expect(slow.status).toBe(503);
    expect(slow.body).toContain(
      "took more than 0.3 s of computing, so it was stopped. A pattern of the document",
    );
    expect(other.status).toBe(204);
    expect(performance.now() - started).toBeGreaterThanOrEqual(LIMIT);
    expect(mock.requests.find((one) => one.answer?.status === 503)?.violations).toMatchObject([
      { by: "trunkline", in: "request", message: expect.stringContaining("timeLimit") },
    ]);
    mock.reset();
  });
});

it("goes on judging other documents after one was stopped", async () => {
  await using other = await startMock(HOSTILE);
  await raw(mock, request(`POST /pattern?code=${SLOW}`));
  expect((await raw(other, request("POST /pattern?code=aaa"))).status).toBe(204);
  expect((await raw(other, request("POST /pattern?code=b"))).status).toBe(422);
});

it("is not stopped by a process that was busy", async () => {
  const answered = raw(mock, request("POST /pattern?code=aaa"));
  await new Promise((done) => setTimeout(done, 5));
  const end = performance.now() + 2 * LIMIT;
  while (performance.now() < end);
  expect((await answered).status).toBe(204);
});

it("ends a judgement when it is closed", async () => {
  const other = await startMock(HOSTILE, { timeLimit: Number.POSITIVE_INFINITY });
  const pending = raw(other, request(`POST /pattern?code=${SLOW}`));
  await new Promise((done) => setTimeout(done, 100));
  await other.close();
  expect((await pending).status).toBeNaN();
  expect((await raw(mock, request("POST /pattern?code=aaa"))).status).toBe(204);
});

it.each([0, -1, Number.NaN])("refuses a limit of %d ms", async (timeLimit) => {
  await expect(startMock(HOSTILE, { timeLimit })).rejects.toThrow(/`timeLimit` is a whole number from 1/);
});
