import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";

/** A packed package with the package.json that stands in it. */
export interface Tarball {
  readonly path: string;
  readonly manifest: { readonly name: string; readonly version: string };
}

/** An npm registry on 127.0.0.1 that has some tarballs and nothing else. */
export interface Registry extends AsyncDisposable {
  readonly url: string;
}

/** Serves packed packages to package managers, as the registry would after a release. */
export async function startRegistry(tarballs: readonly Tarball[]): Promise<Registry> {
  const files = new Map<string, Buffer>();
  for (const { path } of tarballs) files.set(basename(path), await readFile(path));
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? "/").slice(1).split("?")[0] ?? "");
    const file = files.get(basename(path));
    if (path.startsWith("-/") && file !== undefined) {
      response.end(file);
      return;
    }
    const found = tarballs.find(({ manifest }) => manifest.name === path);
    if (found === undefined) {
      response.writeHead(404).end("{}");
      return;
    }
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(packument(found, files.get(basename(found.path)) ?? Buffer.alloc(0), url)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function packument({ path, manifest }: Tarball, file: Buffer, url: string): object {
  const { name, version } = manifest;
  const dist = {
    tarball: `${url}/-/${basename(path)}`,
    integrity: `sha512-${createHash("sha512").update(file).digest("base64")}`,
    shasum: createHash("sha1").update(file).digest("hex"),
  };
  return {
    name,
    "dist-tags": { latest: version },
    versions: { [version]: { ...manifest, dist } },
    time: { [version]: "2020-01-01T00:00:00.000Z" },
  };
}
