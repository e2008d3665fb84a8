import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveBaseURL } from "../src/base-url.ts";
import { serverVariables, UsageError } from "../src/client.ts";

const template = serverVariables("https://{region}.api.test:{port}/{version}", {
  region: { option: "region", default: "eu", values: ["eu", "us"] },
  port: { option: "port", default: "443" },
  version: { option: "basePath", default: "v1" },
});
const definition = {
  name: "Sample",
  userAgent: "x",
  environments: {
    production: template,
    tenants: serverVariables("https://{tenant}.test", { tenant: { option: "tenant", default: "demo" } }),
  },
  schemes: {},
  security: [],
};
const resolve = (options: object): string => resolveBaseURL(definition, options);

describe("server variables", () => {
  it.each([
    ["at their defaults", {}, "https://eu.api.test/v1"],
    ["given", { region: "us", port: "8443", basePath: "v2" }, "https://us.api.test:8443/v2"],
    ["in a path, with slashes", { basePath: "a/b" }, "https://eu.api.test/a/b"],
    ["of another environment", { environment: "tenants", tenant: "acme" }, "https://acme.test"],
    ["beside a base URL", { baseURL: "https://x.test", region: "us" }, "https://x.test"],
  ])("%s", (_name, options, want) => {
    expect(resolve(options)).toBe(want);
  });

  it.each([
    ["a value that is none of them", { region: "mars" }, 'region cannot be "mars"; it is one of eu, us.'],
    [
      "a host in a name",
      { environment: "tenants", tenant: "evil.com/" },
      "has a meaning of its own in a URL",
    ],
    [
      "a user in a name",
      { environment: "tenants", tenant: "a@evil.com" },
      "has a meaning of its own in a URL",
    ],
    ["a query", { basePath: "v1?x" }, "has a meaning of its own in a URL"],
    ["a way up", { basePath: "../admin" }, "has a meaning of its own in a URL"],
  ])("refuse %s", (_name, options, want) => {
    expect(() => resolve(options)).toThrow(UsageError);
    expect(() => resolve(options)).toThrow(want);
  });
});

/** What a place in an address takes, and what it refuses; `x` is set, and `api` or the like is the default. */
const PLACES: [template: string, usual: string, taken: [string, string][], refused: string[]][] = [
  [
    "{x}://good.test/v1",
    "https",
    [
      ["https", "https://good.test/v1"],
      ["HTTPS", "https://good.test/v1"],
    ],
    [
      "http",
      "https://evil.test",
      "https:",
      "javascript",
      "ftp",
      "",
      "https://evil.test/?",
      "https:\\\\evil.test",
      "evil.test#",
    ],
  ],
  ["http{x}://good.test", "s", [["s", "https://good.test"]], ["", "s://evil.test/", "x", "s:"]],
  [
    "https://{x}.good.test/v1",
    "api",
    [
      ["eu-1", "https://eu-1.good.test/v1"],
      ["a.b", "https://a.b.good.test/v1"],
      ["Ada", "https://ada.good.test/v1"],
    ],
    [
      ...[
        "",
        ".",
        "..",
        ".a",
        "a.",
        "a..b",
        "evil.test/",
        "evil.test?",
        "evil.test#",
        "me@evil.test",
        "evil.test:80",
      ],
      ...[
        "evil.test\\\\",
        "a b",
        "a\tb",
        "a\nb",
        "\0",
        "a%2eb",
        "%2f",
        "a。b",
        "a／b",
        "evil．test",
        "a\u00ad",
        "ａ",
        "ß",
        "[::1]",
      ],
    ],
  ],
  [
    "https://{x}/v1",
    "api.good.test",
    [
      ["good.example", "https://good.example/v1"],
      ["localhost", "https://localhost/v1"],
    ],
    ["", "a:80", "a/", "a/b", "u@a", "127.1", "0x7f000001", "2130706433", "https://a", "//a", "a。b"],
  ],
  [
    "https://{x}/v1",
    "api.good.test:8443",
    [
      ["good.example:9443", "https://good.example:9443/v1"],
      ["good.example", "https://good.example/v1"],
      ["good.example:443", "https://good.example/v1"],
    ],
    ["a:", "a:b", "a:99999", "a:080", "a:1:2", "u:1@a", "u:p@a:1"],
  ],
  [
    "https://good.test:{x}/v1",
    "8443",
    [
      ["9443", "https://good.test:9443/v1"],
      ["443", "https://good.test/v1"],
    ],
    ["", "0443", "99999", "-1", "80@evil.test", "80/", "80 ", "８０", "1e3", "80.evil.test"],
  ],
  ["https://[::1]:{x}", "8443", [["9443", "https://[::1]:9443"]], ["", "]", "9443]"]],
  [
    "https://good.test/{x}/api",
    "v1",
    [
      ["v2", "https://good.test/v2/api"],
      ["a/b.c~d", "https://good.test/a/b.c~d/api"],
    ],
    [
      "",
      ".",
      "..",
      "a/..",
      "../a",
      "./a",
      "a//b",
      "/a",
      "a/",
      "%2e%2e",
      "a?b",
      "a#b",
      "a\\\\..",
      "a b",
      "@evil.test",
      "a:b",
      "．．",
    ],
  ],
  [
    "https://good.test{x}",
    "/v1",
    [["/v2/x", "https://good.test/v2/x"]],
    ["", ".evil.test", "@evil.test", ":80", "//evil.test", "v2", "/..", "\\\\evil.test"],
  ],
  [
    "https://good.test{x}/y",
    "",
    [
      ["", "https://good.test/y"],
      ["/v2", "https://good.test/v2/y"],
    ],
    [".evil.test", "@evil.test", "x"],
  ],
  ["https://good.test/.{x}/y", "well-known", [["a", "https://good.test/.a/y"]], [".", "./..", "/.."]],
  [
    "{x}/v1",
    "https://api.good.test",
    [
      ["https://a.example", "https://a.example/v1"],
      ["https://a.example:8443/base/", "https://a.example:8443/base/v1"],
      ["http://127.0.0.1:3000", "http://127.0.0.1:3000/v1"],
    ],
    [
      ...[
        "",
        "a.example",
        "//a.example",
        "https:a.example",
        "https:/a.example",
        "https:///a.example",
        "javascript://a.example",
      ],
      ...[
        "https://u:p@a.example",
        "https://a.example?x",
        "https://a.example#x",
        "https://a.example\\\\@b",
        "https://a.example/../x",
      ],
      ...[
        "https://a.example/%2e%2e",
        "https://127.1",
        "https://a。example",
        " https://a.example",
        "https://a.example\n",
      ],
    ],
  ],
];

describe.each(PLACES)("in %s (%s)", (given, usual, taken, refused) => {
  const one = {
    ...definition,
    environments: { a: serverVariables(given, { x: { option: "x", default: usual } }) },
  };

  it("the document's own value is good", () => {
    expect(resolveBaseURL(one, {})).toBe(given.replace("{x}", usual));
  });
  it.each(taken)("%j is taken", (x, want) => {
    expect(resolveBaseURL(one, { x } as object)).toBe(want);
  });
  it.each(refused)("%j is refused, with the option's name", (x) => {
    let error: unknown;
    try {
      expect(resolveBaseURL(one, { x } as object)).toBe("nothing");
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(UsageError);
    // In clear text: the document's own scheme is not a reason to send keys so.
    if (x !== "http" && x !== "" && x !== "s:") expect((error as Error).message).toMatch(/^x cannot be/);
    expect((error as Error).message).not.toContain("u:p");
  });
});

describe("a value", () => {
  const of = (x: unknown): string =>
    resolveBaseURL(
      {
        ...definition,
        environments: { a: serverVariables("https://{x}.good.test", { x: { option: "x", default: "api" } }) },
      },
      { x } as object,
    );
  it("may be a number, and nothing that is not text", () => {
    expect(of(7)).toBe("https://7.good.test");
    for (const x of [null, ["eu"], { toString: () => "eu" }, true, Number.NaN, 1.5])
      expect(() => of(x)).toThrow(/^x is .*a text is expected/);
  });
  it("of a list may be nothing else, the default's odd spelling included", () => {
    const variables = { x: { option: "x", default: "EU", values: ["eu", "us"] } };
    const one = { ...definition, environments: { a: serverVariables("https://{x}.good.test", variables) } };
    expect(resolveBaseURL(one, {})).toBe("https://eu.good.test");
    for (const x of ["EU", "", "eu ", "eu.us", "constructor"])
      expect(() => resolveBaseURL(one, { x } as object)).toThrow(/it is one of eu, us/);
  });
  it("of a document is held to the address that it shows", () => {
    for (const [bad, usual] of [
      ["https://{x}.good.test", "evil.test/"],
      ["https://{x}.good.test", "u@evil.test?"],
      ["{x}://good.test", "https://evil.test"],
      ["{x}", "/v1"],
      ["/v1/{x}", "a"],
    ] as const) {
      const variables = { x: { option: "x", default: usual, values: [usual] } };
      const one = { ...definition, environments: { a: serverVariables(bad, variables) } };
      expect(() => resolveBaseURL(one, {})).toThrow(UsageError);
    }
  });
});

it("no value leads anywhere but where filling says", () => {
  const spice = fc.constantFrom(
    ..."ab1.-_~/\\\\@:?#[]%&= \t\n\0",
    "..",
    "//",
    "://",
    "%2e",
    "%2F",
    "https://",
    "。",
    "．",
    "／",
    "＠",
    "\u00ad",
    "é",
    "xn--",
    "ß",
  );
  const spiced = fc.array(spice, { maxLength: 8 }).map((parts) => parts.join(""));
  const value = fc.oneof(spiced, fc.stringMatching(/^[a-zA-Z\d]{1,5}$/));
  const address = serverVariables("https://{name}.good.test:{port}/base/{rest}", {
    name: { option: "name", default: "api" },
    port: { option: "port", default: "8443" },
    rest: { option: "rest", default: "v1" },
  });
  const options = fc.record(
    { name: value, port: fc.oneof(value, fc.nat(70_000).map(String)), rest: value },
    { requiredKeys: [] },
  );
  let taken = 0;
  fc.assert(
    fc.property(options, (given) => {
      let url: URL;
      try {
        url = new URL(address(given));
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
        return;
      }
      taken += 1;
      expect(url.protocol).toBe("https:");
      expect(url.hostname).toBe(`${(given.name ?? "api").toLowerCase()}.good.test`);
      expect(url.port).toBe(given.port === "443" ? "" : (given.port ?? "8443"));
      expect(url.pathname).toBe(`/base/${given.rest ?? "v1"}`);
      expect(url.username + url.password + url.search + url.hash).toBe("");
    }),
    { numRuns: 2000 },
  );
  expect(taken).toBeGreaterThan(50);
});
