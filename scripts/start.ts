import { must } from "./run.ts";

await must("turbo", "run", "build", "--filter=@trunkline/cli...", "--output-logs=errors-only");
await must("trunkline", "generate");
await must("turbo", "run", "build", "--output-logs=errors-only");
await must("node", "examples/tour/src/main.ts");
