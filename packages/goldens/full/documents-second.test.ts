import { proveLane } from "./prove.ts";

proveLane("second");
