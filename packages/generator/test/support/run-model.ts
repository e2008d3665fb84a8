import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { emitSources } from "../../src/emit/typescript/sources.ts";
import type { Model } from "../../src/model/types.ts";

/** What an emitted package exports. */
// biome-ignore lint/suspicious/noExplicitAny: tests call whatever the document gave a name
export type Emitted = any;

/** Loads the package that a model becomes, over the built runtime, and takes it away afterwards. */
export async function withPackage<T>(model: Model, use: (emitted: Emitted) => Promise<T>): Promise<T> {
  const cache = fileURLToPath(new URL("../../node_modules/.cache/contract/", import.meta.url));
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(cache);
  try {
    const files = new Map([...emitSources(model), ["src/version.ts", 'export const VERSION = "0";\n']]);
    for (const [path, text] of files) {
      const file = join(folder, path.replace(/\.ts$/, ".js"));
      const compilerOptions = {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2022,
        verbatimModuleSyntax: true,
      };
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, ts.transpileModule(text, { compilerOptions }).outputText);
    }
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    const load = (name: string): Promise<Emitted> =>
      import(/* @vite-ignore */ pathToFileURL(join(folder, `src/${name}.js`)).href);
    const webhooks = files.has("src/webhooks.ts") ? await load("webhooks") : undefined;
    return await use({ ...(await load("index")), webhooks });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A request as it came. */
export interface Seen {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Emitted;
  /** The body as it came. */
  readonly text: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The body as it is, in place of JSON. */
  readonly text?: string;
}

/** A server on loopback that answers JSON. */
export async function withServer<T>(
  answer: (request: Seen, number: number) => Reply,
  use: (url: string, seen: readonly Seen[]) => Promise<T>,
): Promise<T> {
  const seen: Seen[] = [];
  const server = createServer(async (incoming, response) => {
    let text = "";
    for await (const chunk of incoming) text += chunk;
    const { method = "", url = "", headers } = incoming;
    const request = {
      method,
      url,
      headers,
      text,
      body: /json/.test(headers["content-type"] ?? "") ? JSON.parse(text) : text || undefined,
    };
    seen.push(request);
    const { status = 200, headers: more = {}, body = {}, text: whole } = answer(request, seen.length);
    response
      .writeHead(status, { "content-type": "application/json", ...more })
      .end(whole ?? JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
