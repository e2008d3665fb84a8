import { generatePackage } from "../../../generator/src/generate.ts";

const [spec = "", target = "", packageName = ""] = process.argv.slice(2);
const start = performance.now();
// Real documents are larger than what a stranger's may cost.
const bounds = { timeLimit: 600, memoryLimit: 4000 };
const result = await generatePackage({ spec, target, packageName, workspace: false, ...bounds });
const milliseconds = Math.round(performance.now() - start);
const again = await generatePackage({ spec, target, packageName, workspace: false, check: true, ...bounds });
console.log(
  JSON.stringify({
    files: result.files,
    operations: result.operations,
    leftOut: result.leftOut,
    diagnostics: result.diagnostics.map(({ severity, code, message }) => ({ severity, code, message })),
    milliseconds,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    changedAgain: again.changed,
  }),
);
