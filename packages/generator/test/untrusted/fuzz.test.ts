import { fuzzTests } from "./fuzz-subjects.ts";

// The full suite begins with the same documents, and makes many more.
fuzzTests({ random: 30, flawed: 20, overlays: 40, limit: 120_000 });
