import { type Bytes, weigh, weighWebhooks } from "./bytes.ts";
import { countInstantiations } from "./instantiations.ts";
import { countRequests } from "./requests.ts";

/** Figures that are the same on every machine. */
export interface Budgets {
  /** Of each whole client, and of each entry `webhooks`. */
  readonly bytes: Readonly<Record<string, Bytes>>;
  readonly instantiationsPerCall: number;
  readonly requests: Readonly<Record<string, number>>;
}

const CLIENTS = ["agentref", "agora", "agoralia", "buena"];
const WITH_WEBHOOKS = ["agentref", "agora", "runtime"];

/** Measures what is built. */
export async function measure(): Promise<Budgets> {
  const [instantiationsPerCall, requests, ...bytes] = await Promise.all([
    countInstantiations(),
    countRequests(),
    ...CLIENTS.map(weigh),
    ...WITH_WEBHOOKS.map(weighWebhooks),
  ]);
  const names = [...CLIENTS, ...WITH_WEBHOOKS.map((name) => `${name}/webhooks`)];
  return {
    bytes: Object.fromEntries(names.map((name, i) => [name, bytes[i] ?? { gzip: 0, parts: {} }])),
    instantiationsPerCall,
    requests,
  };
}
