import { AgentRef } from "@trunkline/agentref";
import { Agora } from "@trunkline/agora";

// Only ever on the server: the clients refuse to be made in a browser. They read AGORA_API_KEY and AGENTREF_API_KEY;
// a base URL is set in tests alone.

let clients: { readonly agora: Agora; readonly agentref: AgentRef } | undefined;

/** Made at the first request, so that a build needs no keys. */
export function apis(): { readonly agora: Agora; readonly agentref: AgentRef } {
  clients ??= {
    agora: new Agora({ baseURL: process.env.AGORA_URL }),
    agentref: new AgentRef({ baseURL: process.env.AGENTREF_URL }),
  };
  return clients;
}
