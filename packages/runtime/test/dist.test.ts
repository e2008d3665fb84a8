import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";

const dist = new URL("../dist/", import.meta.url);
const require = createRequire(import.meta.url);
if (!existsSync(dist)) throw new Error("packages/runtime is not built; run `pnpm run build` there first.");

type Face = typeof import("../src/client.ts");
const esm = (await import(new URL("client.mjs", dist).href)) as Face;
const cjs = require("../dist/client.cjs") as Face;

describe("what is published", () => {
  it("says the same as ESM and as CJS", () => {
    expect(Object.keys(cjs).sort()).toEqual(Object.keys(esm).sort());
    expect(Object.keys(require("../dist/index.cjs")).length).toBeGreaterThan(15);
  });

  it("guards hold between ESM and CJS in one process", () => {
    const init = {
      message: "404 x",
      status: 404,
      headers: new Headers(),
      body: undefined,
      attempts: 1,
      client: "Sample",
    };
    expect(cjs.APIError).not.toBe(esm.APIError);
    for (const [one, other] of [
      [esm, cjs],
      [cjs, esm],
    ] as const) {
      const error = new one.NotFoundError(init);
      expect(error).toBeInstanceOf(other.NotFoundError);
      expect(error).toBeInstanceOf(other.TrunklineError);
      expect(error).not.toBeInstanceOf(other.ConflictError);
      expect(other.isErrorOf(error, "Sample", 404)).toBe(true);
      expect(other.errorGuard("Sample")(error)).toBe(true);
      expect(other.errorGuard("Other")(error)).toBe(false);
    }
  });

  it("declares no #private, and names openapi-fetch only for the raw client", () => {
    for (const name of readdirSync(dist).filter((file) => file.includes(".d."))) {
      const text = readFileSync(new URL(name, dist), "utf8");
      expect(text, name).not.toMatch(/#private|^\s*private /m);
      if (!name.startsWith("raw.")) expect(text, name).not.toContain('from "openapi-fetch"');
      // TypeScript before 5.7 knows no such thing.
      expect(text, name).not.toMatch(/Uint8Array</);
      // Not every program has its type, though it has `fetch`.
      expect(text, name).not.toMatch(/: Request\b/);
    }
  });

  it("imports no module of Node's", () => {
    for (const name of readdirSync(dist).filter((file) => /\.[cm]js$/.test(file))) {
      expect(readFileSync(new URL(name, dist), "utf8"), name).not.toMatch(/(?:from |require\()["']node:/);
    }
  });

  const SCRIPT = `
    const server = require("node:http").createServer((request, response) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ url: request.url, key: request.headers["x-api-key"] }));
    });
    server.listen(0, "127.0.0.1", async () => {
      const client = new face.APIClient({ name: "S", userAgent: "s", environments: {}, security: [["K"]],
        schemes: { K: face.apiKeyHeader("X-API-Key", { option: "apiKey" }) } },
        { apiKey: "key", baseURL: "http://127.0.0.1:" + server.address().port });
      console.log(JSON.stringify(await client.get("/x", { query: { a: 1 } })));
      server.close(); server.closeAllConnections();
    });`;
  // The oldest Node that is supported, where the machine has one beside the workspace's own.
  const nodes = [...new Set([process.execPath, "/usr/bin/node", "/usr/local/bin/node"])].filter((path) =>
    existsSync(path),
  );
  it.each(nodes)("calls, in a process of its own, as CJS and as ESM: %s", (node) => {
    const run = (load: string): string =>
      execFileSync(node, ["-e", `${load}.then((face) => {${SCRIPT}})`], {
        encoding: "utf8",
        cwd: new URL(".", dist),
      });
    const want = '{"url":"/x?a=1","key":"key"}\n';
    expect(run('Promise.resolve(require("./client.cjs"))')).toBe(want);
    expect(run('import("./client.mjs")')).toBe(want);
  });
});
