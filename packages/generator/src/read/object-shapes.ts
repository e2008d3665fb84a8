/** The objects of OpenAPI 3. */
export type Kind =
  | "document"
  | "info"
  | "contact"
  | "license"
  | "server"
  | "serverVariable"
  | "tag"
  | "externalDocs"
  | "paths"
  | "pathItem"
  | "operation"
  | "parameter"
  | "header"
  | "requestBody"
  | "mediaType"
  | "encoding"
  | "responses"
  | "response"
  | "callback"
  | "link"
  | "example"
  | "schema"
  | "discriminator"
  | "xml"
  | "securityScheme"
  | "oauthFlows"
  | "oauthFlow"
  | "components";

/** What may stand in a place. `data` is a value that is not part of the model: examples, defaults, extensions. */
export type Shape =
  | { readonly is: "data" }
  | { readonly is: "string" }
  | { readonly is: "number" }
  | { readonly is: "boolean" }
  | { readonly is: "object"; readonly kind: Kind }
  | { readonly is: "map"; readonly of: Shape }
  | { readonly is: "list"; readonly of: Shape };

/** Keys of an object. */
export interface ObjectRule {
  readonly title: string;
  readonly fields: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  /** Keys that are not fixed ones: path templates, statuses, callback expressions. */
  readonly rest?: { readonly pattern: RegExp; readonly shape: Shape; readonly hint: string };
  /** Keys outside {@link fields} are allowed (JSON Schema's). */
  readonly open?: true;
}

export const data: Shape = { is: "data" };
export const string: Shape = { is: "string" };
export const number: Shape = { is: "number" };
export const boolean: Shape = { is: "boolean" };
export const object = (kind: Kind): Shape => ({ is: "object", kind });
export const map = (of: Shape): Shape => ({ is: "map", of });
export const list = (of: Shape): Shape => ({ is: "list", of });
