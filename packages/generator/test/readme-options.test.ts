import { describe, expect, it } from "vitest";
import { emitReadme } from "../src/emit/readme/readme.ts";
import { checkReadme } from "../src/verify/readme.ts";
import { modelOf } from "./support/emit.ts";

const readme = (said: string, schema = "{ type: integer, format: int64 }"): string =>
  emitReadme(
    modelOf(
      `servers: [{ url: https://a.test }]\n${said}\npaths: { /a: { get: { operationId: things.get, responses: { "200": { description: Good., content: { application/json: { schema: ${schema} } } } } } } }`,
    ),
    { packageName: "shop" },
  );

const withDelete = (said: string): string =>
  emitReadme(
    modelOf(
      `${said}servers: [{ url: https://a.test, x-trunkline: { environment: live } }, { url: https://b.test, x-trunkline: { environment: trial } }]\npaths: { /a: { get: { operationId: things.get, responses: { "204": { description: Good. } } }, delete: { operationId: things.delete, responses: { "204": { description: Good. } } } } }`,
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

  it("lists options where every call does something, and shows none of those then", () => {
    const model = modelOf(
      `servers: [{ url: https://a.test }]\npaths: { /a: { post: { operationId: things.make, responses: { "204": { description: Made. } } } } }`,
    );
    const text = emitReadme(model, { packageName: "shop" });
    expect(text).toContain("| `timeout` | ");
    expect(text).not.toContain(".withResponse()");
  });

  it.each(["request", "response", "retry", "error"])("lists the hook %s", (name) => {
    expect(readme("")).toMatch(new RegExp(`\\| \`${name}\` \\| [A-Z].*\\. \\|`));
  });

  it("names every type, says how to test, and leads on", () => {
    const text = readme(
      "",
      "{ type: object, title: Thing, properties: { a: { type: object, properties: {} } } }",
    );
    expect(text).toContain("| `client.things` | `ThingsGetResponse`");
    expect(text).toContain('await startMock("shop")');
    expect(text).toContain("[CHANGELOG.md](./CHANGELOG.md)");
    expect(text).not.toContain("## Uploads");
  });

  it.each(["multipart/form-data", "application/octet-stream"])("shows how a file is sent as %s", (media) => {
    const file = "{ type: string, format: binary }";
    const schema = media.startsWith("multipart")
      ? `{ type: object, required: [file], properties: { file: ${file} } }`
      : file;
    const model = modelOf(
      `paths: { /a: { post: { operationId: things.send, requestBody: { required: true, content: { ${media}: { schema: ${schema} } } }, responses: { "204": { description: Good. } } } } }`,
    );
    const text = emitReadme(model, { packageName: "shop" });
    expect(text).toMatch(
      /## Uploads\n[\s\S]*await client\.things\.send\(\{ (?:file|body): await openAsBlob\("file"\) \}\);/,
    );
    expect(checkReadme(text, "shop", model)).toEqual([]);
  });

  it("lists no option that the client has no use for", () => {
    expect(readme("")).not.toMatch(
      /`(?:concurrency|maxPages|idempotencyKey|environment|tokenStore|dangerouslyAllowBrowser)` \|/,
    );
  });

  it("names the environment that is the default", () => {
    const two = withDelete("");
    expect(two).toContain("| `environment` | client | `live` |");
    expect(two).toContain("| `baseURL` | client | the URL of `environment` |");
    expect(two).toContain(
      "A DELETE whose answer was lost is sent again, and may then end in a `NotFoundError`",
    );
    expect(readme("")).toContain("| `baseURL` | client | `https://a.test` |");
    expect(readme("")).not.toContain("A DELETE whose answer");
    const never = withDelete(
      "x-trunkline: { version: 1, client: { name: Shop }, retry: { never: [DELETE] } }\n",
    );
    expect(never).not.toContain("A DELETE whose answer");
  });

  it("shows what the document says of its webhooks", () => {
    const hook = `tags: [{ name: Hooks, description: Check the signature. }]\nwebhooks: { made: { post: { operationId: hooks.made, tags: [Hooks], requestBody: { content: { application/json: { schema: { type: object } } } }, responses: { "200": { description: Good. } } } } }`;
    expect(readme(hook)).toContain("Types of what the API sends: `made`.\n\nCheck the signature.\n\n```ts");
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
