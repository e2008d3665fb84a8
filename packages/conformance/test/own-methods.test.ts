import { readFileSync } from "node:fs";
import { startMock } from "@trunkline/mock";
import { expect, it } from "vitest";
import { runContract, runFaults } from "../src/index.ts";
import { makeClient, makeFixture, readFixture } from "./support/packages.ts";

const { folder } = await makeFixture("own-methods");

it("are on the client, and keep its contract", async () => {
  const { results, operations } = await runContract(folder, { documentFaults: "note" });
  expect(operations).toBe(4);
  expect(results.filter(({ problems }) => problems.length > 0)).toEqual([]);
  const { Plinth } = await import(`${folder}/dist/index.mjs`);
  await using mock = await startMock(folder);
  mock.items({ operation: "userList", items: [{ id: "1" }, { id: "2" }, { id: "3" }], limit: 2 });
  const client = new Plinth({ apiKey: "k", baseURL: mock.url });
  expect(await client.userList().toArray()).toEqual([{ id: "1" }, { id: "2" }, { id: "3" }]);
  expect(await client.withOptions({ timeout: 5000 }).userRemove("u1")).toBeUndefined();
  const { url } = await client.preview((one: typeof client) => one.applicationGet({ applicationId: "a1" }));
  expect(url).toBe(`${mock.url}/application/get`);
});

it("withstand what a walk may meet", async () => {
  const { cells } = await runFaults(folder, { cases: ["pages/repeated-cursor", "secrets/inspect-result"] });
  expect(cells.map(({ verdict }) => verdict)).toEqual(["pass", "pass"]);
});

it("are in the README", () => {
  const readme = readFileSync(`${folder}/README.md`, "utf8");
  expect(readme).toContain("### `client`\n");
  expect(readme).toContain("| `userRemove` | `DELETE /users/{id}` |");
  expect(readme).toContain("const page = await client.userList();");
});

it("have former names, as methods of a resource have", async () => {
  const { document, lock } = await readFixture("own-methods");
  const names = JSON.parse(lock);
  names.operations["GET /users"].aliases = ["plinth.userList", "users"];
  names.operations["DELETE /users/{id}"].aliases = ["people.remove"];
  const { folder: target } = await makeClient("own-methods-renamed", document, {
    lock: JSON.stringify(names),
  });
  expect(readFileSync(`${target}/src/client.ts`, "utf8")).toContain("@deprecated Renamed: use `userList`.");
  expect(readFileSync(`${target}/src/resources/people.ts`, "utf8")).toContain("use `userRemove`.");
  const { results } = await runContract(target, { documentFaults: "note" });
  expect(results.filter(({ problems }) => problems.length > 0)).toEqual([]);
  expect(results.filter(({ kind }) => kind === "alias").map(({ name }) => name)).toEqual([
    "alias plinth.userList",
    "alias users",
    "alias people.remove",
  ]);
});
