import { describe, expect, it } from "vitest";
import type { NamesLock } from "../src/names/lock.ts";
import { modelOf } from "./support/emit.ts";

function document(path: string, id = "parts.get", more = ""): string {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(
    ([, name]) => `{ name: ${name}, in: path, required: true, schema: { type: string } }`,
  );
  return `servers: [{ url: https://a.test }]
paths:
  ${path}:
    get:
      operationId: ${id}
      parameters: [${parameters.join(", ")}]
      responses:
        "200":
          description: Good.
          content:
            application/json: { schema: { type: object, properties: { size: { type: integer } } } }
${more}`;
}

const path = "/things/{id}/parts/{part}";
const before: NamesLock = modelOf(document(path)).lock;

describe("an operation that gets another path", () => {
  it.each([
    ["with other names of its parameters", document("/things/{thing}/parts/{number}")],
    ["under the same id", document("/items/{id}/parts/{part}")],
  ])("%s keeps the names of its types", (_what, moved) => {
    const model = modelOf(moved, before);
    const [operation] = model.operations;
    expect(operation?.params?.name).toBe("PartsGetParams");
    expect(model.declarations.map(({ name }) => name)).toEqual(["PartsGetParams", "PartsGetResponse"]);
    expect(Object.values(model.lock.types)).toEqual(["PartsGetResponse"]);
  });

  it("keeps its former method as an alias when its id changes too", () => {
    const { operations } = modelOf(document("/things/{thing}/parts/{number}", "things.getPart"), before);
    expect(operations[0]).toMatchObject({ resource: "things", method: "getPart", aliases: ["parts.get"] });
  });

  it("takes nothing from an operation that is still there", () => {
    const both = document(
      path,
      "parts.get",
      document("/items/{id}", "items.get").replace(/^[\s\S]*paths:\n/, ""),
    );
    const { operations } = modelOf(both, before);
    expect(operations.map(({ id, aliases }) => [id, aliases])).toEqual([
      ["parts.get", []],
      ["items.get", []],
    ]);
  });
});
