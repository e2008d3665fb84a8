import {
  type APIPromise,
  APIResource,
  type IdempotentRequestOptions,
  type Operations,
  type Page,
  type PagePromise,
  type RequestOptions,
} from "@trunkline/runtime/client";
import { pages } from "../pages.js";

const operations = {
  list: { id: "agents.list", method: "GET", path: "/agents", query: ["limit", "cursor"], page: pages },
  create: { id: "agents.create", method: "POST", path: "/agents", body: "fields", keyed: true },
} satisfies Operations;

/** AI voice agents that speak on the phone. */
export class Agents extends APIResource {
  /**
   * Lists the agents of the workspace, page by page.
   *
   * `GET /agents`, scope `agents:read`. Await it for the first page, or iterate over it for the items of all
   * pages.
   *
   * @example
   * ```ts
   * for await (const agent of client.agents.list()) {
   *   console.log(agent);
   * }
   * ```
   */
  list(params?: AgentsListParams, options?: RequestOptions): PagePromise<AgentsListPage, Agent> {
    return this._page(operations.list, params, options);
  }

  /**
   * Creates an agent.
   *
   * Voice temperature, interruption sensitivity, webhooks and knowledge bases are set in the web app only.
   *
   * `POST /agents`, scope `agents:write`. The client makes an idempotency key for each call and keeps it over
   * its own retries. To repeat a call yourself, give `options.idempotencyKey` and send the same value and the
   * same body again; otherwise it may be done twice.
   *
   * @throws {BadRequestError} 400: The request or one of its parameters has a wrong format.
   * @throws {ConflictError} 409: The idempotency key was used before with another body.
   * @example
   * ```ts
   * const agent = await client.agents.create({ name: "Reception" });
   * ```
   */
  create(params: AgentsCreateParams, options?: IdempotentRequestOptions): APIPromise<Agent> {
    return this._call(operations.create, params, options);
  }
}

/** An AI voice agent. */
export interface Agent {
  /** ID of the agent. */
  id: number;
  /** Name of the agent. */
  name: string;
  /** Language code, such as `it-IT`, or `null` when none is set. */
  lang: string | null;
  /** Voice engine that runs the agent. */
  voice_engine: "vapi" | "retell" | (string & {});
}

/** An agent to create. */
export interface AgentCreateRequest {
  /** Name of the agent. */
  name: string;
  /** Language code, such as `en-US` or `it-IT`. */
  lang?: string | undefined;
  /**
   * Voice engine that runs the agent.
   * @default "vapi"
   */
  voice_engine?: "vapi" | "retell" | undefined;
  /** ID of the voice. */
  voice_id?: string | undefined;
  /**
   * Name of the language model.
   * @default "gpt-4o-mini"
   */
  model?: string | undefined;
  /** Tools that the language model may use, each an object. */
  general_tools?: Record<string, unknown>[] | undefined;
  /** Data to extract after a call, each piece an object. */
  post_call_analysis_data?: Record<string, unknown>[] | undefined;
}

/** Params of `agents.list`. */
export interface AgentsListParams {
  /**
   * Number of items on a page. 1 to 100.
   * @default 20
   */
  limit?: number | undefined;
  /** The `next_cursor` of the page before, an agent ID. Leave it out for the first page. */
  cursor?: number | undefined;
}

/** One page of `agents.list`. */
export interface AgentsListPage extends Page<Agent> {
  /** The agents of this page. */
  items: Agent[];
  /** Cursor of the next page, or `null` on the last one. */
  next_cursor: number | null;
}

/** Params of `agents.create`. */
export interface AgentsCreateParams extends AgentCreateRequest {}
