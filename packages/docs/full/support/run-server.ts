import { createServer } from "node:http";
import type { Runs } from "../../src/runs.ts";

/** Pages of samples, and a log of all that is asked of their server. */
export interface RunServer {
  readonly url: string;
  /** Method and path of each request that arrived. */
  readonly log: string[];
  close(): void;
}

/** Serves the files of runs, and a page for each at `/page/<path>`. */
export async function serveRuns({ runs, files }: Runs): Promise<RunServer> {
  const log: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/");
    log.push(`${request.method} ${path}`);
    const send = (type: string, text: string): void => {
      response.writeHead(200, { "content-type": `${type}; charset=utf-8` });
      response.end(text);
    };
    const file = files.get(path.replace("/run/", ""));
    const run = runs.get(path.replace("/page/", ""));
    if (path.startsWith("/run/") && file !== undefined)
      return send(path.endsWith(".js") ? "text/javascript" : "application/json", file);
    if (path.startsWith("/page/") && run !== undefined)
      return send(
        "text/html",
        `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>A method</title>
<link rel="icon" href="data:,"><main><h1>A method</h1>
<tl-run src="/run/${run.src}" statuses="${run.statuses.join(" ")}"><pre tabindex="0"><code>${run.sample.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</code></pre></tl-run></main>
<script type="module" src="/run/tl-run.js"></script></html>`,
      );
    response.writeHead(404);
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    log,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
