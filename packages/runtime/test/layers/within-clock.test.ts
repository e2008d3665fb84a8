import { getEventListeners } from "node:events";
import { describe, expect, it, vi } from "vitest";
import type { Limits } from "../../src/client.ts";
import { type CallRequest, openBody, type Reply } from "../../src/layer.ts";
import { withinClock } from "../../src/layers/within-clock.ts";
import { limitsOf } from "../../src/limits.ts";
import { answer, below, factsOf, requestOf } from "../support/layers.ts";
import { errorOf, GET } from "../support/sample.ts";

const never = (): Promise<Reply> => new Promise(() => {});
/** A transport that lets go of the request at once, as `fetch` does. */
const released = (next: (request: CallRequest) => Promise<Reply>) => (request: CallRequest) => {
  request.onReleased?.();
  return next(request);
};
const limits = (given: Limits): Pick<CallRequest, "limits"> => ({ limits: limitsOf(given) });

describe("withinClock", () => {
  it("gives an attempt its time from the moment at which it is let go", async () => {
    const error = await errorOf(
      withinClock(below(released(never)).layer)(requestOf(limits({ timeout: 20 }))),
    );
    expect(error).toMatchObject({ name: "APIConnectionTimeoutError", attempts: 1 });
    expect(error.message).toContain("20 ms (timeout)");
  });

  it("counts no time in a queue as the attempt's, but as the call's", async () => {
    const queued = (request: CallRequest): Promise<Reply> =>
      new Promise((resolve) =>
        setTimeout(() => {
          request.onReleased?.();
          resolve({ response: answer(200, {}, "{}") });
        }, 60),
      );
    const reply = await withinClock(below(queued).layer)(requestOf(limits({ timeout: 20 })));
    expect(reply.text).toBe("{}");
    const late = requestOf({ ...limits({ totalTimeout: 20 }), deadline: performance.now() + 20 });
    expect((await errorOf(withinClock(below(queued).layer)(late))).message).toContain("(totalTimeout)");
  });

  it("tells the transport why, in a runtime that has no DOMException", async () => {
    vi.stubGlobal("DOMException", undefined);
    const { layer, seen } = below(released(never));
    await errorOf(withinClock(layer)(requestOf(limits({ timeout: 20 }))));
    vi.unstubAllGlobals();
    expect(seen[0]?.signal?.reason).toMatchObject({ message: "timeout" });
  });

  it("ends what does not listen, and tells what does", async () => {
    const controller = new AbortController();
    const { layer, seen } = below(released(never));
    const call = errorOf(withinClock(layer)(requestOf({ signal: controller.signal })));
    controller.abort("enough");
    expect(await call).toMatchObject({ name: "APIUserAbortError", cause: "enough" });
    expect(seen[0]?.signal?.aborted).toBe(true);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  const read: [name: string, reads: CallRequest["reads"], response: Response, want: Partial<Reply>][] = [
    ["a text", "text", answer(200, {}, "[1]"), { text: "[1]" }],
    ["nothing", "nothing", answer(200, {}, "[1]"), {}],
    ["nothing of a 204", "text", answer(204), {}],
    ["an error, whatever is wanted", "stream", answer(500, {}, "no"), { text: "no" }],
  ];
  it.each(read)("reads %s", async (_, reads, response, want) => {
    const { response: _response, ...rest } = await withinClock(below(response).layer)(requestOf({ reads }));
    expect(rest).toEqual(want);
  });

  it("hands over a stream, and bytes that are read", async () => {
    const stream = await withinClock(below(answer(200, {}, "abc")).layer)(requestOf({ reads: "stream" }));
    expect(stream.isUnread).toBe(true);
    expect(await stream.response.text()).toBe("abc");
    const bytes = await withinClock(below(answer(200, { a: "b" }, "abc")).layer)(
      requestOf({ reads: "bytes" }),
    );
    expect(bytes.isUnread).toBe(true);
    expect(bytes.response.headers.get("a")).toBe("b");
    expect(await bytes.response.text()).toBe("abc");
  });

  it("says of a body that breaks off that there was an answer", async () => {
    const broken = new Response(
      new ReadableStream({ pull: (controller) => controller.error(new Error("cut")) }),
    );
    const error = await errorOf(withinClock(below(broken).layer)(requestOf()));
    expect(error).toMatchObject({ name: "APIConnectionError", unsent: false, cause: { message: "cut" } });
    expect(error.message).toBe("The answer of https://api.sample.test broke off: cut");
  });

  it("closes what the body has opened, whatever comes of it", async () => {
    const close = vi.fn();
    const body = { body: () => "opened", contentType: undefined, repeatable: true, close };
    const open = async ({ body: encoded }: CallRequest): Promise<Reply> => {
      openBody(encoded);
      return { response: answer(200, {}, "{}") };
    };
    await withinClock(below(open).layer)(requestOf({ body }));
    expect(close.mock.calls).toEqual([["opened"]]);
  });

  it("tells observers of request and response", async () => {
    const told: unknown[] = [];
    const facts = factsOf(GET, { report: ({ attempts }, step) => told.push([step, attempts]) });
    await withinClock(async () => ({ response: answer(200) }))(requestOf({ facts }));
    expect(told).toEqual([
      ["request", 1],
      ["response", 1],
    ]);
  });
});
