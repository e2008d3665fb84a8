import { describe, expect, it, vi } from "vitest";
import { redirecting } from "../../src/layers/redirecting.ts";
import { answer, below, factsOf, requestOf } from "../support/layers.ts";
import { errorOf, POST } from "../support/sample.ts";

const OK = answer(200);
const to = (status: number, location = "/elsewhere"): Response => answer(status, { location });
const BODY = { body: "{}", contentType: "application/json", repeatable: true };
const posting = () =>
  requestOf({
    facts: factsOf(POST),
    headers: { accept: "application/json", "content-type": "application/json" },
    body: BODY,
  });

describe("redirecting", () => {
  it("takes one hop at a time, up to the answer", async () => {
    const { layer, seen } = below(to(302, "/a"), to(307, "b?c=1#d"), OK);
    expect((await redirecting(layer)(requestOf())).response).toBe(OK);
    expect(seen.map(({ url }) => url)).toEqual([
      "https://api.sample.test/things",
      "https://api.sample.test/a",
      "https://api.sample.test/b?c=1",
    ]);
  });

  it("hands up what is not a redirect as it is", async () => {
    for (const status of [200, 204, 304, 400, 500]) {
      const { layer, seen } = below(answer(status));
      expect((await redirecting(layer)(requestOf())).response.status).toBe(status);
      expect(seen).toHaveLength(1);
    }
  });

  it("keeps method and body after 307, and drops both after 303", async () => {
    const kept = below(to(307), OK);
    await redirecting(kept.layer)(posting());
    expect(kept.seen[1]).toMatchObject({ method: "POST", body: BODY });
    const dropped = below(to(303), OK);
    const request = posting();
    await redirecting(dropped.layer)(request);
    expect(dropped.seen[1]).toMatchObject({ method: "GET", body: undefined });
    expect(dropped.seen[1]?.headers).toEqual({ accept: "application/json" });
    expect(request.facts.isProcessed).toBe(true);
  });

  const refused: [
    name: string,
    response: Response,
    request: () => ReturnType<typeof requestOf>,
    want: string,
  ][] = [
    ["another origin", to(302, "https://evil.test/x?key=1"), requestOf, "https://evil.test;"],
    ["a 302 to a POST", to(302), posting, "leaves open whether"],
    ["no Location", answer(302), requestOf, "without a Location"],
    ["no end", to(302, "/things"), requestOf, "after 5 redirects"],
  ];
  it.each(refused)("refuses %s, and lets go of the body", async (_, response, request, want) => {
    const { layer } = below(response);
    const cancel = vi.spyOn(ReadableStream.prototype, "cancel");
    const error = await errorOf(redirecting(layer)(request()));
    expect(error).toMatchObject({ name: "APIRedirectError", operation: expect.stringContaining("things.") });
    expect(error.message).toContain(want);
    expect(error.message).not.toContain("key=1");
    cancel.mockRestore();
  });
});
