import { afterEach, beforeEach, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { main } from "../src/index.ts";
import { document, openTestWorkspace, type TestWorkspace } from "./support/workspace.ts";

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

it("checks documents, and names faults by file and line", async () => {
  expect(await main(["lint"])).toBe(0);
  expect(workspace.output()).toBe("✓ specs/acme/openapi.yaml\n");
  await workspace.put("specs/acme/openapi.yaml", document.replace("example: t1", "example: 1"));
  expect(await main(["lint", "acme"])).toBe(1);
  expect(workspace.output()).toMatch(
    /specs\/acme\/openapi\.yaml:\d+:\d+ error .*\n[\s\S]*error \d faults? found/,
  );
});

it.each([
  ["time", ["--time-limit", "1"], /takes more than 1 seconds of computing/],
  ["memory", ["--memory-limit", "20"], /takes more than 20 MB of memory/],
])("ends when a document costs too much %s", async (_what, limits, said) => {
  const spoilt = parse(document);
  const { id } = spoilt.components.schemas.Thing.properties;
  id.pattern = "^(a+)+$";
  const { examples } = spoilt.paths["/things/{id}"].get.responses["200"].content["application/json"];
  examples.default.value.id = `${"a".repeat(60)}!`;
  examples.large = {
    value: { id: "a", list: Array.from({ length: 100_000 }, (_value, index) => ({ index })) },
  };
  await workspace.put("specs/acme/openapi.yaml", stringify(spoilt));
  expect(await main(["lint", ...limits])).toBe(1);
  expect(workspace.output()).toMatch(said);
  expect(workspace.output()).toMatch(/error 1 fault found/);
});
