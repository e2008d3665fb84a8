/** What the worker processes are told. */
export interface WorkerSettings {
  readonly name: string;
  /** Address of the API. */
  readonly baseURL: string;
  /** Port of Redis. */
  readonly redis: number;
}

export const QUEUE = "leads";

/** How many processes share the quota. */
export const FLEET: number = 4;

/** What the API allows here: less than Agoralia's hundred a minute in one piece, so that this ends within two minutes. */
export const WINDOWS: readonly { limit: number; per: number; scope: string }[] = [
  { limit: 25, per: 5000, scope: "account" },
  { limit: 20_000, per: 86_400_000, scope: "account" },
];
