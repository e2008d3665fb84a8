import { must } from "./run.ts";

await must("redocly", "lint");
await must("trunkline", "lint");
