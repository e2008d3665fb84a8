import { type Bytes, weigh } from "./bytes.ts";
import { countInstantiations } from "./instantiations.ts";
import { countRequests } from "./requests.ts";

/** Figures that are the same on every machine. */
export interface Budgets {
  /** Of each whole client. */
  readonly bytes: Readonly<Record<string, Bytes>>;
  readonly instantiationsPerCall: number;
  readonly requests: Readonly<Record<string, number>>;
}

const CLIENTS = ["agentref", "agora", "agoralia", "buena"];

/** Measures what is built. */
export async function measure(): Promise<Budgets> {
  const [instantiationsPerCall, requests, ...bytes] = await Promise.all([
    countInstantiations(),
    countRequests(),
    ...CLIENTS.map(weigh),
  ]);
  return {
    bytes: Object.fromEntries(CLIENTS.map((client, i) => [client, bytes[i] ?? { gzip: 0, parts: {} }])),
    instantiationsPerCall,
    requests,
  };
}
