import { startMock } from "@trunkline/mock";
import { expect, it } from "vitest";
import { allCases } from "../src/faults/cases/all.ts";
import { runFaults } from "../src/index.ts";
import { describeContract } from "../src/vitest.ts";
import { makeFixture } from "./support/packages.ts";

// A document that says nowhere how its lists are walked: what was guessed is what client, mock and suites go by.
const { folder, diagnostics } = await makeFixture("every-page");

it("is of lists of which each is guessed", () => {
  const guessed = diagnostics
    .filter(({ code }) => code === "pagination")
    .map(({ message }) => message.split(",")[0]);
  expect(guessed).toEqual([
    "GET /tasks is walked by cursor",
    "GET /messages is walked by cursor",
    "GET /models is walked by cursor",
    "GET /pods is walked by cursor",
    "GET /files is walked by cursor",
    "GET /charges is walked by the last item",
    "GET /events is walked by the last item",
    "POST /search is walked by cursor",
    "GET /teams is walked by page number",
    "GET /rooms is walked by page number",
    "GET /issues is walked by offset",
    "GET /orders is walked by next links",
  ]);
});

describeContract(folder);

const items = Array.from({ length: 5 }, (_, index) => ({ id: `th_${index}`, name: `Thing ${index}` }));
const events = items.map((item, index) => ({ ...item, id: 900 + index }));

it.each(
  [
    "tasks",
    "messages",
    "models",
    "pods",
    "files",
    "charges",
    "events",
    "teams",
    "rooms",
    "issues",
    "orders",
  ].map((resource) => [resource, resource === "events" ? events : items] as const),
)("walks what a test puts into the mock: %s", async (resource, list) => {
  const { EveryPage } = await import(`${folder}/dist/index.mjs`);
  await using mock = await startMock(folder);
  mock.items({ operation: `${resource}.list`, items: list, limit: 2 });
  const client = new EveryPage({ baseURL: mock.url });
  expect(await client[resource].list().toArray()).toEqual(list);
  expect(mock.requests.length).toBe(3);
  expect(mock.violations).toEqual([]);
});

it("goes on from where a walk broke off, in each way", async () => {
  const { EveryPage } = await import(`${folder}/dist/index.mjs`);
  for (const resource of ["tasks", "messages", "charges", "events", "teams", "issues", "orders"]) {
    await using mock = await startMock(folder);
    const list = resource === "events" ? events : items;
    const rule = { operation: `${resource}.list`, items: list, limit: 2 };
    mock.items(rule);
    const client = new EveryPage({ baseURL: mock.url, maxRetries: 0 });
    const before: unknown[] = [];
    const error = await (async () => {
      for await (const page of client[resource].list({}, { maxPages: 2 }).iterPages()) before.push(page);
    })().catch((one: unknown) => one as { resume: object });
    const rest = await client[resource].list(error?.resume).toArray();
    expect(before).toHaveLength(2);
    expect(rest).toEqual(list.slice(4));
  }
});

it("withstands the faults of pages", async () => {
  const cases = allCases.map(({ id }) => id).filter((id) => id.startsWith("pages/"));
  const { cells } = await runFaults(folder, { cases });
  expect(cells.filter(({ verdict }) => verdict === "fail")).toEqual([]);
  // What needs an answer in a shape of its own, a walking method, or a total beside a page number.
  expect(cells.filter(({ verdict }) => verdict === "pass").length).toBeGreaterThan(20);
});
