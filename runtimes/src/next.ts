import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Consumer } from "./consumer.ts";
import { deliver, SECRET } from "./deliveries.ts";
import { here, repository } from "./folders.ts";
import type { Row, Step } from "./row.ts";
import { must } from "./run.ts";
import type { Servers } from "./servers.ts";

const NEXT = join(here, "node_modules/next/dist/bin/next");
const KEYS = {
  AGORA_API_KEY: "agora_test_0123456789abcdef",
  AGENTREF_API_KEY: "ak_live_runtime",
  AGORA_WEBHOOK_SECRET: SECRET,
};
const RUNTIMES = ["node", "edge"] as const;

/** Builds the example with the real Next.js, and runs it, and the scenario in routes of both its runtimes. */
export async function runInNext(consumer: Consumer, node: string, servers: Servers): Promise<readonly Row[]> {
  const row = (runtime: string, outcome: Row["outcome"]): Row => ({
    runtime: "Next.js",
    form: runtime,
    outcome,
  });
  const lacking = [NEXT, node].find((path) => !existsSync(path));
  if (lacking)
    return RUNTIMES.map((name) => row(name, { skipped: `${lacking.slice(here.length)} is not installed` }));
  const folder = await makeApp(consumer);
  try {
    const env = { ...KEYS, NEXT_TELEMETRY_DISABLED: "1", NODE_EXTRA_CA_CERTS: servers.certificate };
    const built = await must(node, [NEXT, "build"], { cwd: folder, env, limit: 300_000 }).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    if (built) return [row("build", [{ name: "start", error: built.slice(0, 3000) }])];
    const { agora, agentref } = servers.mocks;
    const urls = { AGORA_URL: agora.url, AGENTREF_URL: agentref.url };
    await using server = await startNext(folder, node, { ...env, ...urls });
    const rows: Row[] = [];
    for (const name of RUNTIMES) {
      const body = JSON.stringify(servers.arm("seen"));
      const response = await fetch(`${server.url}/scenario/${name}`, { method: "POST", body });
      const text = await response.text();
      const steps = response.ok
        ? [...(JSON.parse(text) as Step[]), ...servers.judge()]
        : [{ name: "start", error: `${response.status} ${text.slice(0, 500)} ${server.said()}` }];
      if (name === "node") steps.push(await example(server.url, servers));
      rows.push(row(name, [...steps, await deliver(`${server.url}/agora/${name}`)]));
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The example's files, the packages, and the scenario behind two routes; below this folder, where next is found. */
async function makeApp(consumer: Consumer): Promise<string> {
  const folder = join(here, ".work/next");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const put = (from: string, to: string): Promise<void> =>
    cp(from, join(folder, to), { recursive: true, dereference: true });
  await put(join(consumer.folder, "node_modules"), "node_modules");
  await put(join(repository, "examples/next/src/app"), "src/app");
  await put(join(repository, "examples/next/src/lib"), "src/lib");
  for (const name of ["scenario.mjs", "redirects.mjs"]) await put(join(consumer.folder, name), `src/${name}`);
  for (const name of RUNTIMES)
    await put(join(consumer.folder, `next/${name}-route.mjs`), `src/app/scenario/${name}/route.js`);
  await put(join(consumer.folder, "next/next.config.mjs"), "next.config.mjs");
  for (const name of RUNTIMES) {
    const route = `src/app/agora/${name}`;
    for (const file of ["queue.ts", "receive.ts"])
      await put(join(repository, "examples/webhooks/src", file), `${route}/${file}`);
    const text = await readFile(join(repository, "examples/webhooks/src/next-route.ts"), "utf8");
    const edge = name === "edge" ? 'export const runtime = "edge";\n' : "";
    await writeFile(join(folder, route, "route.ts"), `${text}${edge}`);
  }
  // The names by which Next.js asks for the compiler and for types; it would install them by itself.
  for (const [name, target] of [
    ["typescript", "ts59"],
    ["@types", "@types"],
  ] as const)
    await symlink(join(here, "node_modules", target), join(folder, "node_modules", name));
  const compilerOptions = {
    lib: ["es2022", "dom"],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: "esnext",
    moduleResolution: "bundler",
    allowImportingTsExtensions: true,
    jsx: "react-jsx",
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["src"] }));
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  return folder;
}

interface NextServer extends AsyncDisposable {
  readonly url: string;
  /** What it printed, to tell why something failed. */
  said(): string;
}

async function startNext(
  cwd: string,
  node: string,
  env: Readonly<Record<string, string>>,
): Promise<NextServer> {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const child = spawn(node, [NEXT, "start", "--port", "0", "--hostname", "127.0.0.1"], {
    cwd,
    env: { ...inherited, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`next start says no address. ${said}`)), 60_000);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
        if (!address || !/ready/i.test(said)) return;
        clearTimeout(late);
        resolve(address);
      });
    child.on("exit", () => reject(new Error(`next start ended. ${said}`)));
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  return {
    url,
    said: () => said.slice(-1500),
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** The example's route, and its form as a page without scripts sends it: twice, with one key. */
async function example(url: string, servers: Servers): Promise<Step> {
  const name = "app";
  servers.arm("followed");
  const { agora, agentref } = servers.mocks;
  agora.reset();
  const taken = await fetch(`${url}/api/leads`, { method: "POST", body: '{"phone":"+15551234567"}' });
  if (taken.status !== 202)
    return { name, error: `the route answers ${taken.status}: ${await taken.text()}` };

  const pages = await Promise.all([1, 2].map(async () => (await fetch(`${url}/programs`)).text()));
  const [page = ""] = pages;
  const keys = new Set(pages.map((text) => fieldsOf(text).get("key")));
  if (keys.size !== 2) return { name, error: "two visits get one idempotency key" };
  for (const _ of [1, 2]) {
    const form = new FormData();
    for (const [field, value] of fieldsOf(page)) form.set(field, value);
    form.set("name", "Partners");
    const sent = await fetch(`${url}/programs`, { method: "POST", body: form });
    const text = await sent.text();
    if (!text.includes(" is there."))
      return { name, error: `the form answers ${sent.status}: ${text.slice(0, 500)}` };
  }
  const created = agentref.requests.filter(({ operation }) => operation === "programs.create");
  const given = created.map(({ headers }) => headers["idempotency-key"]);
  const [key] = keys;
  return given.length === 2 && given.every((one) => one === key)
    ? { name }
    : { name, error: `the API got the keys ${given.join(", ")} in place of ${key}, twice` };
}

/** Fields of a page's form with their values. */
function fieldsOf(html: string): ReadonlyMap<string, string> {
  const decoded = (text: string): string => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  return new Map(
    [...html.matchAll(/<input([^>]*)>/g)].map(([, attributes = ""]) => {
      const one = (name: string): string =>
        decoded(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? "");
      return [one("name"), one("value")];
    }),
  );
}
