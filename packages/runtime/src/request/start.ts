import type { ClientState } from "../client-state.ts";
import { TrunklineError } from "../errors/trunkline-error.ts";
import type { StartCall } from "../promise.ts";
import { interpret } from "../response/interpret.ts";
import { addressOf } from "./address.ts";
import { buildCall, type CallInput } from "./call.ts";
import { send } from "./send.ts";

/** Prepares a call; nothing is sent before it is started. */
export function startCall<T>(state: ClientState, input: CallInput): StartCall<T> {
  return async (mode) => {
    try {
      const call = buildCall(state, input, mode);
      return interpret<T>(call, await send(call, addressOf(call)));
    } catch (error) {
      throw named(error, state, input);
    }
  };
}

/** Serialisers know no operation: an error that does not say whose it is gets the call's names. */
function named(error: unknown, state: ClientState, { operation }: CallInput): unknown {
  if (error instanceof TrunklineError && error.operation === undefined) {
    Object.assign(error, {
      client: state.definition.name,
      operation: operation.id,
      method: operation.method,
      path: operation.path,
    });
  }
  return error;
}
