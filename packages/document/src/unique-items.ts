import type { JsonValue } from "./json.ts";
import { twinsOf } from "./twins.ts";

/** The part of Ajv that is needed, which is not a dependency of this package. */
export interface Keywords {
  removeKeyword(name: string): unknown;
  addKeyword(definition: {
    keyword: string;
    type: "array";
    schemaType: "boolean";
    validate: Validate;
  }): unknown;
}

interface Validate {
  (isWanted: boolean, items: readonly JsonValue[]): boolean;
  errors?: { keyword: string; message: string; params: object }[];
}

/** Has an Ajv find equal items in time that grows with the list. Its own keyword compares each item with all others. */
export function findTwinsOnce(ajv: Keywords): void {
  const validate: Validate = (isWanted, items) => {
    const twins = isWanted ? twinsOf(items) : undefined;
    if (twins === undefined) return true;
    const [j, i] = twins;
    const message = `must NOT have duplicate items (items ## ${j} and ${i} are identical)`;
    validate.errors = [{ keyword: "uniqueItems", message, params: { i, j } }];
    return false;
  };
  ajv.removeKeyword("uniqueItems");
  ajv.addKeyword({ keyword: "uniqueItems", type: "array", schemaType: "boolean", validate });
}
