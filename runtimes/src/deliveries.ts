import { spawn } from "node:child_process";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { type DeliveryTamper, startMock } from "../../packages/mock/dist/index.js";
import type { Consumer } from "./consumer.ts";
import { repository } from "./folders.ts";
import type { Program } from "./processes.ts";
import type { Row, Step } from "./row.ts";

/** Secret of the endpoints below. */
export const SECRET = "the endpoint's secret";

/** Puts the endpoints of examples/webhooks beside the packages. Gives their folder. */
export async function webhookExamples({ folder }: Consumer): Promise<string> {
  const target = join(folder, "webhooks");
  await cp(join(repository, "examples/webhooks/src"), target, { recursive: true });
  return target;
}

/** What `bun run` and `deno serve` are told to serve a module that exports a handler of web requests. */
const SERVE: Readonly<Record<string, readonly string[]>> = {
  Bun: ["run"],
  Deno: [
    "serve",
    ...["--no-prompt", "--node-modules-dir=manual", "--host", "127.0.0.1", "--port", "0"],
    ...["--allow-net=127.0.0.1", "--allow-read", "--allow-env=AGORA_WEBHOOK_SECRET"],
  ],
};

/** The same row with a step more, where the program can serve a module. */
export async function withDelivery(row: Row, { name, path }: Program, consumer: Consumer): Promise<Row> {
  const args = SERVE[name.split(" ")[0] ?? ""];
  if (args === undefined || "skipped" in row.outcome) return row;
  const cwd = await webhookExamples(consumer);
  const child = spawn(path, [...args, "web-server.ts"], {
    cwd,
    env: {
      ...process.env,
      AGORA_WEBHOOK_SECRET: SECRET,
      PORT: "0",
      NO_COLOR: "1",
      DENO_NO_UPDATE_CHECK: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const address = new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`It says no address: ${said}`)), 30_000);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        const port = /http:\/\/[\w.]+:(\d+)/.exec(said)?.[1];
        if (port === undefined) return;
        clearTimeout(late);
        resolve(`http://127.0.0.1:${port}/agora`);
      });
    child.on("exit", () => reject(new Error(`It ended: ${said}`)));
  });
  try {
    return { ...row, outcome: [...row.outcome, await deliver(await address)] };
  } catch (error) {
    return { ...row, outcome: [...row.outcome, { name: "delivery", error: String(error).slice(0, 2000) }] };
  } finally {
    child.kill("SIGKILL");
  }
}

/** Sends deliveries to an endpoint as Agora does: one that it signed, the same again, and spoiled ones. */
export async function deliver(to: string): Promise<Step> {
  await using mock = await startMock(`${repository}packages/agora`);
  const payload = {
    event: "lead.created",
    campaign_id: 1,
    lead_id: 1,
    contact_id: 1,
    timestamp: "2026-06-17T08:15:30Z",
  };
  const send = async (tamper?: DeliveryTamper): Promise<string> => {
    const { attempts } = await mock.deliver("lead.created", { to, secret: SECRET, payload, tamper });
    return attempts.map(({ status, error }) => status ?? error).join();
  };
  const wanted: Readonly<Record<string, string>> = {
    signed: "204",
    "signed, again": "204",
    body: "400,400",
    signature: "400,400",
    unsigned: "400,400",
    secret: "400,400",
  };
  const wrong: string[] = [];
  for (const [what, statuses] of Object.entries(wanted)) {
    const answered = await send(what.startsWith("signed") ? undefined : (what as DeliveryTamper));
    if (answered !== statuses) wrong.push(`${what}: ${answered} in place of ${statuses}`);
  }
  return wrong.length === 0 ? { name: "delivery" } : { name: "delivery", error: wrong.join("; ") };
}
