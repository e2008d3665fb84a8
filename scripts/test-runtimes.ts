import { must } from "./run.ts";

// The runtimes are some hundred megabytes: they have a lock of their own, and `pnpm install` in the root leaves them alone.
await must("pnpm", "--dir", "runtimes", "install", "--frozen-lockfile", "--reporter=append-only");
await must("turbo", "run", "build", "--output-logs=errors-only");
await must("tsc", "-p", "runtimes/tsconfig.json");
await must("node", "runtimes/src/main.ts", ...process.argv.slice(2));
