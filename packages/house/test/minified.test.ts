import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { packages } from "../budgets/folders.ts";

interface Failed extends Error {
  readonly name: string;
}

/** A client as a web page has it: bundled, with all names shortened. */
async function minified(
  vendor: string,
  use: (module: Record<string, new (options: object) => unknown>) => Promise<void>,
) {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-minified-"));
  try {
    const entry = join(packages, vendor, "dist/index.mjs");
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      write: false,
      outdir: folder,
    });
    const file = join(folder, "client.mjs");
    await writeFile(file, outputFiles[0]?.contents ?? "");
    await use(await import(/* @vite-ignore */ pathToFileURL(file).href));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

it("errors keep their names in a minified bundle", async () => {
  const server = createServer((request, response) => {
    const status = Number(request.url?.slice(1));
    response.writeHead(status, { "content-type": status === 200 ? "text/html" : "application/json" });
    response.end(status === 200 ? "<p>" : "{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await minified("agentref", async ({ AgentRef }) => {
      if (AgentRef === undefined) throw new Error("The bundle has no client.");
      const client = new AgentRef({ apiKey: "ak_live_minified", baseURL, maxRetries: 0 }) as {
        get(path: string, options?: object): Promise<unknown>;
        withOptions(options: object): { get(path: string): Promise<unknown> };
      };
      const nameOf = (call: Promise<unknown>): Promise<string> =>
        call.then(
          () => "none",
          ({ name }: Failed) => name,
        );
      const names = await Promise.all([
        ...[400, 401, 403, 404, 409, 418, 422, 429, 503].map((status) => nameOf(client.get(`/${status}`))),
        nameOf(client.get("/200")),
        nameOf(client.get("/200", { timeOut: 1 })),
        nameOf(client.get("/200", { signal: AbortSignal.abort() })),
        nameOf(client.withOptions({ baseURL: "http://127.0.0.1:1" }).get("/x")),
      ]);
      expect(names).toEqual([
        ...["ValidationError", "AuthError", "ForbiddenError", "NotFoundError", "ConflictError"],
        ...["AgentRefError", "ValidationError", "RateLimitError", "ServerError"],
        ...["APIResponseError", "UsageError", "APIUserAbortError", "APIConnectionError"],
      ]);
    });
  } finally {
    server.close();
  }
});
