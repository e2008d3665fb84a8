import { describe, expect, it } from "vitest";
import { growthBetween, MOST, TIMES } from "../../house/growth/measure.ts";
import { isIdentifier } from "../src/names/identifier.ts";
import { createScope } from "../src/names/scope.ts";
import { camelCase, kebabCase, pascalCase, singular, words } from "../src/names/words.ts";

const spellings: [given: string, want: { camel: string; pascal: string; kebab: string }][] = [
  ["listAffiliates", { camel: "listAffiliates", pascal: "ListAffiliates", kebab: "list-affiliates" }],
  ["list_affiliates", { camel: "listAffiliates", pascal: "ListAffiliates", kebab: "list-affiliates" }],
  ["API keys", { camel: "apiKeys", pascal: "APIKeys", kebab: "api-keys" }],
  ["APIs", { camel: "apis", pascal: "APIs", kebab: "apis" }],
  ["listAPIsOfUser", { camel: "listAPIsOfUser", pascal: "ListAPIsOfUser", kebab: "list-apis-of-user" }],
  ["URLsList", { camel: "urlsList", pascal: "URLsList", kebab: "urls-list" }],
  ["HTTPserver", { camel: "httPserver", pascal: "HTTPserver", kebab: "htt-pserver" }],
  ["AIAgent", { camel: "aiAgent", pascal: "AIAgent", kebab: "ai-agent" }],
  ["getHTTPServer2", { camel: "getHTTPServer2", pascal: "GetHTTPServer2", kebab: "get-http-server2" }],
  ["oauth2Token", { camel: "oauth2Token", pascal: "Oauth2Token", kebab: "oauth2-token" }],
  ["leads:upsert", { camel: "leadsUpsert", pascal: "LeadsUpsert", kebab: "leads-upsert" }],
  ["user's name", { camel: "usersName", pascal: "UsersName", kebab: "users-name" }],
  ["  spaces  ", { camel: "spaces", pascal: "Spaces", kebab: "spaces" }],
  ["1st", { camel: "_1st", pascal: "_1st", kebab: "1st" }],
  ["ペット", { camel: "ペット", pascal: "ペット", kebab: "" }],
  ["Übergröße", { camel: "übergröße", pascal: "Übergröße", kebab: "bergre" }],
  ["a\u200db", { camel: "aB", pascal: "AB", kebab: "a-b" }],
  ["😀", { camel: "", pascal: "", kebab: "" }],
  ["../../etc/passwd", { camel: "etcPasswd", pascal: "EtcPasswd", kebab: "etc-passwd" }],
  ["__proto__", { camel: "proto", pascal: "Proto", kebab: "proto" }],
  ["ﬁle", { camel: "file", pascal: "File", kebab: "file" }],
];

describe("spellings", () => {
  it.each(spellings)("%j", (given, want) => {
    expect({ camel: camelCase(given), pascal: pascalCase(given), kebab: kebabCase(given) }).toEqual(want);
  });

  it("are identifiers, however long the name", () => {
    for (const text of ["x".repeat(300), "a ".repeat(300), "1".repeat(300), "é".repeat(200)]) {
      expect(isIdentifier(pascalCase(text))).toBe(true);
      expect(pascalCase(text).length).toBeLessThan(100);
    }
  });

  it.each(["Aa", "A", "_"])("take time that grows with the characters: %s", async (piece) => {
    const given = (pieces: number) => () => words(piece.repeat(pieces));
    expect(await growthBetween(given(20_000), given(20_000 * TIMES))).toBeLessThanOrEqual(MOST);
  });
});

it.each([
  ["Leads", "Lead"],
  ["Entries", "Entry"],
  ["Boxes", "Box"],
  ["Addresses", "Address"],
  ["Statuses", "Status"],
  ["Data", "DataItem"],
  ["Status", "StatusItem"],
  ["Address", "AddressItem"],
  ["Series", "SeriesItem"],
])("one of %s is a %s", (given, want) => {
  expect(singular(given)).toBe(want);
});

describe("a scope", () => {
  it("gives the first free candidate, then numbers", () => {
    const scope = createScope((name) => name === "Error");
    expect(scope.claim(["Error", "ErrorModel"])).toBe("ErrorModel");
    expect(scope.claim(["Error", "ErrorModel"])).toBe("ErrorModel2");
    expect(scope.claim(["Error", "ErrorModel"])).toBe("ErrorModel3");
    expect(scope.claim([""])).toBe("unnamed2");
  });

  it("can tell names apart by more than case", () => {
    const files = createScope(
      () => false,
      (name) => name.toLowerCase(),
    );
    expect(files.claim(["Users"])).toBe("Users");
    expect(files.claim(["users"])).toBe("users2");
    expect(files.take("USERS")).toBe(false);
  });
});
