import { untypedOptions } from "../arguments/known-options.ts";
import { readOptions } from "../arguments/read-options.ts";
import type { ClientState } from "../client-state.ts";
import type { ClientDefinition } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { Method, Operation } from "../operation.ts";
import type { UntypedOptions } from "../options.ts";
import { pathParameterNames } from "../parameters/address.ts";
import type { StartCall } from "../promise.ts";
import { startCall } from "./call.ts";
import { type CallInput, factsOf, ofCall } from "./prepare.ts";
import { untypedBody } from "./untyped-body.ts";

/** A call of an operation made up for one route; a path that could lead elsewhere is refused. */
export function startUntyped<T>(
  state: ClientState,
  method: Method,
  route: string,
  options: UntypedOptions | undefined,
): StartCall<T> {
  try {
    return startCall(state, untypedCall(method, route, options, state.definition));
  } catch (error) {
    const refusal = ofCall(error, factsOf(state, operationOf(method, route)));
    return () => {
      throw refusal;
    };
  }
}

function operationOf(method: Method, route: string): Operation {
  const path = String(route);
  return { id: `${method} ${path}`, method, path };
}

function untypedCall(
  method: Method,
  route: string,
  options: UntypedOptions | undefined,
  definition: ClientDefinition,
): CallInput {
  const made = operationOf(method, route);
  const kind = untypedOptions(made.id, definition);
  const { path = {}, body, response = "json", ...rest } = readOptions(options, kind);
  // White space is dropped and a backslash becomes a slash when a URL is parsed: either could hide a "..".
  if (!/^\/[^\s\\?#]*$/.test(made.path)) {
    throw new UsageError(
      `"${made.path.slice(0, 100)}" is not a path: it begins with "/" and holds no query (options.query), fragment, backslash or white space.`,
    );
  }
  const names = pathParameterNames(made.path);
  const [only = ""] = names.length === 1 ? names : [];
  const { [only]: pathValue, ...params } = path;
  return {
    operation: { ...made, response, data: false },
    options: rest,
    params,
    pathValue,
    body: body === undefined ? undefined : untypedBody(body),
  };
}
