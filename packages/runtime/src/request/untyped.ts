import { untypedOptions } from "../arguments/known-options.ts";
import { readOptions } from "../arguments/read-options.ts";
import type { ClientDefinition } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { Method, Operation } from "../operation.ts";
import type { UntypedOptions } from "../options.ts";
import { pathParameterNames } from "../parameters/address.ts";
import type { CallInput } from "./prepare.ts";
import { untypedBody } from "./untyped-body.ts";

/** A call of an operation made up for one route. @throws {UsageError} for a path that could lead elsewhere */
export function untypedCall(
  method: Method,
  route: string,
  options: UntypedOptions | undefined,
  definition: ClientDefinition,
): CallInput {
  const id = `${method} ${route}`;
  const kind = untypedOptions(id, definition);
  const { path = {}, body, response = "json", ...rest } = readOptions(options, kind);
  // White space is dropped and a backslash becomes a slash when a URL is parsed: either could hide a "..".
  if (!/^\/[^\s\\?#]*$/.test(route)) {
    throw new UsageError(
      `"${String(route).slice(0, 100)}" is no path: it begins with "/" and holds no query (options.query), fragment, backslash or white space.`,
    );
  }
  const names = pathParameterNames(route);
  const [only = ""] = names.length === 1 ? names : [];
  const { [only]: pathValue, ...params } = path;
  const operation: Operation = { id, method, path: route, response, data: false };
  return {
    operation,
    options: rest,
    params,
    pathValue,
    body: body === undefined ? undefined : untypedBody(body),
  };
}
