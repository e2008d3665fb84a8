import { describe, expect, it } from "vitest";
import { emitReadme } from "../src/emit/readme/readme.ts";
import { modelOf } from "./support/emit.ts";

const readme = (said: string, schema = "{ type: integer, format: int64 }"): string =>
  emitReadme(
    modelOf(
      `servers: [{ url: https://a.test }]\n${said}\npaths: { /a: { get: { operationId: things.get, responses: { "200": { description: Good., content: { application/json: { schema: ${schema} } } } } } } }`,
    ),
    { packageName: "shop" },
  );

describe("the README of a package", () => {
  it.each(["timeout", "retryBudget", "repeatable", "shouldRetry", "maxResponseBytes"])(
    "lists the option %s",
    (name) => {
      expect(readme("")).toContain(`| \`${name}\` | `);
    },
  );

  it("lists no option that the client has no use for", () => {
    expect(readme("")).not.toMatch(
      /`(?:concurrency|maxPages|idempotencyKey|environment|tokenStore|dangerouslyAllowBrowser)` \|/,
    );
  });

  it.each([
    ["bigint", "are bigints, as in `9007199254740993n`"],
    ["string", 'are texts of digits, as in `"9007199254740993"`'],
  ])("says that integers of 64 bits are %s where the document says so", (int64, words) => {
    const said = `x-trunkline: { version: 1, client: { name: Shop }, int64: ${int64} }`;
    expect(readme(said)).toContain(words);
    expect(readme(said, "{ type: integer }")).not.toContain("Integers of 64 bits");
    expect(readme("")).not.toContain("Integers of 64 bits");
  });
});
