import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname, join } from "node:path";
import { startMock } from "../../packages/mock/dist/index.js";
import { findChromium } from "./browser.ts";
import { repository } from "./folders.ts";
import type { Row, Step } from "./row.ts";
import type { Servers } from "./servers.ts";

/** A bundle that exports `inPage`. */
export interface Page {
  readonly form: string;
  readonly module: string;
}

/** Runs the scenario in a page of headless Chromium, once for each bundle. */
export async function runInChromium(pages: readonly Page[], servers: Servers): Promise<readonly Row[]> {
  const skip = (skipped: string): Row[] =>
    pages.map(({ form }) => ({ runtime: "Chromium", form, outcome: { skipped } }));
  const chromium = await findChromium();
  if ("missing" in chromium) return skip(chromium.missing);
  const playwright = await import("playwright-core").catch(() => undefined);
  if (!playwright) return skip("playwright-core is not installed");

  const source = `${repository}packages/buena`;
  await using closed = await startMock(source);
  const site = createServer(async ({ url = "/" }, response) => {
    // A bundler may make several files of what is loaded when it is needed.
    const [, index, file] = /^\/(\d+)\/([\w.-]+)$/.exec(url) ?? [];
    const page = pages[Number(index)];
    response.setHeader("content-type", page ? "text/javascript" : "text/html");
    response.end(
      page && file
        ? await readFile(join(dirname(page.module), file)).catch(() => "")
        : "<!doctype html><title>page</title>",
    );
  }).listen(0, "127.0.0.1");
  const browser = await playwright.chromium.launch({
    executablePath: chromium.path,
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const rows: Row[] = [];
  try {
    const runtime = `Chromium ${browser.version().split(".")[0]}`;
    for (const [index, { form, module }] of pages.entries()) {
      const page = await browser.newPage({ ignoreHTTPSErrors: true });
      await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
      const urls = servers.arm("hidden");
      const location = `${servers.mocks.agora.origin}/elsewhere`;
      servers.mocks.buena.fail({ operation: "users.getLinkedin", status: 302, headers: { location } });
      const run = `import("/${index}/${basename(module)}").then((m) => m.inPage(${JSON.stringify(urls)}, ${JSON.stringify(closed.url)}))`;
      const outcome = await page
        .evaluate(run)
        .then((steps) => [...(steps as Step[]), ...servers.judge()])
        .catch((error: unknown) => [{ name: "start", error: String(error) }]);
      rows.push({ runtime, form, outcome });
      await page.close();
    }
  } finally {
    await browser.close();
    site.close();
    site.closeAllConnections();
  }
  return rows;
}
