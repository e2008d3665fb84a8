import { inspect } from "node:util";
import { describe, expect, expectTypeOf, it, vi } from "vitest";
import * as face from "../src/client.ts";
import { APIError, type APIErrorGuard, errorGuard, isErrorOf, TrunklineError } from "../src/client.ts";
import { makeAPIError } from "../src/response/make-api-error.ts";
import { errorOf, GET, sample } from "./support/sample.ts";
import { closedPort, json, serve } from "./support/server.ts";

const answer = (status: number, body: unknown = undefined, client = "Sample") => ({
  client,
  operation: "things.get",
  method: "GET",
  path: "/things/{id}",
  status,
  body,
  headers: new Headers(),
  attempts: 1,
});

const TREE: [status: number, name: string][] = [
  [400, "BadRequestError"],
  [401, "AuthenticationError"],
  [403, "PermissionDeniedError"],
  [404, "NotFoundError"],
  [409, "ConflictError"],
  [422, "UnprocessableEntityError"],
  [429, "RateLimitError"],
  [500, "InternalServerError"],
  [501, "InternalServerError"],
  [503, "InternalServerError"],
  [599, "InternalServerError"],
  [402, "APIError"],
  [418, "APIError"],
  [304, "APIError"],
];
const classes = face as unknown as Record<string, new (...args: never[]) => Error>;
const statusClasses = [...new Set(TREE.map(([, name]) => name))].filter((name) => name !== "APIError");

describe("the tree", () => {
  it.each(TREE)("%i is a %s, an APIError, and no other status's error", (status, name) => {
    const error = makeAPIError(answer(status));
    expect(error.name).toBe(name);
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(TrunklineError);
    expect(error).toBeInstanceOf(APIError);
    expect(error).not.toBeInstanceOf(face.APIConnectionError);
    for (const other of statusClasses)
      expect(error instanceof (classes[other] as never), other).toBe(other === name);
  });

  const others: [error: Error, is: string[]][] = [
    [new face.APIConnectionError("x"), ["APIConnectionError"]],
    [new face.APIConnectionTimeoutError("x"), ["APIConnectionError", "APIConnectionTimeoutError"]],
    [new face.APIUserAbortError("x"), ["APIConnectionError", "APIUserAbortError"]],
    [new face.APIRedirectError("x"), ["APIConnectionError", "APIRedirectError"]],
    [new face.UsageError("x"), ["UsageError"]],
    [
      new face.APIResponseError("x", {
        status: 200,
        headers: new Headers(),
        contentType: undefined,
        requestId: undefined,
        excerpt: "",
      }),
      ["APIResponseError"],
    ],
  ];
  it.each(others)("%s", (error, is) => {
    expect(error.name).toBe(is.at(-1));
    expect(error).toBeInstanceOf(TrunklineError);
    for (const name of [
      "APIConnectionError",
      "APIConnectionTimeoutError",
      "APIUserAbortError",
      "APIRedirectError",
      "APIResponseError",
      "UsageError",
      "APIError",
    ]) {
      expect(error instanceof (classes[name] as never), name).toBe(is.includes(name));
    }
  });

  it("holds nothing that is not an error of ours", () => {
    for (const value of [undefined, null, 1, "x", {}, new Error("x"), { name: "APIError", status: 404 }]) {
      expect(value instanceof TrunklineError).toBe(false);
      expect(isErrorOf(value, "Sample")).toBe(false);
    }
  });

  it("leaves a user's own subclass to be what it is", () => {
    class Mine extends APIError {}
    class Deeper extends face.NotFoundError {}
    expect(makeAPIError(answer(404))).not.toBeInstanceOf(Mine);
    expect(makeAPIError(answer(404))).not.toBeInstanceOf(Deeper);
    expect(new Mine({ ...answer(404), message: "x" })).toBeInstanceOf(Mine);
    expect(new Mine({ ...answer(404), message: "x" })).toBeInstanceOf(face.NotFoundError);
  });
});

describe("across copies", () => {
  it("an error of one copy is an instance of the other's classes", async () => {
    vi.resetModules();
    const copy = await import("../src/client.ts");
    const { makeAPIError: makeCopied } = await import("../src/response/make-api-error.ts");
    expect(copy.APIError).not.toBe(APIError);
    const error = makeCopied(answer(404));
    expect(error).toBeInstanceOf(APIError);
    expect(error).toBeInstanceOf(face.NotFoundError);
    expect(error).not.toBeInstanceOf(face.ConflictError);
    expect(new copy.APIUserAbortError("x")).toBeInstanceOf(face.APIConnectionError);
    expect(isErrorOf(error, "Sample", 404)).toBe(true);
  });
});

describe("what an error tells", () => {
  it("comes from the answer and from the call", async () => {
    const body = {
      error: { code: "no_such_thing", message: "No such thing." },
      issues: [1],
      meta: { id: "req_7" },
    };
    const server = await serve((_, response) => json(response, body, 429, { "retry-after": "120" }));
    const client = sample(
      { baseURL: server.url },
      {
        errors: {
          code: ["/code", "/error/code"],
          message: ["/error/message"],
          details: ["/issues"],
          requestId: ["/meta/id"],
        },
      },
    );
    const error = await errorOf(client.things.call({ ...GET, path: "/things/{id}" }, {}, {}, "t_1"));
    expect(error).toMatchObject({
      message: "429 No such thing.",
      name: "RateLimitError",
      status: 429,
      code: "no_such_thing",
      details: [1],
      requestId: "req_7",
      retryAfter: 120,
      retryAfterMs: 120_000,
      body,
      attempts: 1,
      client: "Sample",
      operation: "things.get",
      method: "GET",
      path: "/things/{id}",
      idempotencyKey: undefined,
    });
    expect(error.headers).toBeInstanceOf(Headers);
  });

  it.each([
    ["the first candidate that is text", { a: 1, b: "b", c: "c" }, "400 b"],
    ["an excerpt of JSON", { odd: true }, '400 {"odd":true}'],
    ["an excerpt of text", `${"x".repeat(300)}`, `400 ${"x".repeat(200)}…`],
    ["something, where there is nothing", undefined, "400 The answer has no message."],
  ])("%s", (_, body, message) => {
    expect(makeAPIError(answer(400, body), { message: ["/a", "/b", "/c"] }).message).toBe(message);
  });

  it("names minified classes all the same", () => {
    expect(inspect(makeAPIError(answer(404)))).toMatch(/^NotFoundError: 404/);
    expect(Object.keys(makeAPIError(answer(404)))).not.toContain("name");
  });
});

describe("a vendor's classes", () => {
  class SampleError extends APIError {
    static override [Symbol.hasInstance](value: unknown): boolean {
      return isErrorOf(value, "Sample");
    }
  }
  class ForbiddenError extends SampleError {
    static override [Symbol.hasInstance](value: unknown): boolean {
      return isErrorOf(value, "Sample", 403);
    }
  }
  class ServerError extends SampleError {
    static override [Symbol.hasInstance](value: unknown): boolean {
      return isErrorOf(value, "Sample", "5XX");
    }
  }
  class RejectedError extends SampleError {
    static override [Symbol.hasInstance](value: unknown): boolean {
      return isErrorOf(value, "Sample", "4XX");
    }
  }
  const shape = { base: SampleError, classes: { "403": ForbiddenError, "5XX": ServerError } };

  it.each([
    [403, "ForbiddenError", true],
    [404, "RejectedError", true],
    [499, "RejectedError", true],
    [500, "ServerError", false],
  ])("of a family: %i is a %s", (status, name, rejected) => {
    const error = makeAPIError(answer(status), {
      ...shape,
      classes: { ...shape.classes, "4XX": RejectedError },
    });
    expect(error.name).toBe(name);
    expect(error instanceof RejectedError).toBe(rejected);
  });

  it.each([
    [403, "ForbiddenError", [true, true, false]],
    [500, "ServerError", [true, false, true]],
    [404, "NotFoundError", [true, false, false]],
    [418, "SampleError", [true, false, false]],
  ])("%i is a %s", (status, name, [base, forbidden, server]) => {
    const error = makeAPIError(answer(status), shape);
    expect(error.name).toBe(name);
    expect(error instanceof SampleError).toBe(base);
    expect(error instanceof ForbiddenError).toBe(forbidden);
    expect(error instanceof ServerError).toBe(server);
    expect(error).toBeInstanceOf(APIError);
  });

  it("are the house's classes too, by status", () => {
    expect(makeAPIError(answer(403), shape)).toBeInstanceOf(face.PermissionDeniedError);
  });

  it("know their own vendor's errors alone", () => {
    expect(makeAPIError(answer(403, undefined, "Other"), shape) instanceof ForbiddenError).toBe(false);
    expect(makeAPIError(answer(403, undefined, "Other")) instanceof SampleError).toBe(false);
  });
});

describe("isAPIError", () => {
  interface Bodies {
    "leads.upload": { 400: { message: string }; 422: { errors: { row: number }[] } };
    "leads.list": { 401: { why: string } };
  }
  const isAPIError: APIErrorGuard<Bodies> = errorGuard("Sample");
  const error: unknown = makeAPIError({
    ...answer(422, { errors: [{ row: 0 }] }),
    operation: "leads.upload",
  });

  it("tells by client, operation and status", () => {
    expect(isAPIError(error)).toBe(true);
    expect(isAPIError(error, "leads.upload")).toBe(true);
    expect(isAPIError(error, "leads.upload", 422)).toBe(true);
    expect(isAPIError(error, "leads.upload", 400)).toBe(false);
    expect(isAPIError(error, "leads.list")).toBe(false);
    expect(errorGuard("Other")(error)).toBe(false);
    expect(isAPIError(new Error("x"))).toBe(false);
  });

  it("narrows the body", () => {
    if (isAPIError(error, "leads.upload", 422)) {
      expectTypeOf(error.body).toEqualTypeOf<{ errors: { row: number }[] }>();
      expectTypeOf(error.status).toEqualTypeOf<422>();
    }
    if (isAPIError(error, "leads.upload")) {
      expectTypeOf(error.body).toEqualTypeOf<{ message: string } | { errors: { row: number }[] }>();
    }
    if (isAPIError(error)) expectTypeOf(error.body).toBeUnknown();
    // @ts-expect-error no such operation
    isAPIError(error, "leads.none");
    // @ts-expect-error a status that the operation does not document
    isAPIError(error, "leads.list", 422);
  });
});

describe("isAPIError with families of statuses", () => {
  type Bodies = {
    "a.get": Record<404, { gone: true }> & Record<"4XX", { code: string }> & Record<"default", string[]>;
    "a.list": Record<404, { gone: true }>;
  };
  const isAPIError: APIErrorGuard<Bodies> = errorGuard("Sample");

  it("gives the body of the status, else of its family, else of the rest", () => {
    const error: unknown = undefined;
    if (isAPIError(error, "a.get", 404)) expectTypeOf(error.body).toEqualTypeOf<{ gone: true }>();
    if (isAPIError(error, "a.get", 409)) expectTypeOf(error.body).toEqualTypeOf<{ code: string }>();
    if (isAPIError(error, "a.get", 503)) expectTypeOf(error.body).toEqualTypeOf<string[]>();
    // @ts-expect-error: nothing is documented for it
    expect(isAPIError(error, "a.list", 409)).toBe(false);
  });
});

it("a lost connection is told with the origin that was asked, not the client's", async () => {
  const asked = await closedPort();
  const error = await errorOf(sample({ maxRetries: 0 }).things.call({ ...GET, server: asked }));
  expect(error.message).toContain(`Could not connect to ${asked}`);
});
