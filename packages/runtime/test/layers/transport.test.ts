import { describe, expect, it, vi } from "vitest";
import { fetchTransport, sending } from "../../src/layers/transport.ts";
import type { AppliedCredential } from "../../src/security-scheme.ts";
import type { Transport, TransportRequest } from "../../src/transport.ts";
import { answer, factsOf, requestOf } from "../support/layers.ts";
import { errorOf, GET, POST } from "../support/sample.ts";

function transportOf(send: (request: TransportRequest) => Promise<Response>): Transport {
  return { send: vi.fn(send) };
}

const signal = new AbortController().signal;
const credentials: AppliedCredential[] = [
  { header: ["X-Key", "k"], secrets: ["k"] },
  { header: ["cookie", "sid=1"], secrets: ["1"] },
  { address: (url) => `${url}?key=k2`, secrets: ["k2"] },
];

describe("sending", () => {
  it("puts credentials on the request, each in its place", async () => {
    const seen: TransportRequest[] = [];
    const transport = transportOf(async (request) => {
      seen.push(request);
      return answer(200);
    });
    await sending(transport)(
      requestOf({ signal, facts: factsOf(GET, { credentials }), headers: { cookie: "a=b", "x-mine": "1" } }),
    );
    expect(seen[0]).toMatchObject({
      url: "https://api.sample.test/things?key=k2",
      headers: { cookie: "a=b; sid=1", "x-mine": "1", "x-key": "k" },
      body: undefined,
      signal,
    });
  });

  it("has credentials clean the answer of what it tells of them", async () => {
    const clean = answer(200);
    const answered = vi.fn(() => clean);
    const { response } = await sending(transportOf(async () => answer(200)))(
      requestOf({ signal, facts: factsOf(GET, { credentials: [{ answered, secrets: [] }] }) }),
    );
    expect(response).toBe(clean);
  });

  it.each([
    ["before its first byte went out", false, true],
    ["after it", true, false],
  ])("what fails %s is unsent: %s", async (_, isSending, unsent) => {
    const transport = transportOf(async ({ onSending }) => {
      if (isSending) onSending();
      throw new Error("gone");
    });
    const error = await errorOf(sending(transport)(requestOf({ signal, facts: factsOf(POST) })));
    expect(error).toMatchObject({ name: "APIConnectionError", unsent, operation: "things.post" });
  });

  it("refuses an answer of another origin where the transport may follow redirects", async () => {
    const elsewhere = Object.defineProperty(answer(200), "url", { value: "https://evil.test/x" });
    const obedient = transportOf(async () => elsewhere);
    expect((await sending(obedient)(requestOf({ signal }))).response).toBe(elsewhere);
    const error = await errorOf(sending({ ...obedient, mayFollow: true })(requestOf({ signal })));
    expect(error).toMatchObject({ name: "APIRedirectError" });
  });

  it("lets go of an answer that comes after the end", async () => {
    const controller = new AbortController();
    const late = new Response(new ReadableStream());
    const cancel = vi.spyOn(late.body as ReadableStream, "cancel");
    const call = sending(
      transportOf(async () => {
        controller.abort(new Error("over"));
        return late;
      }),
    )(requestOf({ signal: controller.signal }));
    expect(await errorOf(call)).toMatchObject({ message: "over" });
    expect(cancel).toHaveBeenCalled();
  });
});

describe("fetchTransport", () => {
  const request = (changes: Partial<TransportRequest> = {}): TransportRequest => ({
    url: "https://api.sample.test/",
    method: "GET",
    headers: {},
    body: undefined,
    signal,
    patience: 60_000,
    onReleased: () => {},
    onSending: () => {},
    ...changes,
  });

  it("tells that the request goes out, and follows no redirect", async () => {
    const steps: string[] = [];
    const fetch = vi.fn(async () => {
      steps.push("fetch");
      return answer(200);
    });
    const told = { onReleased: () => void steps.push("released"), onSending: () => steps.push("sending") };
    await fetchTransport(fetch, undefined).send(request(told as object));
    expect(steps).toEqual(["released", "sending", "fetch"]);
    expect(fetch.mock.calls).toMatchObject([
      ["https://api.sample.test/", { redirect: "manual", method: "GET" }],
    ]);
  });

  it("gives the caller's options, where the request does not need them itself", async () => {
    const fetch = vi.fn(async (_url: string, _init: RequestInit) => answer(200));
    const options = { cache: "no-store", redirect: "follow", method: "PUT" };
    await fetchTransport(fetch, options).send(request({ method: "POST", body: new ReadableStream() }));
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({
      cache: "no-store",
      redirect: "manual",
      method: "POST",
      duplex: "half",
    });
  });
});
