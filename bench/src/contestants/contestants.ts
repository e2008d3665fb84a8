/** Somebody who makes the same call. */
export interface Contestant {
  readonly id: string;
  readonly name: string;
  readonly ours?: boolean;
}

/** In the order of the tables: ours, what is nearest to it, what is below it. */
export const CONTESTANTS: readonly Contestant[] = [
  { id: "trunkline", name: "@trunkline/agentref", ours: true },
  { id: "agentref", name: "agentref (official)" },
  { id: "openapi-fetch", name: "openapi-fetch" },
  { id: "hey-api", name: "hey-api output" },
  { id: "redocly", name: "Redocly output" },
  { id: "openai", name: "openai" },
  { id: "ky", name: "ky" },
  { id: "ofetch", name: "ofetch" },
  { id: "axios", name: "axios" },
];
