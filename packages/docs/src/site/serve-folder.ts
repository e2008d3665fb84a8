import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

/** What a site has, as browsers want it named. */
const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".xml": "application/xml",
};

/**
 * Serves files of a folder on this machine alone.
 *
 * @param base - beginning of their addresses, with slashes around it
 * @param port - 0 = one that is free
 */
export async function serveFolder(
  folder: string,
  base: string,
  port: number,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer(async ({ url = "/" }, response) => {
    const file = fileOf(folder, base, url);
    const found = file === undefined ? undefined : await readFile(file).catch(() => undefined);
    if (file === undefined || found === undefined) {
      const page = await readFile(join(folder, "404.html")).catch(() => "Not found");
      response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end(page);
      return;
    }
    response
      .writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" })
      .end(found);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @returns nothing for what is no file of the folder */
function fileOf(folder: string, base: string, target: string): string | undefined {
  const { pathname } = new URL(target, "http://site");
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (!path.startsWith(base) || path.split(/[/\\]/).includes("..") || path.includes("\0")) return undefined;
  return join(folder, path.slice(base.length), path.endsWith("/") ? "index.html" : "");
}
