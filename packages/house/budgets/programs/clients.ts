// The clients of calls.ts without their calls: what is instantiated beyond this is the calls.
import { AgentRef } from "@trunkline/agentref";
import { Agora } from "@trunkline/agora";
import { Agoralia } from "@trunkline/agoralia";
import { Buena } from "@trunkline/buena";

const agentref: AgentRef = new AgentRef();
const agora: Agora = new Agora();
const agoralia: Agoralia = new Agoralia();
const buena: Buena = new Buena();

export { agentref, agora, agoralia, buena };
