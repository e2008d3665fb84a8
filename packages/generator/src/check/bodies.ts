import { type JsonObject, type JsonValue, objectEntries } from "@trunkline/document";
import { isJsonMediaType, isSuccess, type OperationView } from "./operations.ts";

/** Schemas of the JSON request body. */
export function requestSchemas(view: OperationView): readonly JsonValue[] {
  return view.requestBody === undefined ? [] : jsonSchemas(view.requestBody.value);
}

/** Schemas of the JSON answers of success, those of the lowest status that has one. */
export function answerSchemas(view: Pick<OperationView, "responses">): readonly JsonValue[] {
  const successes = view.responses
    .filter(({ status }) => isSuccess(status))
    .sort((a, b) => (a.status < b.status ? -1 : 1));
  for (const { value } of successes) {
    const schemas = jsonSchemas(value);
    if (schemas.length > 0) return schemas;
  }
  return [];
}

/** Schemas of the JSON answers that are errors. */
export function errorSchemas(view: OperationView): readonly JsonValue[] {
  return view.responses
    .filter(({ status }) => !/^[123]/.test(status))
    .flatMap(({ value }) => jsonSchemas(value));
}

function jsonSchemas(owner: JsonObject): readonly JsonValue[] {
  return objectEntries(owner.content).flatMap(([mediaType, { schema }]) =>
    isJsonMediaType(mediaType) && schema !== undefined ? [schema] : [],
  );
}
