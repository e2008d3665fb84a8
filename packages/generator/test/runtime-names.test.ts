import { describe, expect, it } from "vitest";
import { runtimeNames } from "../scripts/runtime-names.ts";
import {
  clientMembers,
  clientOptionNames,
  pageMembers,
  runtimeNames as reserved,
} from "../src/names/reserved.ts";
import { modelOf } from "./support/emit.ts";

describe("names of the runtime", () => {
  it("are those that it declares (`pnpm run derive`)", () => {
    const { names, options } = runtimeNames();
    expect(names.is).toBe(names.should);
    expect(options.is).toBe(options.should);
  });

  it.each([
    ["an error", reserved, "APIResponseTooLargeError"],
    ["a function", reserved, "tokenExchange"],
    ["a type", reserved, "PagePromise"],
    ["a member of a client", clientMembers, "withOptions"],
    ["a member of a page", pageMembers, "getNextPage"],
    ["an option", clientOptionNames, "maxResponseBytes"],
  ])("are not given away: %s", (_, names, name) => {
    expect(names.has(name)).toBe(true);
  });

  it("are given away where emitted code does not need them", () => {
    const { declarations } = modelOf(
      "servers: [{ url: https://a.test }]\npaths: {}\ncomponents: { schemas: { Preview: { type: object }, Page: { type: object } } }",
    );
    expect(declarations.map(({ name }) => name)).toEqual(["Preview", "PageModel"]);
  });
});
