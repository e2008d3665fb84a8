import { expect, it } from "vitest";
import { read, yaml } from "../support/documents.ts";

const files = {
  "openapi.yaml": yaml(`paths:
  /pets: { $ref: "./paths/pets.yaml#/~1pets" }
components:
  schemas:
    Pet: { $ref: "./schemas/Pet.yaml" }
`),
  "paths/pets.yaml": `# pets
/pets:
  get:
    tags: [a, b]
    responses:
      "200":
        description: Fine.
        content:
          application/json:
            schema: { $ref: "../common.yaml#/List" }
            examples:
              one:
                value: { items: [{ name: x }] }
`,
  "schemas/Pet.yaml": "type: object\nproperties:\n  name:\n    type: string\n",
  "common.yaml": "List:\n  type: array\n",
};

const response = ["paths", "/pets", "get", "responses", "200"];
const json = [...response, "content", "application/json"];

it.each([
  { pointer: [], place: "openapi.yaml:1:1" },
  { pointer: ["info", "version"], place: "openapi.yaml:4:3" },
  { pointer: ["paths", "/pets"], place: "openapi.yaml:6:3" },
  { pointer: ["paths", "/pets", "get"], place: "paths/pets.yaml:3:3" },
  { pointer: ["paths", "/pets", "get", "tags", 1], place: "paths/pets.yaml:4:15" },
  { pointer: [...json, "examples", "one", "value", "items", 0, "name"], place: "paths/pets.yaml:13:36" },
  { pointer: ["components", "schemas", "Pet"], place: "openapi.yaml:9:5" },
  { pointer: ["components", "schemas", "Pet", "properties", "name"], place: "schemas/Pet.yaml:3:3" },
  { pointer: ["components", "schemas", "List", "type"], place: "common.yaml:2:3" },
  { pointer: ["components", "schemas", "Pet", "no", "such"], place: "openapi.yaml:9:5" },
])("finds $place for $pointer", async ({ pointer, place }) => {
  const { locate } = await read(files);
  const { file, line, column } = locate(pointer);
  expect(`${file}:${line}:${column}`).toBe(place);
});

it("finds places in JSON", async () => {
  const { locate, document } = await read({
    "openapi.yaml": `{
  "openapi": "3.1.0", "info": { "title": "T \\u00e9", "version": "1" },
  "paths": { "/a": { "get": { "responses": {
    "default": { "description": "d" },
    "200": { "description": "\\"e" }
  } } } },
  "x-list": [ 1, [ true,
    null, -1.5e3 ] ]
}
`,
  });
  const place = (...pointer: (string | number)[]): string => {
    const { line, column } = locate(pointer);
    return `${line}:${column}`;
  };
  expect(document).toMatchObject({ info: { title: "T é" }, "x-list": [1, [true, null, -1500]] });
  expect(place("info", "version")).toBe("2:54");
  expect(place("paths", "/a", "get", "responses", "200", "description")).toBe("5:14");
  expect(place("paths", "/a", "get", "responses", "default")).toBe("4:5");
  expect(place("x-list", 1, 1)).toBe("8:5");
});
