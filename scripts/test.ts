import { runSuites } from "./suites.ts";

const tasks = [
  "lint",
  "lint:specs",
  "lint:fences",
  "lint:unused",
  "lint:versions",
  "generate:check",
  "diff:check",
  "typecheck",
  "test",
  "lint:package",
];

// Three at a time on two cores: suites wait for timers and servers, but starve each other into time limits when there are more.
await runSuites([...tasks, "--concurrency=3", "--continue=dependencies-successful"]);
