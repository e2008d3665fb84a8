import type { APIClient } from "./api-client.ts";
import { clientState } from "./client-state.ts";
import { setHidden } from "./hidden.ts";
import type { Operation } from "./operation.ts";
import { operationCall, operationPages } from "./operation-calls.ts";
import type { RequestOptions } from "./options.ts";
import type { Page } from "./pages/page.ts";
import type { PagePromise } from "./pages/page-promise.ts";
import type { PageOperation } from "./pages/style.ts";
import type { APIPromise } from "./promise.ts";

/** Base of the classes that hold a vendor's methods. */
export class APIResource {
  constructor(client: APIClient) {
    setHidden(this, clientState(client));
  }

  /** Calls an operation. */
  protected _call<T>(
    operation: Operation,
    params?: object,
    options?: RequestOptions,
    pathValue?: unknown,
  ): APIPromise<T> {
    return operationCall(this, operation, params, options, pathValue);
  }

  /** Calls an operation that answers in pages. */
  protected _page<P extends Page<I>, I>(
    operation: PageOperation,
    params?: object,
    options?: RequestOptions,
    pathValue?: unknown,
  ): PagePromise<P, I> {
    return operationPages<P, I>(this, operation, params, options, pathValue);
  }
}
