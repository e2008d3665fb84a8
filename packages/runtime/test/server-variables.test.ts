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
