import { proveLane } from "./prove.ts";

proveLane("first");
