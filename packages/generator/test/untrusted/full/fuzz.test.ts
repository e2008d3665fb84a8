import { fuzzTests } from "../fuzz-subjects.ts";

fuzzTests({ random: 150, flawed: 100, overlays: 100, limit: 300_000 });
