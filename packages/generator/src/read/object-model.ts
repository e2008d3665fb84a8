import { documentRules } from "./document-rules.ts";
import { messageRules } from "./message-rules.ts";
import type { Kind, ObjectRule } from "./object-shapes.ts";
import { schemaRules } from "./schema-rules.ts";
import { securityRules } from "./security-rules.ts";

/** What each object of OpenAPI may hold. */
export const objectModel: Readonly<Record<Kind, ObjectRule>> = {
  ...documentRules,
  ...messageRules,
  ...schemaRules,
  ...securityRules,
};

/** Keys that objects have since OpenAPI 3.2: in older documents they mean nothing. */
export const keysOfThreeTwo: ReadonlyMap<Kind, ReadonlySet<string>> = new Map<Kind, ReadonlySet<string>>([
  ["document", new Set(["$self"])],
  ["server", new Set(["name"])],
  ["tag", new Set(["summary", "parent", "kind"])],
  ["pathItem", new Set(["query", "additionalOperations"])],
  ["mediaType", new Set(["itemSchema"])],
  ["example", new Set(["dataValue"])],
  ["response", new Set(["summary"])],
  ["securityScheme", new Set(["oauth2MetadataUrl", "deprecated"])],
  ["oauthFlows", new Set(["deviceAuthorization"])],
  ["oauthFlow", new Set(["deviceAuthorizationUrl"])],
  ["components", new Set(["mediaTypes"])],
]);

/** Where a kind of object has its home; the others are copied to where they are referred to. */
export const componentSections: ReadonlyMap<Kind, string> = new Map([
  ["schema", "schemas"],
  ["response", "responses"],
  ["parameter", "parameters"],
  ["example", "examples"],
  ["requestBody", "requestBodies"],
  ["header", "headers"],
  ["securityScheme", "securitySchemes"],
  ["link", "links"],
  ["callback", "callbacks"],
]);
