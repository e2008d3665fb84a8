import { testEmitted } from "./support/emitted-faults.ts";

// The one that uses most of the runtime; all of them in full/.
testEmitted("agentref", 160);
