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
    expect(workspace.output()).toContain("gives a web page or XML, and no OpenAPI document");
  });
});
