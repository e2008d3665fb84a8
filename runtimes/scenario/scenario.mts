import { AgentRef, APIConnectionTimeoutError, NotFoundError, UsageError } from "@trunkline/agentref";
import * as agentrefHooks from "@trunkline/agentref/webhooks";
import { Agora, type AgoraWebhooks, isAPIError } from "@trunkline/agora";
import * as agoraHooks from "@trunkline/agora/webhooks";
import { APIRedirectError, APIUserAbortError, Buena } from "@trunkline/buena";
import { createRaw } from "@trunkline/buena/raw";
import type { ClientOptions } from "@trunkline/runtime/client";
import type { RedirectMatrix } from "./redirect-cells.mjs";
import { redirects } from "./redirects.mjs";

// What every runtime must do, in one file. It asks for nothing but the packages and what comes with `fetch`.

/** Base URLs of the mock servers, and calls to servers that redirect where the runtime lets redirects be seen. */
export interface Servers {
  readonly agentref: string;
  readonly agora: string;
  readonly buena: string;
  readonly redirects?: RedirectMatrix;
}

/** What came of one step; `error` is missing where it went well. */
export interface Step {
  readonly name: string;
  readonly error?: string;
}

/** Options that the runtime needs, or that are looked at in it. */
export type Needs = Pick<ClientOptions, "dangerouslyAllowBrowser" | "transport">;

export async function scenario(servers: Servers, needs: Needs = {}): Promise<Step[]> {
  const steps: Step[] = [];
  const step = async (name: string, run: () => Promise<void>): Promise<void> => {
    try {
      await run();
      steps.push({ name });
    } catch (error) {
      steps.push({ name, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  };

  const agentref = new AgentRef({ ...needs, apiKey: "ak_live_runtime", baseURL: servers.agentref });
  const agora = new Agora({ ...needs, apiKey: "agora_test_0123456789abcdef", baseURL: servers.agora });
  const buena = new Buena({
    ...needs,
    apiKey: `bna_${"0123456789abcdef".repeat(4)}`,
    baseURL: servers.buena,
  });

  await step("auth", async () => {
    const merchant = await agentref.merchant.get();
    equal(typeof merchant.id, "string");
    const error = await failure(agentref.merchant.get({}, { headers: { authorization: null } }));
    equal((error as { status?: number }).status, 401);
  });

  await step("token", async () => {
    const [types, endpoints] = await Promise.all([
      agora.webhooks.listEventTypes(42),
      agora.webhooks.listEndpoints(42),
    ]);
    equal(types.includes("lead.created") && endpoints.length > 0, true);
  });

  await step("pages", async () => {
    const names: string[] = [];
    for await (const program of agentref.programs.list()) names.push(program.name);
    const { meta } = await agentref.programs.list();
    equal(names.length, meta.total);
    equal((await buena.leads.list().toArray({ limit: 1 })).length, 1);
  });

  await step("retry", async () => {
    const retries: unknown[] = [];
    const watched = agentref.withOptions({ hooks: { retry: (event) => retries.push(event) } });
    equal(typeof (await watched.programs.stats("prg_1")).totalConversions, "number");
    equal(retries.length, 1);
  });

  await step("timeout", async () => {
    const error = await failure(buena.health.check({}, { timeout: 150, maxRetries: 0 }));
    equal(error instanceof APIConnectionTimeoutError, true);
  });

  await step("upload", async () => {
    const recording = new File([new Uint8Array(100_000).fill(7)], "sample.wav", { type: "audio/wav" });
    const { data } = await buena.voiceClones.create({ name: "Narrator", files: [recording] });
    equal(typeof data.voiceId, "string");
  });

  await step("error", async () => {
    const gone = await failure(agentref.programs.get("prg_gone"));
    equal(gone instanceof NotFoundError && gone.requestId !== undefined, true);
    const { name, status } = JSON.parse(JSON.stringify(gone)) as Record<string, unknown>;
    equal(`${name} ${status}`, `${(gone as Error).name} 404`);
    const leads = [{ phone: "+15551234567" }];
    const refused = await failure(
      agora.leads.upload({ campaign_id: 42, leads, compliance_acknowledged: true }),
    );
    if (!isAPIError(refused, "leads.upload", 422) || !("errors" in refused.body)) throw refused;
    equal(refused.body.errors[0]?.row, 0);
    const blank = await failure(agentref.programs.get(""));
    equal(blank instanceof UsageError, true);
  });

  await step("proxied", async () => {
    const page = new Proxy(await new Proxy(agentref, {}).programs.list(), {});
    equal(typeof page.hasNextPage(), "boolean");
    equal(JSON.stringify(new Proxy(agentref, {})).includes("ak_live_runtime"), false);
  });

  await step("webhook", async () => {
    const lead: AgoraWebhooks["lead.created"] = {
      event: "lead.created",
      campaign_id: 42,
      lead_id: 1,
      contact_id: 2,
      timestamp: "2026-01-01T00:00:00Z",
    };
    const signed = await agoraHooks.sign(lead, { secret: "the endpoint's secret" });
    const headers = new Headers(signed.headers);
    const event = await agoraHooks.unwrap(
      { ...signed, headers },
      { secret: ["next", "the endpoint's secret"] },
    );
    if (event.event !== "lead.created") throw new Error(`It became ${event.event}.`);
    equal(describe(event), "lead 1 of campaign 42");
    const changed = { headers, body: new TextEncoder().encode(`${signed.body} `) };
    const refused = await failure(agoraHooks.unwrap(changed, { secret: "the endpoint's secret" }));
    equal((refused as { code?: string }).code, "wrong-signature");

    const secret = "whsec_c2NlbmFyaW8gc2VjcmV0";
    const delivery = await agentrefHooks.sign('{"id":"msg_1","type":"payout.paid"}', { secret });
    equal((await agentrefHooks.unwrap(delivery, { secret })).id, "msg_1");
    const late = await failure(agentrefHooks.unwrap(delivery, { secret, now: () => Date.now() + 301_000 }));
    equal((late as { code?: string }).code, "too-old");
  });

  await step("stream", async () => {
    const response = await buena.apiKeys.list().asResponse();
    const reader = response.body?.getReader();
    if (!reader) throw new Error("The answer has no stream.");
    const decoder = new TextDecoder();
    let text = "";
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read())
      text += decoder.decode(chunk.value, { stream: true });
    equal(typeof JSON.parse(text), "object");
  });

  await step("abort", async () => {
    const controller = new AbortController();
    const call = failure(buena.leads.get("lead_1", {}, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 50);
    equal((await call) instanceof APIUserAbortError, true);
  });

  await step("redirect", async () => {
    const error = await failure(buena.users.getLinkedin());
    equal(error instanceof APIRedirectError, true);
  });

  const { redirects: matrix } = servers;
  if (matrix) {
    await step("redirects", async () => {
      equal((await redirects(matrix, needs)).join("; "), "");
    });
  }

  await step("raw", async () => {
    const { data, response } = await createRaw(buena).GET("/health");
    equal(response.status, 200);
    equal(typeof data?.status, "string");
  });

  if (needs.transport) {
    // npm's undici, loaded as a whole, takes over the fetch of the process in Node.js 20.
    await step("own fetch", async () => {
      await fetch("data:,");
      const key = Symbol.for("undici.globalDispatcher.1");
      const { [key]: dispatcher } = globalThis as { [key]?: { dispatch(): unknown } };
      const { stack = "" } = (await failure(
        Promise.resolve().then(() => dispatcher?.dispatch() ?? Promise.reject(new Error("node:internal"))),
      )) as Error;
      equal(stack.includes("node:internal"), true);
    });
  }

  return steps;
}

type AgoraEvent = AgoraWebhooks[keyof AgoraWebhooks];

/** The event's name tells its type. */
function describe(event: AgoraEvent): string {
  if (event.event === "lead.created") return `lead ${event.lead_id} of campaign ${event.campaign_id}`;
  return event.event;
}

async function failure(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("This call should have failed.");
}

function equal(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`${String(actual)} in place of ${String(expected)}`);
}
