import { testEmitted } from "../test/support/emitted-faults.ts";

testEmitted("agora", 145);
testEmitted("agoralia", 151);
testEmitted("buena", 143);
testEmitted("agentref", 160);
