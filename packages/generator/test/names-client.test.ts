import { describe, expect, it } from "vitest";
import { clientName } from "../src/names/client-name.ts";

const rows: [title: string, want: string][] = [
  ["Acme", "Acme"],
  ["Acme API", "Acme"],
  ["The Acme API", "Acme"],
  ["Acme Public API v2.1", "Acme"],
  ["Acme v3 REST API", "Acme"],
  ["Acme API (v1)", "Acme"],
  ["Acme Web API", "Acme"],
  ["Acme's API", "Acme"],
  ["Acme.io ~ API Documentation", "Acme"],
  ["Acme's official OpenAPI spec + Octopus extension", "Acme"],
  ["Swagger Petstore - OpenAPI 3.0", "Petstore"],
  ["Welcome to the Cat Facts API!", "CatFacts"],
  ["Open API for FSP Interoperability (FSPIOP)", "FSPInteroperability"],
  ["FSPIOP API (based on a definition of 2020, version 1.1)", "FSPIOP"],
  ["Acme: Billing API", "AcmeBilling"],
  ["Acme API - Orders and invoices of the whole house", "Acme"],
  ["Orders by Acme", "Orders"],
  ["@acme/shopping-backend", "AcmeShoppingBackend"],
  ["Jira Cloud platform REST API", "JiraCloudPlatform"],
  ["Support for cases where several ways are listed", "SupportForCasesWhere"],
  // Words that are noise elsewhere.
  ["OpenAI API", "OpenAI"],
  ["Open Library API", "OpenLibrary"],
  ["Public Transport API", "PublicTransport"],
  ["HTTP Status Codes", "HTTPStatusCodes"],
  ["FastAPI", "FastAPI"],
  ["1Password Connect", "_1PasswordConnect"],
  ["売上 API", "売上"],
  // Nothing is said.
  ["My API", ""],
  ["API specification", ""],
  ["🦉", ""],
  ["", ""],
];

describe("clientName", () => {
  it.each(rows)("%j", (title, want) => {
    expect(clientName(title)).toBe(want);
  });
});
