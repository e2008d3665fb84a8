// Twenty typed calls, five of each client. What the compiler instantiates for them is a budget.
import { AgentRef } from "@trunkline/agentref";
import { Agora } from "@trunkline/agora";
import { Agoralia } from "@trunkline/agoralia";
import { Buena } from "@trunkline/buena";

const agentref: AgentRef = new AgentRef();
const agora: Agora = new Agora();
const agoralia: Agoralia = new Agoralia();
const buena: Buena = new Buena();

const agents = await agoralia.agents.list({ limit: 5, cursor: 2 });
const answers: readonly unknown[] = [
  await agentref.programs.list({ page: 2, pageSize: 5 }),
  await agentref.programs.get("prg_1"),
  await agentref.affiliates.list({ page: 2, search: "Ada" }),
  await agentref.conversions.stats(),
  await agentref.webhooks.list(),
  await agora.webhooks.listEndpoints(42),
  await agora.webhooks.getEndpointHealth({ campaign_id: 42, endpoint_id: 3 }),
  await agora.webhooks.listEventTypes(42),
  await agora.leads.upload({
    campaign_id: 42,
    compliance_acknowledged: true,
    leads: [{ phone: "+15551234567" }],
  }),
  await agora.authentication.loginWithApiKey({ api_key: "key" }),
  agents.items[0]?.name,
  await agoralia.calls.list({ campaign_id: 7 }),
  await agoralia.campaigns.list(),
  await agoralia.campaigns.results(7),
  await agoralia.me.get(),
  await buena.leads.list({ limit: 5, status: "active" }),
  await buena.leads.get("lead_1"),
  await buena.apiKeys.list(),
  await buena.users.listIntegrations(),
  await buena.voiceClones.list({ limit: 5 }),
];

export { answers };
