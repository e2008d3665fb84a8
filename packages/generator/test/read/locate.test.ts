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
