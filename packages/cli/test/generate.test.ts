import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "../src/index.ts";

const document = `openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: { title: Acme API, version: "1" }
x-trunkline:
  version: 1
  client:
    name: Acme
servers:
  - url: https://api.acme.example/v1
security:
  - Key: []
tags:
  - name: things
    description: Things.
paths:
  /things/{id}:
    get:
      operationId: things.get
      tags: [things]
      summary: Get a thing
      description: Gets one thing.
      parameters:
        - name: id
          in: path
          required: true
          description: Id of the thing.
          schema: { type: string }
          example: t1
      responses:
        "200":
          description: The thing.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Thing" }
              examples:
                default:
                  value: { id: t1 }
components:
  securitySchemes:
    Key:
      type: apiKey
      in: header
      name: X-Key
      description: A key.
      x-trunkline: { option: apiKey, env: ACME_API_KEY }
  schemas:
    Thing:
      type: object
      description: A thing.
      required: [id]
      properties:
        id: { type: string, description: Its id. }
`;

let root: string;
let output: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "trunkline-cli-"));
  output = "";
  const write = (chunk: unknown): boolean => {
    output += String(chunk);
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(write);
  vi.spyOn(process.stderr, "write").mockImplementation(write);
  vi.spyOn(process, "cwd").mockReturnValue(root);
  await writeFile(join(root, "package.json"), '{"trunkline":{"scope":"@acme","strict":true}}');
  await put(document);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(root, { recursive: true, force: true });
});

async function put(text: string): Promise<void> {
  await mkdir(join(root, "specs/acme"), { recursive: true });
  await mkdir(join(root, "packages"), { recursive: true });
  await writeFile(join(root, "specs/acme/openapi.yaml"), text);
}

describe("trunkline generate", () => {
  it("writes a package once, and finds nothing to change after that", async () => {
    expect(await main(["generate"])).toBe(0);
    expect(output).toMatch(/✓ acme\s+1 operation\s+\d+ files\s+\d+ changed/);
    const manifest = JSON.parse(await readFile(join(root, "packages/acme/package.json"), "utf8")) as object;
    expect(manifest).toMatchObject({ name: "@acme/acme", trunkline: { client: "Acme" } });
    output = "";
    expect(await main(["generate", "--check"])).toBe(0);
    expect(output).toContain("nothing to change");
  });

  it("--check writes nothing and names each file that differs", async () => {
    await main(["generate"]);
    await put(document.replace("Gets one thing.", "Gets exactly one thing."));
    const before = await readFile(join(root, "packages/acme/src/resources/things.ts"), "utf8");
    output = "";
    expect(await main(["generate", "--check"])).toBe(1);
    expect(output).toContain("packages/acme/src/resources/things.ts");
    expect(output).toContain("Run trunkline generate and commit the result.");
    expect(await readFile(join(root, "packages/acme/src/resources/things.ts"), "utf8")).toBe(before);
  });

  it.each([
    [
      "YAML that cannot be read",
      (text: string) => text.replace("paths:", "paths: ["),
      /openapi\.yaml:\d+:\d+ error/,
    ],
    [
      "an unknown x-trunkline key",
      (text: string) => text.replace("    name: Acme", "    nmae: Acme"),
      /openapi\.yaml:7:\d+ error .*"?nmae"?[\s\S]*name/,
    ],
    [
      "a missing example",
      (text: string) => text.replace(/ {14}examples:\n {16}default:\n {18}value: \{ id: t1 \}\n/, ""),
      /openapi\.yaml:\d+:\d+ error .*example/,
    ],
    [
      "an example that does not match",
      (text: string) => text.replace("value: { id: t1 }", "value: { id: 1 }"),
      /openapi\.yaml:\d+:\d+ error .*must be string/,
    ],
  ])("refuses %s with its place, and writes nothing", async (_name, spoil, message) => {
    await put(spoil(document));
    expect(await main(["generate"])).toBe(1);
    expect(output).toMatch(message);
    expect(output).toContain("Nothing was written.");
    expect(await readdir(join(root, "packages"))).toEqual([]);
    expect(await readdir(join(root, "specs/acme"))).toEqual(["openapi.yaml"]);
  });

  it("refuses a vendor that is not there", async () => {
    expect(await main(["generate", "acne"])).toBe(1);
    expect(output).toContain("No specs/acne/openapi.yaml. There are: acme.");
  });
});

describe("trunkline", () => {
  it("lists vendors, and the methods of one", async () => {
    await main(["generate"]);
    output = "";
    expect(await main(["list", "acme"])).toBe(0);
    expect(output).toMatch(/@acme\/acme\s+1 operation\n\s+things\.get\s+GET \/things\/\{id\}/);
  });

  it("lints documents", async () => {
    expect(await main(["lint"])).toBe(0);
    await put(document.replace("name: Acme", "nmae: Acme"));
    expect(await main(["lint"])).toBe(1);
    expect(output).toContain("fault");
  });

  it("exits with 2 and shows the way when it is called wrongly", async () => {
    expect(await main(["generat"])).toBe(2);
    expect(output).toMatch(/unknown command 'generat'[\s\S]*generate/);
    expect(await main(["mock"])).toBe(2);
    expect(await main(["mock", "x", "--port", "99999"])).toBe(2);
    expect(await main(["--help"])).toBe(0);
  });
});
