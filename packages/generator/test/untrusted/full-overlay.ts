import type { JsonObject } from "@trunkline/document";

/** An overlay for the full document in which everything occurs that an overlay may have. */
export function fullOverlay(): JsonObject {
  return structuredClone({
    overlay: "1.1.0",
    info: { title: "Better pets", version: "1.0.0", description: "What the document does not say." },
    extends: "https://shop.test/openapi.json",
    "x-overlay": { any: "value" },
    actions: [
      {
        target: "$.info",
        description: "A better title.",
        update: { title: "Pets", description: "A shop.", "x-info": { any: "value" } },
        "x-action": "x",
      },
      { target: "$.tags[*]", update: { description: "Of the shop." } },
      { target: "$.servers[0]", update: { description: "First." } },
      {
        target: '$.paths["/pets"].post',
        update: { summary: "Make a pet", description: "Makes a pet.", tags: ["more"], "x-more": "x" },
      },
      {
        target: "$.paths",
        update: {
          "/added": {
            get: {
              operationId: "added.get",
              parameters: [{ name: "q", in: "query", description: "What.", schema: { type: "string" } }],
              responses: { "200": { $ref: "#/components/responses/One" } },
            },
          },
        },
      },
      {
        target: "$.components.schemas.Pet.properties",
        update: {
          added: {
            type: "string",
            title: "Added",
            description: "Added.",
            format: "custom",
            enum: ["one", "two"],
            default: "one",
          },
          other: { $ref: "#/components/schemas/Pet" },
        },
      },
      {
        target: "$.components.securitySchemes.Key",
        update: { "x-trunkline": { env: "SHOP_SECRET" }, description: "The key of the shop." },
      },
      { target: "$.components.examples", remove: true },
      { target: "$.info.summary", copy: "$.info.title" },
    ],
  }) as JsonObject;
}
