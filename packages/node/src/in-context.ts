import type { AsyncResource } from "node:async_hooks";
import type { Dispatcher } from "./options.ts";

/** Where the options of a request hold the asynchronous context of its call. */
export const CONTEXT: unique symbol = Symbol("context");

/**
 * Has a connection take each request in the context of its call, where what traces undici looks for a parent. A pool
 * whose connections are all busy keeps a request until one of them is free, and would hand it over in the context of the
 * call that was answered then.
 */
export function inContext<D extends Dispatcher>(connection: D): D {
  const dispatch = connection.dispatch.bind(connection);
  return Object.assign(connection, {
    dispatch(options: { readonly [CONTEXT]?: AsyncResource }, handler: object): boolean {
      const context = options[CONTEXT];
      return context
        ? context.runInAsyncScope(dispatch, undefined, options, handler)
        : dispatch(options, handler);
    },
  });
}
