import { CONTESTANTS, type Contestant } from "./contestants.ts";

/** What a contestant looks like in a user's file: to import it whole, and to make one call. */
export interface Programs extends Contestant {
  /** Imports the whole client, and makes one where that is a step of its own. */
  readonly whole: string;
  /** The smallest program that makes one typed list call. */
  readonly call: string;
  /** What a cold import imports. */
  readonly module: string;
}

const ours = (vendor: string, name: string, call: string): Programs => ({
  id: vendor,
  name: `@trunkline/${vendor}`,
  ours: true,
  whole: `import { ${name} } from "@trunkline/${vendor}"; globalThis.client = new ${name}();`,
  call: `import { ${name} } from "@trunkline/${vendor}"; console.log(await new ${name}().${call});`,
  module: `@trunkline/${vendor}`,
});

const peer = (id: string, module: string, whole: string, call: string): Programs => ({
  id,
  name: CONTESTANTS.find((one) => one.id === id)?.name ?? id,
  whole,
  call,
  module,
});

const KEY = `{ authorization: "Bearer " + process.env.KEY }`;

/** All of them: ours, then peers. */
export const PROGRAMS: readonly Programs[] = [
  ours("agora", "Agora", `webhooks.listEventTypes(42)`),
  ours("agoralia", "Agoralia", `agents.list({ limit: 5 })`),
  ours("buena", "Buena", `leads.list({ page: 2, limit: 5 })`),
  ours("agentref", "AgentRef", `programs.list({ page: 2, pageSize: 5 })`),
  peer(
    "agentref",
    "agentref",
    `import { AgentRef } from "agentref"; globalThis.client = new AgentRef();`,
    `import { AgentRef } from "agentref"; console.log(await new AgentRef().programs.list({ page: 2, pageSize: 5 }));`,
  ),
  peer(
    "openapi-fetch",
    "openapi-fetch",
    `import createClient from "openapi-fetch"; globalThis.client = createClient();`,
    `import createClient from "openapi-fetch";
const client = createClient({ baseUrl: "https://www.agentref.co/api/v1", headers: ${KEY} });
console.log(await client.GET("/programs", { params: { query: { page: 2, pageSize: 5 } } }));`,
  ),
  peer(
    "hey-api",
    "./clients/hey-api.mjs",
    `import { client, sdk } from "./hey-api.ts"; globalThis.client = [client, sdk];`,
    `import { client, sdk } from "./hey-api.ts";
client.setConfig({ auth: process.env.KEY });
console.log(await sdk.programsList({ query: { page: 2, pageSize: 5 } }));`,
  ),
  peer(
    "redocly",
    "./clients/redocly.mjs",
    `import { client } from "./redocly.ts"; globalThis.client = client;`,
    `import { client } from "./redocly.ts";
client.auth.bearer(process.env.KEY);
console.log(await client.programs_list({ query: { page: 2, pageSize: 5 } }));`,
  ),
  peer(
    "openai",
    "openai",
    `import OpenAI from "openai"; globalThis.client = new OpenAI();`,
    `import OpenAI from "openai"; console.log(await new OpenAI().files.list({ limit: 5, order: "asc" }));`,
  ),
  peer(
    "ky",
    "ky",
    `import ky from "ky"; globalThis.client = ky;`,
    `import ky from "ky";
console.log(await ky("https://www.agentref.co/api/v1/programs", { headers: ${KEY}, searchParams: { page: 2, pageSize: 5 } }).json());`,
  ),
  peer(
    "ofetch",
    "ofetch",
    `import { ofetch } from "ofetch"; globalThis.client = ofetch;`,
    `import { ofetch } from "ofetch";
console.log(await ofetch("https://www.agentref.co/api/v1/programs", { headers: ${KEY}, query: { page: 2, pageSize: 5 } }));`,
  ),
  peer(
    "axios",
    "axios",
    `import axios from "axios"; globalThis.client = axios;`,
    `import axios from "axios";
console.log((await axios.get("https://www.agentref.co/api/v1/programs", { headers: ${KEY}, params: { page: 2, pageSize: 5 } })).data);`,
  ),
];
