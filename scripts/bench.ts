import { must } from "./run.ts";

// The peers and the largest document are half a gigabyte: they have a lock of their own, and `pnpm install` in the root
// leaves them alone.
await must("pnpm", "--dir", "bench", "install", "--frozen-lockfile", "--reporter=append-only");
await must("turbo", "run", "build", "--output-logs=errors-only");
await must("tsc", "-p", "bench/tsconfig.json");
await must("node", "bench/src/main.ts", ...process.argv.slice(2));
