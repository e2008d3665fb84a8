import { stepsOf } from "./document.ts";
import type { OperationModel } from "./operation-model.ts";

/** Where a request field of a pagination lies in `params`: a query parameter, or a pointer into the JSON body. */
export function requestPlace(request: string, { nested, body }: OperationModel): readonly string[] {
  const under = (name: string | undefined): readonly string[] => (name === undefined ? [] : [name]);
  if (!request.startsWith("/")) return [...under(nested.query), request];
  return [...under(nested.body ?? (body?.placement === "body" ? "body" : undefined)), ...stepsOf(request)];
}

/** Where the page size may lie in `params`, the first place being that of a size which is not the caller's. */
export function pageSizePlaces(operation: OperationModel): readonly (readonly string[])[] {
  const names = new Set((operation.page?.styles ?? []).flatMap(({ limits }) => limits));
  return [...names].map((name) => requestPlace(name, operation));
}
