import { describe, expect, it } from "vitest";
import { brief, read, yaml } from "../support/documents.ts";

const rows: readonly [string, { readonly given: string; readonly want: string }][] = [
  ["an anchor", { given: '"#pet"', want: "#/components/schemas/Pet" }],
  ["an anchor inside of a component", { given: '"#tag"', want: "#/components/schemas/Pet_tag" }],
  ["a dynamic anchor", { given: '"#node"', want: "#/components/schemas/Node" }],
  ["an absolute $id", { given: '"https://s.test/pets/pet"', want: "#/components/schemas/Pet" }],
  ["relative to another $id", { given: '"pet"', want: "#/components/schemas/Pet" }],
  [
    "relative to another $id, with a pointer",
    { given: '"pet#/properties/tag"', want: "#/components/schemas/Pet_tag" },
  ],
];

const document = (ref: string): string => `components:
  schemas:
    Pet: { $id: "https://s.test/pets/pet", $anchor: pet, type: object, properties: { tag: { $anchor: tag, type: string } } }
    Dog: { $id: "https://s.test/pets/dog", properties: { is: { $ref: ${ref} } } }
    Node: { $dynamicAnchor: node, type: object, properties: { next: { $dynamicRef: "#node" } }, example: { $anchor: gone } }
`;

describe("schemas that are named otherwise than by their place", () => {
  it.each(rows)("%s", async (_, { given, want }) => {
    const loaded = await read({ "openapi.yaml": yaml(document(given)) });
    const { schemas } = JSON.parse(JSON.stringify(loaded.document)).components;
    expect(schemas.Dog).toEqual({ properties: { is: { $ref: want } } });
    expect(schemas.Node.properties.next).toEqual({ $ref: "#/components/schemas/Node" });
    expect(JSON.stringify(schemas)).not.toMatch(/"\$(?:id|dynamicAnchor|dynamicRef)"/);
    expect(brief(loaded.diagnostics)).toEqual(["openapi.yaml:9 warning schema-keyword"]);
  });

  it("says where a name is none", async () => {
    const { diagnostics } = await read({ "openapi.yaml": yaml(document('"#pett"')) });
    expect(brief(diagnostics)).toContain('openapi.yaml:8 warning ref-dangling | did you mean "pet"?');
  });

  it("asks nobody for an $id that is not here", async () => {
    await expect(read({ "openapi.yaml": yaml(document('"https://s.test/pets/cat"')) })).rejects.toThrow(
      "ref-remote",
    );
  });
});
