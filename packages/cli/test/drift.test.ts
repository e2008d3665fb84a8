import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { digestOperations } from "../src/drift/operations.ts";
import { main } from "../src/index.ts";
import { document, openTestWorkspace, type TestWorkspace } from "./support/workspace.ts";

let workspace: TestWorkspace;
let server: Server;
let answer: string;
beforeEach(async () => {
  answer = document;
  server = createServer((_request, response) => response.end(answer));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.yaml`;
  workspace = await openTestWorkspace({
    "specs/acme/published.json": JSON.stringify({ url, operations: digestOperations(parse(document)) }),
  });
});
afterEach(async () => {
  server.close();
  await workspace.close();
});

describe("trunkline drift", () => {
  it("finds nothing where nothing changed, whatever the order of keys", async () => {
    answer = document.replace(
      "{ type: string, description: Its id. }",
      "{ description: Its id., type: string }",
    );
    expect(await main(["drift"])).toBe(0);
    expect(workspace.output()).toContain("acme as it was");
    expect(await main(["drift", "--markdown"])).toBe(0);
  });

  it("names an operation when a schema that it has changes", async () => {
    answer = document.replace("Its id.", "Its new id.");
    expect(await main(["drift"])).toBe(1);
    expect(workspace.output()).toMatch(/changed +GET \/things\/\{id\}/);
  });

  it("reports as Markdown what came, changed and went", async () => {
    answer = document.replace("/things/{id}:", "/items/{id}:");
    expect(await main(["drift", "--markdown"])).toBe(1);
    expect(workspace.output()).toContain("- [ ] added: `GET /items/{id}`\n- [ ] removed: `GET /things/{id}`");
  });

  it("takes it as checked", async () => {
    answer = document.replace("Its id.", "Its new id.");
    expect(await main(["drift", "--accept"])).toBe(0);
    expect(await main(["drift"])).toBe(0);
  });

  it("says when the address gives no document", async () => {
    answer = "<html>";
    expect(await main(["drift"])).toBe(1);
    expect(workspace.output()).toContain("gives a web page or XML, not an OpenAPI document");
  });

  it("compares the others when one cannot be read", async () => {
    const other = { url: "http://127.0.0.1:9/x", operations: {} };
    await workspace.put("specs/able/openapi.yaml", document);
    await workspace.put("specs/able/published.json", JSON.stringify(other));
    expect(await main(["drift"])).toBe(1);
    expect(workspace.output()).toMatch(/"http:\/\/127\.0\.0\.1:9\/x" cannot be read \(ECONNREFUSED\)/);
    expect(workspace.output()).toMatch(/acme as it was[\s\S]*Not compared: able/);
  });

  it("costs no more for schemas that name each other many times over", async () => {
    const schemas = Array.from({ length: 200 }, (_value, index) => {
      const next = `{ $ref: "#/components/schemas/S${index + 1}" }`;
      return `    S${index}: { type: object, properties: { a: ${next}, b: ${next}, c: { $ref: "#/components/schemas/S0" } } }\n`;
    });
    answer = `${document.replace("schemas/Thing", "schemas/S0")}${schemas.join("")}    S200: { type: string }\n`;
    expect(await main(["drift", "--accept"])).toBe(0);
    answer = answer.replace("S200: { type: string }", "S200: { type: integer }");
    workspace.clear();
    expect(await main(["drift"])).toBe(1);
    expect(workspace.output()).toMatch(/changed +GET \/things\/\{id\}/);
  });

  it("counts neither names of components nor their order", async () => {
    await main(["drift", "--accept"]);
    answer = document.replaceAll("Thing:", "Item:").replace("schemas/Thing", "schemas/Item");
    expect(await main(["drift"])).toBe(0);
    answer = document.replace("  - Key: []", "  - Key: [admin]");
    expect(await main(["drift"])).toBe(1);
  });
});
