import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decideRedirect,
  isRedirect,
  MAX_REDIRECTS,
  type RedirectInput,
} from "../src/redirects/decide-redirect.ts";

const decide = (input: Partial<RedirectInput>) =>
  decideRedirect({
    method: "GET",
    url: "https://api.example/v1/a?x=1",
    status: 302,
    location: "/v1/b",
    repeatable: true,
    hops: 0,
    label: (text) => text,
    ...input,
  });

const STATUSES = [301, 302, 303, 307, 308];
const FOREIGN: [string, string, string][] = [
  ["another host", "https://evil.example/v1/b?secret=s", "https://evil.example"],
  ["another port", "https://api.example:8443/v1/b", "https://api.example:8443"],
  ["a subdomain", "https://eu.api.example/v1/b", "https://eu.api.example"],
  ["a downgrade", "http://api.example/v1/b", "http://api.example, without encryption"],
  ["a host in short", "//evil.example/v1/b", "https://evil.example"],
  ["a host after backslashes", "\\\\evil.example/v1/b", "https://evil.example"],
  ["a host behind a user name", "https://api.example@evil.example/", "https://evil.example"],
  ["a script", "javascript:alert(1)", "javascript:"],
  ["data", "data:text/plain,x", "data:"],
  ["a file", "file:///etc/passwd", "file:"],
];

describe("decideRedirect", () => {
  describe.each(["GET", "HEAD"])("%s", (method) => {
    it.each(STATUSES)("follows %i within the origin", (status) => {
      expect(decide({ method, status })).toEqual({
        follow: true,
        url: "https://api.example/v1/b",
        method,
        keepBody: true,
      });
    });
  });

  describe("QUERY", () => {
    it.each([301, 302, 307, 308])("is repeated by %i where the body can be", (status) => {
      const want = { follow: true, url: "https://api.example/v1/b", method: "QUERY", keepBody: true };
      expect(decide({ method: "QUERY", status })).toEqual(want);
      expect(decide({ method: "QUERY", status, repeatable: false })).toMatchObject({ follow: false });
    });

    it("becomes GET without a body by 303", () => {
      const want = { follow: true, url: "https://api.example/v1/b", method: "GET", keepBody: false };
      expect(decide({ method: "QUERY", status: 303 })).toEqual(want);
    });
  });

  describe.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("%s", (method) => {
    it("becomes GET without a body by 303", () => {
      const want = { follow: true, url: "https://api.example/v1/b", method: "GET", keepBody: false };
      expect(decide({ method, status: 303 })).toEqual(want);
      expect(decide({ method, status: 303, repeatable: false })).toEqual(want);
    });

    it.each([307, 308])("is repeated by %i where the body can be", (status) => {
      expect(decide({ method, status })).toEqual({
        follow: true,
        url: "https://api.example/v1/b",
        method,
        keepBody: true,
      });
      expect(decide({ method, status, repeatable: false })).toMatchObject({
        follow: false,
        reason: expect.stringContaining("a stream that cannot be sent again"),
      });
    });

    it.each([301, 302])("is an error by %i", (status) => {
      expect(decide({ method, status })).toMatchObject({
        follow: false,
        reason: expect.stringContaining(`answered ${status} to ${method}`),
      });
    });
  });

  describe.each(["GET", "HEAD", "POST", "PUT", "DELETE"])("%s to", (method) => {
    it.each(FOREIGN)("%s is an error that names the origin and no more", (_, location, origin) => {
      for (const status of STATUSES) {
        const decision = decide({ method, status, location });
        expect(decision).toMatchObject({ follow: false, reason: expect.stringContaining(origin) });
        expect(JSON.stringify(decision)).not.toMatch(/secret|passwd|alert/);
      }
    });

    it("a hidden address is an error that says so", () => {
      expect(decide({ method, status: 0, location: null })).toMatchObject({
        follow: false,
        reason: expect.stringContaining("an address that the browser hides"),
      });
    });
  });

  it.each<[string, Partial<RedirectInput>, string]>([
    ["no Location", { location: null }, "without a Location"],
    ["an empty Location", { location: "" }, "without a Location"],
    ["a Location that is not a URL", { location: "https://" }, "that is not a URL"],
    ["a Location with a password", { location: "https://u:p@api.example/v1/b" }, "a user name or a password"],
  ])("refuses %s", (_, input, reason) => {
    expect(decide(input)).toMatchObject({ follow: false, reason: expect.stringContaining(reason) });
  });

  it.each<[string, string]>([
    ["/v1/b?y=2", "https://api.example/v1/b?y=2"],
    ["b", "https://api.example/v1/b"],
    ["?y=2", "https://api.example/v1/a?y=2"],
    ["https://API.example:443/v1/b", "https://api.example/v1/b"],
    ["/v1/b#part", "https://api.example/v1/b"],
    ["/v1/ü b", "https://api.example/v1/%C3%BC%20b"],
  ])("resolves %j", (location, url) => {
    expect(decide({ location })).toMatchObject({ follow: true, url });
  });

  it("an upgrade to https is another origin too", () => {
    expect(decide({ url: "http://api.example/", location: "https://api.example/" })).toMatchObject({
      follow: false,
      reason: expect.not.stringContaining("without encryption"),
    });
  });

  it("follows five and no more", () => {
    expect(MAX_REDIRECTS).toBe(5);
    expect(decide({ hops: 4 }).follow).toBe(true);
    expect(decide({ hops: 5 })).toMatchObject({
      follow: false,
      reason: expect.stringContaining("after 5 redirects"),
    });
  });

  it("takes 301, 302, 303, 307 and 308 for redirects, and nothing else", () => {
    expect(Array.from({ length: 600 }, (_, status) => status).filter(isRedirect)).toEqual(STATUSES);
  });

  it("never leaves the origin, whatever the Location", () => {
    const location = fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.string({
        unit: fc.constantFrom("/", "\\", ":", "@", ".", "h", "t", "p", "s", "?", "#", "\t", "\n", " "),
      }),
    );
    fc.assert(
      fc.property(
        location,
        fc.constantFrom(...STATUSES),
        fc.constantFrom("GET", "POST"),
        (text, status, method) => {
          const decision = decide({ location: text, status, method });
          if (!decision.follow) return;
          const url = new URL(decision.url);
          expect(url.origin).toBe("https://api.example");
          expect(url.username + url.password + url.hash).toBe("");
        },
      ),
      { numRuns: 400 },
    );
  });
});
