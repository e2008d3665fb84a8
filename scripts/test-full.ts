import { runSuites } from "./suites.ts";

// What takes minutes: the generator on documents of strangers, and on hostile ones; a vendor's own client before a mock of
// our document; fleets, and uploads that are killed. One suite at a time: each uses all cores by itself.
await runSuites(["test:full"], "--concurrency=1", "--continue");
