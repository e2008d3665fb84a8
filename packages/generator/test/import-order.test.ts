import { describe, expect, it } from "vitest";
import { byModuleOrder, byNameOrder } from "../src/emit/typescript/import-order.ts";

describe("the order of imports", () => {
  it.each([
    [
      "cases beside each other, the capital first",
      ["APIError", "ApiKeys", "apiKey", "isAPIError", "LlamaError"],
    ],
    ["a name before what it begins", ["Agent", "AgentList", "Agents", "AgentsListParams"]],
    ["numbers by what they count", ["Item2", "Item2a", "Item10", "Item10a"]],
    ["letters alike before those that differ in case", ["APIClient", "apiKeyHeader", "ClientOptions"]],
  ])("has %s", (_, given) => {
    expect([...given].reverse().sort(byNameOrder)).toEqual(given);
  });

  it("has packages before files, and files without their endings", () => {
    const given = [
      "@trunkline/runtime/client",
      "../errors.js",
      "./client.js",
      "./resources/files.js",
      "./resources/files-page.js",
      "./types.js",
    ];
    expect([...given].reverse().sort(byModuleOrder)).toEqual(given);
  });
});
