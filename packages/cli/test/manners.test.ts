import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { execute } from "../src/add/package-manager.ts";
import { fetchDocument } from "../src/fetch/fetch-document.ts";
import { headerFor } from "../src/fetch/header.ts";
import { main } from "../src/index.ts";
import { namedSource } from "../src/named-source.ts";
import { document, openTestWorkspace, type TestWorkspace } from "./support/workspace.ts";

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await workspace.close();
});

async function json(...args: readonly string[]): Promise<unknown> {
  workspace.clear();
  const code = await main([...args, "--json"]);
  return [code, JSON.parse(workspace.output())];
}

describe("the command line", () => {
  it("says its version, and shows examples that work where the reader stands", async () => {
    expect(await main(["--version"])).toBe(0);
    expect(workspace.output()).toMatch(/^\d+\.\d+\.\d+\n$/);
    workspace.clear();
    expect(await main(["--help"])).toBe(0);
    expect(workspace.output()).toContain("  npx -p @trunkline/cli trunkline generate --watch\n");
    for (const line of workspace.output().split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("reports as JSON: generate, list, lint", async () => {
    expect(await json("generate")).toEqual([
      0,
      [
        expect.objectContaining({
          name: "acme",
          package: "@acme/acme",
          operations: 1,
          changed: expect.arrayContaining(["package.json", "src/client.ts"]),
          diagnostics: [],
        }),
      ],
    ]);
    const methods = [{ resource: "things", method: "get", route: "GET /things/{id}" }];
    expect(await json("list")).toEqual([0, [{ name: "acme", package: "@acme/acme", methods }]]);
    const place = "specs/acme/openapi.yaml";
    expect(await json("lint")).toEqual([0, [{ name: "acme", document: place, diagnostics: [] }]]);
    await workspace.put(place, document.replace("client:\n    name: Acme", "clientt: {}"));
    workspace.clear();
    expect(await main(["lint", "--json"])).toBe(1);
    expect(workspace.output()).toContain('"code": "x-trunkline-unknown-key"');
    expect(await main(["generate", "--watch", "--json"])).toBe(1);
  });

  it("puts a route below its method where a terminal has no room for both", async () => {
    await main(["generate"]);
    const terminal = { isTTY: true, columns: 24 };
    const keys = Object.keys(terminal) as (keyof typeof terminal)[];
    const before = keys.map((key) => Object.getOwnPropertyDescriptor(process.stdout, key));
    for (const key of keys) {
      Object.defineProperty(process.stdout, key, { value: terminal[key], configurable: true });
    }
    workspace.clear();
    try {
      await main(["list", "acme"]);
    } finally {
      keys.forEach((key, index) => {
        const own = before[index];
        if (own) Object.defineProperty(process.stdout, key, own);
        else Reflect.deleteProperty(process.stdout, key);
      });
    }
    expect(workspace.output()).toMatch(/ {2}things\.get\n {6}GET \/things\/\{id\}\n/);
  });

  it("takes a vendor's name where a package or a document is asked for", async () => {
    expect(await namedSource("acme")).toBe(join(workspace.root, "specs/acme/openapi.yaml"));
    await main(["generate"]);
    expect(await namedSource("acme")).toBe(join(workspace.root, "packages/acme"));
    expect(await namedSource("@acme/acme")).toBe(join(workspace.root, "packages/acme"));
    for (const other of ["./acme", "acme.yaml", "specs", "yaml", "@trunkline/generator"])
      expect(await namedSource(other)).toBe(other);
  });

  it.each([
    ["acne", 'No specs/acne/openapi.yaml; did you mean "acme"?'],
    ["ACME", 'No specs/ACME/openapi.yaml; did you mean "acme"?'],
    ["acme-", 'No specs/acme-/openapi.yaml; did you mean "acme"?'],
    ["elsewhere", "No specs/elsewhere/openapi.yaml; valid here: acme"],
    ["@acme/acmee", 'No package @acme/acmee; did you mean "@acme/acme"?'],
    ["@acne/acme", 'No package @acne/acme; did you mean "@acme/acme"?'],
  ])("tells the nearest name of %s, whatever the command", async (name, words) => {
    const named = name.startsWith("@")
      ? []
      : ["generate", "diff", "lint", "list", "update", "drift", "release", "remove"];
    for (const command of ["mock", "conformance", ...named]) {
      workspace.clear();
      expect(await main([command, name]), command).toBe(1);
      expect(workspace.output(), command).toBe(`error ${words}\n`);
    }
  });
});

describe("a document that was deleted by hand", () => {
  beforeEach(async () => {
    await main(["generate"]);
    await workspace.remove("specs/acme");
    await workspace.put(
      "package.json",
      '{"trunkline":{"scope":"@acme","vendors":{"acme":{"strict":false}}}}',
    );
  });

  it("lets remove take away what is left of it", async () => {
    expect(await main(["remove", "acme", "--force", "--no-install"])).toBe(0);
    expect(await workspace.read("package.json")).not.toContain('"acme":');
    await expect(workspace.read("packages/acme/package.json")).rejects.toThrow("ENOENT");
  });

  it("is not a loss to version control, which knows that it is gone", async () => {
    const git = async (...args: string[]): Promise<void> => {
      const user = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
      const { code, output } = await execute(["git", ...user, ...args], workspace.root);
      expect(code, output).toBe(0);
    };
    await workspace.put("specs/acme/openapi.yaml", document);
    await git("init", "-q");
    await git("add", "-A");
    await git("commit", "-qm", "all");
    await workspace.remove("specs/acme");
    expect(await main(["remove", "acme", "--no-install"]), workspace.output()).toBe(0);
  });

  it("does not let remove take a package that is not ours", async () => {
    await workspace.put("packages/tools/package.json", '{"name":"@acme/tools"}');
    await workspace.put("package.json", '{"trunkline":{"scope":"@acme"}}');
    expect(await main(["remove", "tools", "--force", "--no-install"])).toBe(1);
    expect(await workspace.read("packages/tools/package.json")).toContain("@acme/tools");
  });
});

describe("a document that is not public", () => {
  it("is asked for with the header field of the environment", async () => {
    const seen: IncomingHttpHeaders[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers);
      response.end(document);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.yaml`);
    try {
      vi.stubEnv("TRUNKLINE_HEADER_ACME_TWO", "PRIVATE-TOKEN:  s3cret value ");
      await fetchDocument(url, "acme-two");
      await fetchDocument(url, "acme");
    } finally {
      server.close();
    }
    expect(seen.map((headers) => headers["private-token"])).toEqual(["s3cret value", undefined]);
  });

  it.each([
    [
      401,
      undefined,
      /401\. If it is not public, set TRUNKLINE_HEADER_ACME to a header field such as "Authorization: Bearer …"\.$/,
    ],
    [
      403,
      "X-Key: s3cret",
      /403\. The header field in TRUNKLINE_HEADER_ACME was sent: does it give the right to read it\?$/,
    ],
    [
      404,
      undefined,
      /404\. Download the document yourself and give its path\. If it is not public, set TRUNKLINE_HEADER_ACME/,
    ],
    [500, "X-Key: s3cret", /500\. Download the document yourself and give its path\.$/],
  ])("is refused with %d, and the person told what asks for it: %s", async (status, header, words) => {
    const server = createServer((_request, response) => response.writeHead(status).end("no"));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.yaml`);
    if (header !== undefined) vi.stubEnv("TRUNKLINE_HEADER_ACME", header);
    try {
      await expect(fetchDocument(url, "acme")).rejects.toThrow(words);
      await expect(fetchDocument(url, "acme")).rejects.not.toThrow(/s3cret/);
    } finally {
      server.close();
    }
  });

  it.each(["s3cret", "a b: s3cret", "A: s3cret\r\nB: c", "Host: s3cret", "A: s3crét", ": s3cret"])(
    "%j is refused and not shown",
    (text) => {
      vi.stubEnv("TRUNKLINE_HEADER_ACME", text);
      expect(() => headerFor("acme")).toThrow(
        'TRUNKLINE_HEADER_ACME does not hold a header field such as "Authorization: Bearer …"',
      );
      expect(() => headerFor("acme")).not.toThrow(/s3cr/);
    },
  );
});
