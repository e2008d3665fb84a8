import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type Pages, pagesOf, readReference } from "../src/index.ts";
import { brokenLinks } from "./support/links.ts";
import { SHOP } from "./support/shop.ts";

/** A document in a folder that is called as its vendor. */
async function shop(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-docs-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "shop"));
  await writeFile(join(folder, "shop/openapi.yaml"), text);
  return join(folder, "shop/openapi.yaml");
}

async function pagesOfText(text: string): Promise<ReadonlyMap<string, string>> {
  const reference = await readReference(await shop(text), { packageName: "@acme/shop" });
  return pagesOf([reference]).files;
}

describe("a method's page", () => {
  let files: ReadonlyMap<string, string>;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "trunkline-docs-"));
    await mkdir(join(folder, "shop"));
    const document = join(folder, "shop/openapi.yaml");
    await writeFile(document, SHOP);
    files = pagesOf([await readReference(document, { packageName: "@acme/shop" })]).files;
  });
  afterAll(() => rm(folder, { recursive: true }));
  const page = (name: string): string => files.get(`shop/methods/${name}.md`) ?? "";

  it.each<[string, { given: string; want: string }]>([
    ["its name", { given: "items.create", want: "# `client.items.create`\n" }],
    ["its words", { given: "items.create", want: "Makes an item.\n" }],
    [
      "a sample that is whole",
      {
        given: "items.create",
        want: '```ts\nimport { Shop } from "@acme/shop";\n\nconst client = new Shop(); // reads SHOP_API_KEY\n\nconst item = await client.items.create({ name: "Lamp" });\n```',
      },
    ],
    [
      "the types of its arguments",
      {
        given: "items.get",
        want: "`client.items.get` takes `itemId:` `string`, `params?:` `NoParams`, `options?:` [`RequestOptions`](../client.md#for-every-call). It returns `APIPromise` of [`Item`](../types/shared.md#item).",
      },
    ],
    ["its route", { given: "items.get", want: "| Route | `GET /items/{itemId}` |" }],
    ["its scopes", { given: "items.create", want: "| Scope | `items:write` |" }],
    [
      "the idempotency of a keyed call",
      { given: "items.create", want: "| Idempotency | the client makes a key for each call" },
    ],
    [
      "that a read needs no key",
      { given: "items.get", want: "| Idempotency | needs no key: it changes nothing |" },
    ],
    [
      "a field with bounds and a default",
      {
        given: "items.create",
        want: "| `count` | `number` |  | body | How many. 1 to 99. Default `1`. |",
      },
    ],
    [
      "a path parameter",
      { given: "items.get", want: '| `itemId` | `string` | yes | path | Id of the item. Such as `"a"`. |' },
    ],
    [
      "what a list is asked by",
      { given: "items.list", want: '| `state` | `"on"` \\| `"off"` |  | query | Which ones. |' },
    ],
    [
      "what it answers",
      {
        given: "items.create",
        want: "## Answer\n\n[`Item`](../types/shared.md#item). Status `201`.\n\nThe item.",
      },
    ],
    [
      "its errors with their bodies",
      {
        given: "items.create",
        want: "| 422 | `UnprocessableEntityError` | [`Problem`](../types/shared.md#problem) | Not an item. |",
      },
    ],
    ["that nothing is answered", { given: "items.remove", want: "## Answer\n\nNothing. Status `204`." }],
    ["how its pages go on", { given: "items.list", want: "It goes on by a cursor that the answer gives." }],
    [
      "that it is deprecated",
      { given: "items.remove", want: "**Deprecated.** It still works, but do not use it in new code." },
    ],
    [
      "what the vendor allows",
      { given: "items.get", want: "| Quotas | 120 requests a minute to an account, all its keys together |" },
    ],
    [
      "what the vendor allows of a group",
      {
        given: "items.create",
        want: "together; 5 requests a minute to `items.create` together, of one account |",
      },
    ],
    [
      "that there is no example of its answer",
      { given: "items.bare", want: "The document has no example of an answer of this call" },
    ],
  ])("has %s", (_, { given, want }) => expect(page(given)).toContain(want));

  it("says nothing of a missing example where there is one, or nothing to show", () => {
    for (const name of ["items.create", "items.remove", "items.list"])
      expect(page(name)).not.toContain("has no example of an answer");
  });

  it("has its types on pages of types, which know who uses them", () => {
    const types = files.get("shop/types/shared.md") ?? "";
    expect(types).toContain("## Item\n");
    expect(types).toContain("Used by [`items.create`](../methods/items.create.md)");
    expect(types).toContain("| `id` | `string` | yes | Id of the item. |");
  });

  it("is listed in llms.txt with one sentence", () => {
    expect(files.get("llms.txt")).toContain(
      "- [client.items.get](./shop/methods/items.get.md): Get an item.",
    );
  });

  it("has an event of the API on the page of webhooks", () => {
    expect(files.get("shop/webhooks.md")).toMatch(
      /\| `item\.sold` \| \[`\w+`\]\(\.\/types\/[\w.]+#\w+\) \| An item was sold\./,
    );
  });
});

describe("pages of the clients of this repository", () => {
  const vendors = ["agora", "agoralia", "agentref", "buena"];
  let made: Pages;
  let references: Awaited<ReturnType<typeof readReference>>[];
  beforeAll(async () => {
    const folder = fileURLToPath(new URL("../../", import.meta.url));
    references = await Promise.all(vendors.map((name) => readReference(join(folder, name))));
    made = pagesOf(references);
  }, 60_000);

  it("have one for each method, with its route", () => {
    for (const { packageName, model } of references) {
      const folder = packageName.split("/")[1];
      const methods = made.pages.filter(({ path }) => path.startsWith(`${folder}/methods/`));
      expect(methods.map(({ title }) => title).sort()).toEqual(
        model.operations
          .map(({ resource, method }) => `client.${resource === "" ? "" : `${resource}.`}${method}`)
          .sort(),
      );
      for (const [index, { httpMethod, path }] of model.operations.entries())
        expect(methods[index]?.body).toContain(`| Route | \`${httpMethod} ${path}\` |`);
    }
  });

  it("name every field that callers give", () => {
    for (const { packageName, model } of references) {
      for (const { id, parameters } of model.operations) {
        const page = made.files.get(`${packageName.split("/")[1]}/methods/${id}.md`);
        for (const { in: place, arg, wire } of parameters)
          expect(page, id).toMatch(
            new RegExp(`\\| \`(?:${arg}|${wire.replace(/[^\w]/g, "\\$&")})\` \\|.*\\| ${place} \\|`),
          );
      }
    }
  });

  it("name the method that takes any number of rows", () => {
    expect(made.files.get("agora/methods/leads.upload.md")).toContain(
      "| Rows in bulk | `client.leads.uploadAll` |",
    );
  });

  it("lead nowhere that is not there", () => {
    expect(brokenLinks(made.files)).toEqual([]);
    // The detector sees what it is for.
    expect(brokenLinks(new Map([["a.md", "# A\n\n[b](./b.md) [c](#c) [a](#a)"]]))).toEqual([
      "a.md -> ./b.md",
      "a.md -> #c",
    ]);
  });

  it("are all in llms.txt", () => {
    const list = made.files.get("llms.txt") ?? "";
    for (const { path } of made.pages) expect(list).toContain(`](./${path})`);
  });

  it("are the same again", () => {
    expect([...pagesOf(references).files]).toEqual([...made.files]);
  });
});

describe("documents that are hard to lay out", () => {
  it("has 10,000 schemas in pages that a reader can open", async () => {
    const schemas = Array.from({ length: 10_000 }, (_, index) => [
      `Thing${index}`,
      {
        type: "object",
        properties: {
          next: { $ref: `#/components/schemas/Thing${(index + 1) % 10_000}` },
          name: { type: "string" },
        },
      },
    ]);
    const document = {
      openapi: "3.1.0",
      info: { title: "Many", version: "1" },
      servers: [{ url: "https://many.test" }],
      paths: {
        "/things": {
          get: {
            operationId: "things.list",
            responses: {
              200: {
                description: "All.",
                content: { "application/json": { schema: { $ref: "#/components/schemas/Thing0" } } },
              },
            },
          },
          post: {
            operationId: "others.make",
            responses: {
              200: {
                description: "All.",
                content: { "application/json": { schema: { $ref: "#/components/schemas/Thing1" } } },
              },
            },
          },
        },
      },
      components: { schemas: Object.fromEntries(schemas) },
    };
    const files = await pagesOfText(JSON.stringify(document));
    const pages = [...files].filter(([path]) => path.includes("/types/"));
    expect(pages.length).toBeGreaterThan(60);
    expect(Math.max(...[...files.values()].map(({ length }) => length))).toBeLessThan(300_000);
    expect([...files.values()].join("").match(/^## Thing\d+$/gm)).toHaveLength(10_000);
    expect(brokenLinks(files)).toEqual([]);
  });

  it("tells methods apart that differ in capitals alone", async () => {
    const operation = (operationId: string): object => ({
      get: { operationId, responses: { 204: { description: "Nothing." } } },
    });
    const files = await pagesOfText(
      JSON.stringify({
        openapi: "3.1.0",
        info: { title: "Case", version: "1" },
        servers: [{ url: "https://case.test" }],
        paths: { "/a": operation("things.getURL"), "/b": operation("things.getUrl") },
      }),
    );
    const names = [...files.keys()].filter((path) => path.includes("/methods/"));
    expect(names).toHaveLength(2);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(2);
    expect(brokenLinks(files)).toEqual([]);
  });

  it("shows a type that is nested without end to some depth, and a long list of words in part", async () => {
    let schema: object = { type: "string" };
    for (let depth = 0; depth < 60; depth += 1) schema = { type: "object", properties: { inner: schema } };
    const words = { type: "string", enum: Array.from({ length: 500 }, (_, index) => `word-${index}`) };
    const files = await pagesOfText(
      JSON.stringify({
        openapi: "3.1.0",
        info: { title: "Deep", version: "1" },
        servers: [{ url: "https://deep.test" }],
        paths: {
          "/deep": {
            post: {
              operationId: "deep.make",
              requestBody: {
                required: true,
                content: {
                  "application/json": { schema: { type: "object", properties: { schema, words } } },
                },
              },
              responses: { 204: { description: "Nothing." } },
            },
          },
        },
      }),
    );
    const page = files.get([...files.keys()].find((path) => path.includes("/methods/")) ?? "") ?? "";
    expect(page).toContain("`… 460 more`");
    expect(page.length).toBeLessThan(10_000);
    expect(brokenLinks(files)).toEqual([]);
  });

  it("keeps packages of the same name apart", async () => {
    const document = await shop(SHOP);
    const [one, two] = await Promise.all(
      ["@acme/shop", "@globex/shop"].map((packageName) => readReference(document, { packageName })),
    );
    const { files } = pagesOf([one, two].filter((reference) => reference !== undefined));
    expect(files.has("acme-shop/index.md") && files.has("globex-shop/index.md")).toBe(true);
    expect(() => pagesOf([one, one].filter((reference) => reference !== undefined))).toThrow(
      "Two of the packages are called",
    );
  });
});
