import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import type { Consumer } from "./consumer.ts";
import type { Row, Step } from "./row.ts";
import type { Servers } from "./servers.ts";

/** Runs the scenario in Cloudflare's runtime, bundled as its own tools bundle. */
export async function runInWorkerd({ folder }: Consumer, servers: Servers): Promise<Row> {
  const row = { runtime: "workerd", form: "esbuild" };
  // Miniflare reads it when it is imported, and lets workerd trust it.
  process.env.NODE_EXTRA_CA_CERTS = servers.certificate;
  const miniflare = await import("miniflare").catch(() => undefined);
  if (!miniflare) return { ...row, outcome: { skipped: "miniflare is not installed" } };
  const outfile = join(folder, "out/worker.mjs");
  await build({
    entryPoints: [join(folder, "worker.mjs")],
    outfile,
    bundle: true,
    format: "esm",
    target: "es2022",
    conditions: ["workerd", "worker", "browser"],
  });
  const worker = new miniflare.Miniflare({
    modules: true,
    script: await readFile(outfile, "utf8"),
    // The last ones to refuse an option that browsers have.
    compatibilityDate: "2024-10-01",
    cf: false,
  });
  try {
    const body = JSON.stringify(servers.arm("seen"));
    const response = await worker.dispatchFetch("http://worker.test/", { method: "POST", body });
    const text = await response.text();
    if (!response.ok) return { ...row, outcome: [{ name: "start", error: text.slice(0, 2000) }] };
    return { ...row, outcome: [...(JSON.parse(text) as Step[]), ...servers.judge()] };
  } finally {
    await worker.dispose();
  }
}
