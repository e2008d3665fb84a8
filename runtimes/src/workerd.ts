import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { startMock } from "../../packages/mock/dist/index.js";
import type { Consumer } from "./consumer.ts";
import { deliver, SECRET, webhookExamples } from "./deliveries.ts";
import { repository } from "./folders.ts";
import type { Row, Step } from "./row.ts";
import type { Servers } from "./servers.ts";

type Miniflare = typeof import("miniflare").Miniflare;

/** Runs the scenario, and the example of a Worker, in Cloudflare's runtime, bundled as its own tools bundle. */
export async function runInWorkerd(consumer: Consumer, servers: Servers): Promise<Row> {
  const row = { runtime: "workerd", form: "esbuild" };
  // Miniflare reads it when it is imported, and lets workerd trust it.
  process.env.NODE_EXTRA_CA_CERTS = servers.certificate;
  const miniflare = await import("miniflare").catch(() => undefined);
  if (!miniflare) return { ...row, outcome: { skipped: "miniflare is not installed" } };
  const { Miniflare } = miniflare;
  return {
    ...row,
    outcome: [
      ...(await scenario(Miniflare, consumer, servers)),
      await example(Miniflare, consumer),
      await endpoint(Miniflare, consumer),
    ],
  };
}

async function scenario(
  Miniflare: Miniflare,
  { folder }: Consumer,
  servers: Servers,
): Promise<readonly Step[]> {
  const worker = await start(Miniflare, folder, "worker.mjs", {});
  try {
    const body = JSON.stringify(servers.arm("seen"));
    const response = await worker.dispatchFetch("http://worker.test/", { method: "POST", body });
    const text = await response.text();
    if (!response.ok) return [{ name: "start", error: text.slice(0, 2000) }];
    return [...(JSON.parse(text) as Step[]), ...servers.judge()];
  } finally {
    await worker.dispose();
  }
}

/** examples/worker streams a list: every line of it, and as many requests as it has pages. */
async function example(Miniflare: Miniflare, { folder }: Consumer): Promise<Step> {
  const name = "app";
  await cp(join(repository, "examples/worker/src/worker.ts"), join(folder, "example-worker.ts"));
  await using mock = await startMock(`${repository}packages/agoralia`);
  const items = Array.from({ length: 25 }, (_, id) => ({
    id,
    to_number: `+1555000${id}`,
    status: "completed",
  }));
  mock.items({ operation: "calls.list", items, limit: 10 });
  const bindings = { AGORALIA_API_KEY: "ago_0123456789abcdef", AGORALIA_URL: mock.url };
  const worker = await start(Miniflare, folder, "example-worker.ts", bindings);
  try {
    const response = await worker.dispatchFetch("http://worker.test/calls/7");
    const lines = (await response.text()).trim().split("\n");
    if (response.status === 200 && lines.length === 25 && mock.requests.length === 3) return { name };
    return { name, error: `${response.status}, ${lines.length} lines, ${mock.requests.length} requests` };
  } finally {
    await worker.dispose();
  }
}

/** examples/webhooks in a Worker, to which deliveries are sent over HTTP. */
async function endpoint(Miniflare: Miniflare, consumer: Consumer): Promise<Step> {
  await webhookExamples(consumer);
  const bindings = { AGORA_WEBHOOK_SECRET: SECRET };
  const worker = await start(Miniflare, consumer.folder, "webhooks/worker.ts", bindings);
  try {
    return await deliver(new URL("/agora", await worker.ready).href);
  } finally {
    await worker.dispose();
  }
}

async function start(
  Miniflare: Miniflare,
  folder: string,
  entry: string,
  bindings: Readonly<Record<string, string>>,
): Promise<InstanceType<Miniflare>> {
  const outfile = join(folder, "out", `${entry}.bundle.mjs`);
  await build({
    entryPoints: [join(folder, entry)],
    outfile,
    bundle: true,
    format: "esm",
    target: "es2022",
    conditions: ["workerd", "worker", "browser"],
  });
  return new Miniflare({
    modules: true,
    script: await readFile(outfile, "utf8"),
    bindings: { ...bindings },
    // The last ones to refuse an option that browsers have.
    compatibilityDate: "2024-10-01",
    cf: false,
  });
}
