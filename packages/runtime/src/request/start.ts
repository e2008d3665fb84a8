import type { ClientState } from "../client-state.ts";
import type { StartCall } from "../promise.ts";
import { interpret } from "../response/interpret.ts";
import { addressOf } from "./address.ts";
import { buildCall, type CallInput, named } from "./call.ts";
import { send } from "./send.ts";

/** Prepares a call; nothing is sent before it is started. */
export function startCall<T>(state: ClientState, input: CallInput): StartCall<T> {
  return (mode) => {
    try {
      const call = buildCall(state, input, mode);
      return send(call, addressOf(call), interpret<T>);
    } catch (error) {
      throw named(error, state, input);
    }
  };
}
