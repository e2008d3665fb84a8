import type { ClientState } from "../client-state.ts";
import type { StartCall } from "../promise.ts";
import { interpret } from "../response/interpret.ts";
import { addressOf } from "./address.ts";
import { buildCall, type CallInput, named } from "./call.ts";
import { send } from "./send.ts";

/**
 * Prepares a call; nothing is sent before it is started. Arguments are read at once, as `fetch` does: what becomes of
 * them later is the caller's own.
 */
export function startCall<T>(state: ClientState, input: CallInput): StartCall<T> {
  try {
    const call = buildCall(state, input);
    const address = addressOf(call);
    return (mode) => {
      call.mode = mode;
      return send(call, address, interpret<T>);
    };
  } catch (error) {
    return () => {
      throw named(error, state, input);
    };
  }
}
