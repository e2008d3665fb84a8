import { describe, expect, it } from "vitest";
import { emitAll, modelOf } from "./support/emit.ts";

const answers = (more: string): string =>
  `responses: { "200": { description: Good. }, "401": { description: No key. }, "404": { description: Not there. }${more} }`;

const rows: readonly [name: string, paths: string, client: readonly string[], resource: readonly string[]][] =
  [
    [
      "what every operation may throw stands once, at the client",
      `/a: { get: { operationId: a.get, ${answers("")} } }
  /b: { get: { operationId: b.get, ${answers(', "409": { description: Clash. }')} } }`,
      ["@throws {AuthenticationError} 401: No key.", "@throws {NotFoundError} 404: Not there."],
      ["@throws {ConflictError} 409: Clash."],
    ],
    [
      "what differs in its reason stays with the method",
      `/a: { get: { operationId: a.get, ${answers("")} } }
  /b: { get: { operationId: b.get, responses: { "200": { description: Good. }, "404": { description: Gone. } } } }`,
      [],
      [
        "@throws {AuthenticationError} 401: No key.",
        "@throws {NotFoundError} 404: Not there.",
        "@throws {NotFoundError} 404: Gone.",
      ],
    ],
    [
      "all of it stays with the only method",
      `/a: { get: { operationId: a.get, ${answers("")} } }`,
      [],
      ["@throws {AuthenticationError} 401: No key.", "@throws {NotFoundError} 404: Not there."],
    ],
  ];

describe("@throws", () => {
  it.each(rows)("%s", async (_, paths, client, resource) => {
    const model = modelOf(`servers: [{ url: https://a.test }]\npaths:\n  ${paths}`);
    const text = (await emitAll(new Map([["a", model]]))).get("a") ?? "";
    const tagsIn = (part: string): readonly string[] => part.match(/@throws .*/g) ?? [];
    const files = text.split(/^\/\/ (?=src\/)/m);
    expect(tagsIn(files.filter((file) => file.startsWith("src/client.ts")).join())).toEqual(client);
    expect(tagsIn(files.filter((file) => file.startsWith("src/resources/")).join())).toEqual(resource);
  });
});
