import type { TransportRequest, TransportResponse } from "@trunkline/runtime";
import {
  APIClient,
  type APIPromise,
  APIResource,
  bearer,
  type ClientOptions,
  type Operation,
  type RequestOptions,
} from "@trunkline/runtime/client";
import { onTestFinished } from "vitest";
import { type NodeTransport, type NodeTransportOptions, nodeTransport } from "../../src/index.ts";

export const GET: Operation = { id: "things.get", method: "GET", path: "/things" };
export const POST: Operation = { id: "things.post", method: "POST", path: "/things", body: "fields" };

/** The credential of all clients here. */
export const TOKEN = "tok_canary_0123456789";

class Things extends APIResource {
  call<T = unknown>(operation: Operation, params?: object, options?: RequestOptions): APIPromise<T> {
    return this._call<T>(operation, params, options);
  }
}

export class Sample extends APIClient {
  readonly things: Things = new Things(this);

  constructor(options: ClientOptions, production = "https://api.sample.test") {
    super(
      {
        name: "Sample",
        userAgent: "sample/1.0.0",
        environments: { production },
        schemes: { token: bearer({ option: "token" }) },
        security: [["token"]],
      },
      { token: TOKEN, ...options } as ClientOptions,
    );
  }
}

/** A transport that is closed when the test ends. */
export function transportOf(options?: NodeTransportOptions): NodeTransport {
  const transport = nodeTransport(options);
  onTestFinished(() => {
    void transport.close();
  });
  return transport;
}

/** A client over a transport, that repeats without waiting. */
export function clientOf(
  baseURL: string,
  transport: NodeTransport,
  options: ClientOptions = {},
  production?: string,
): Sample {
  const all = { baseURL, transport, retry: { baseDelay: 1, maxDelay: 1 }, ...options };
  return new Sample(all as ClientOptions, production);
}

/** What a transport was asked and told. */
export interface Sent {
  readonly steps: string[];
  readonly answer: Promise<TransportResponse>;
}

/** Sends one request by a transport itself, as a client would. */
export function send(transport: NodeTransport, url: string, request: Partial<TransportRequest> = {}): Sent {
  const steps: string[] = [];
  const answer = transport.send({
    url,
    method: "GET",
    headers: {},
    body: undefined,
    signal: new AbortController().signal,
    patience: 60_000,
    onReleased: () => void steps.push("released"),
    onSending: () => steps.push("sending"),
    ...request,
  });
  answer.catch(() => {});
  return { steps, answer };
}

/** The error that a promise is rejected with. */
export async function errorOf(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  try {
    await promise;
  } catch (error) {
    return error as Error & Record<string, unknown>;
  }
  throw new Error("The promise was fulfilled.");
}

/** Waits until something holds, for 20 seconds at most. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 20_000; waited += 20) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("It did not come to hold within 20 s.");
}
