import { describe, expect, it, vi } from "vitest";
import { APIError, UsageError } from "../src/client.ts";
import { APIPromise } from "../src/promise.ts";
import { errorOf, GET, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

const answering = (status = 200) =>
  serve((_, response) => json(response, { a: 1 }, status, { "x-request-id": "req_1" }));

describe("the promise of a call", () => {
  it("starts by itself, once, whoever waits for it", async () => {
    const server = await answering();
    const call = sample({ baseURL: server.url }).things.call(GET);
    await vi.waitFor(() => expect(server.seen).toHaveLength(1));
    await Promise.all([call, call, call.then(() => {}), call.withResponse(), call.finally(() => {})]);
    expect(server.seen).toHaveLength(1);
  });

  it("is a real Promise, and so are those made of it", async () => {
    const call = sample({ baseURL: (await answering()).url }).things.call(GET);
    expect(call).toBeInstanceOf(Promise);
    expect(call).toBeInstanceOf(APIPromise);
    expect(call.then(() => {})).not.toBeInstanceOf(APIPromise);
    await expect(Promise.all([call, call])).resolves.toEqual([{ a: 1 }, { a: 1 }]);
  });

  it("asResponse() hands the body over unread", async () => {
    const response = await sample({ baseURL: (await answering()).url })
      .things.call(GET)
      .asResponse();
    expect(response.bodyUsed).toBe(false);
    await expect(response.json()).resolves.toEqual({ a: 1 });
  });

  it("asResponse() throws for an answer that is not a success, once and handled", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const error = await errorOf(
      sample({ baseURL: (await answering(404)).url })
        .things.call(GET)
        .asResponse(),
    );
    expect(error).toBeInstanceOf(APIError);
    expect(
      await errorOf(
        sample({ baseURL: (await answering(404)).url })
          .things.call(GET)
          .withResponse(),
      ),
    ).toBeInstanceOf(APIError);
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it("asResponse() that comes too late says so", async () => {
    const call = sample({ baseURL: (await answering()).url }).things.call(GET);
    await call;
    expect(() => call.asResponse()).toThrow(UsageError);
    expect(() => call.asResponse()).toThrow(/at once/);
  });

  it("withResponse() gives value, answer and request id, also after the value", async () => {
    const call = sample({ baseURL: (await answering()).url }).things.call(GET);
    await call;
    const { data, response, requestId } = await call.withResponse();
    expect(data).toEqual({ a: 1 });
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(requestId).toBe("req_1");
  });

  it("is rejected, and never throws at once, for arguments that are wrong", async () => {
    const call = sample().things.call(GET, { unknown: 1 });
    await expect(call).rejects.toBeInstanceOf(UsageError);
  });
});
