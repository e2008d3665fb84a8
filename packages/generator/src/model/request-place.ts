import { stepsOf } from "./document.ts";
import type { OperationModel } from "./operation-model.ts";

/** Gives the keys that lead to a paging field in `params`. The field is a query parameter, or a pointer into the JSON body. */
export function requestPlace(request: string, { nested, body }: OperationModel): readonly string[] {
  const under = (name: string | undefined): readonly string[] => (name === undefined ? [] : [name]);
  if (!request.startsWith("/")) return [...under(nested.query), request];
  return [...under(nested.body ?? (body?.placement === "body" ? "body" : undefined)), ...stepsOf(request)];
}

/** Gives the places in `params` that can hold the page size. A walk puts its own page size into the first one. */
export function pageSizePlaces(operation: OperationModel): readonly (readonly string[])[] {
  const names = new Set((operation.page?.styles ?? []).flatMap(({ limits }) => limits));
  return [...names].map((name) => requestPlace(name, operation));
}
