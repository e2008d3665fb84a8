import { describe, expect, it } from "vitest";
import { allCases } from "../../src/faults/cases/all.ts";

const GROUPS = [
  "retry",
  "time",
  "body",
  "credentials",
  "redirects",
  "paths",
  "pages",
  "errors",
  "secrets",
  "bulk",
  "middleware",
  "resources",
  "webhooks",
];

describe("the fault cases", () => {
  it("are many, each with a name of its own", () => {
    expect(allCases.length).toBeGreaterThanOrEqual(60);
    expect(new Set(allCases.map(({ id }) => id)).size).toBe(allCases.length);
    for (const { id } of allCases)
      expect(id).toMatch(new RegExp(`^(${GROUPS.join("|")})/[a-z0-9]+(-[a-z0-9]+)*$`));
  });

  it("stand group by group", () => {
    const groups = allCases.map(({ id }) => id.slice(0, id.indexOf("/")));
    expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual(GROUPS);
  });

  it.each(allCases.map((fault) => [fault.id, fault] as const))(
    "%s says what, why and from where",
    (_, fault) => {
      expect(fault.title).toMatch(/^[A-Za-z0-9_/.].*[^.]\.$/s);
      expect(fault.title).not.toMatch(/\.\s[A-Z]/);
      expect(fault.reason).toMatch(/\.$/);
      expect(fault.source.name).not.toBe("");
      const { protocol, hostname } = new URL(fault.source.url);
      expect(protocol).toBe("https:");
      expect(hostname).toMatch(
        /^(www\.rfc-editor\.org|datatracker\.ietf\.org|github\.com|nodejs\.org|cwe\.mitre\.org|tc39\.es|spec\.openapis\.org|[a-z]+\.spec\.whatwg\.org)$/,
      );
    },
  );
});
