import { must } from "../run.ts";

// Versions and change logs from the changesets; then what carries the versions: user agents, lockfile, and the record
// that later changes of documents are compared with.
await must("changeset", "version");
await must("turbo", "run", "build", "--filter=@trunkline/cli...", "--output-logs=errors-only");
await must("trunkline", "generate");
await must("trunkline", "release");
await must("npx", "-y", "pnpm@12.21.0", "install", "--lockfile-only");
