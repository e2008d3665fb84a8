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

const within: readonly [string, { readonly given: string; readonly want: string }][] = [
  ["a pointer into it", { given: '"#/$defs/Shelf"', want: "#/components/schemas/Place_Shelf" }],
  ["by its own address", { given: '"place#/$defs/Shelf"', want: "#/components/schemas/Place_Shelf" }],
  [
    "by its whole address",
    { given: '"https://s.test/place#/$defs/Shelf"', want: "#/components/schemas/Place_Shelf" },
  ],
  ["the whole of it", { given: '"#"', want: "#/components/schemas/Place" }],
  ["an anchor that others have too", { given: '"#same"', want: "#/components/schemas/Place_Own" }],
  ["by the $id of a part", { given: '"part"', want: "#/components/schemas/Place_Part" }],
  [
    "a pointer into the document all the same",
    { given: '"#/components/schemas/Other"', want: "#/components/schemas/Other" },
  ],
];

const place = (ref: string): string => `components:
  schemas:
    Other: { $anchor: same, type: string }
    Place:
      $id: https://s.test/place
      type: object
      properties: { is: { $ref: ${ref} } }
      $defs:
        Shelf: { type: integer }
        Own: { $anchor: same, type: number }
        Part: { $id: part, type: boolean }
`;

const outside: readonly [string, { readonly given: string; readonly want: string }][] = [
  ["an anchor in a schema with an $id", { given: '"https://s.test/place#same"', want: "Place_Own" }],
  ["a dynamic anchor in one", { given: '"https://s.test/place#turn"', want: "Place_Turn" }],
  ["a pointer into one", { given: '"https://s.test/place#/$defs/Own"', want: "Place_Own" }],
  ["an escaped pointer into one", { given: '"https://s.test/place#/$defs/a~1b"', want: "Place_a_b" }],
  ["an encoded pointer into one", { given: '"https://s.test/place#/%24defs/Own"', want: "Place_Own" }],
  ["an $id that is relative to another", { given: '"https://s.test/part"', want: "Place_Part" }],
  [
    "an anchor under a property that is called as a keyword",
    { given: '"#under-value"', want: "Place_value" },
  ],
  ["one under x-", { given: '"#under-x"', want: "Place_x-y" }],
  ["one under a property called properties", { given: '"#under-both"', want: "Place_default" }],
];

describe("a ref outside of schemas that have an $id", () => {
  const given = (ref: string): string => `components:
  schemas:
    Other: { $anchor: same, type: object, properties: { is: { $ref: ${ref} } }, example: { $anchor: under-value } }
    Place:
      $id: https://s.test/place
      type: object
      properties:
        value: { $anchor: under-value, type: boolean }
        x-y: { $anchor: under-x, type: boolean }
        properties: { properties: { default: { $anchor: under-both, type: boolean } } }
      $defs:
        Own: { $anchor: same, type: number }
        Turn: { $dynamicAnchor: turn, type: number }
        Part: { $id: part, type: boolean }
        a/b: { type: string }
`;

  it.each(outside)("%s", async (_, { given: ref, want }) => {
    const loaded = await read({ "openapi.yaml": yaml(given(ref)) });
    const { schemas } = JSON.parse(JSON.stringify(loaded.document)).components;
    expect(schemas.Other.properties.is).toEqual({ $ref: `#/components/schemas/${want}` });
    expect(brief(loaded.diagnostics)).toEqual([]);
  });

  it("says where an anchor is none", async () => {
    const { diagnostics } = await read({ "openapi.yaml": yaml(given('"https://s.test/place#sama"')) });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining('has no $anchor "https://s.test/place#sama"'),
    ]);
  });
});

describe("a ref within a schema that has an $id", () => {
  it.each(within)("%s", async (_, { given, want }) => {
    const loaded = await read({ "openapi.yaml": yaml(place(given)) });
    const { schemas } = JSON.parse(JSON.stringify(loaded.document)).components;
    expect(schemas.Place.properties.is).toEqual({ $ref: want });
    expect(brief(loaded.diagnostics)).toEqual([]);
  });

  it("says where nothing is", async () => {
    const { diagnostics } = await read({ "openapi.yaml": yaml(place('"#/$defs/Shelves"')) });
    expect(brief(diagnostics)).toEqual([expect.stringMatching(/^openapi.yaml:11 warning ref-dangling/)]);
  });
});

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
