import { generatePackage } from "../../../generator/src/generate.ts";

const [spec = "", target = "", packageName = ""] = process.argv.slice(2);
const start = performance.now();
const result = await generatePackage({ spec, target, packageName, workspace: false });
const milliseconds = Math.round(performance.now() - start);
const again = await generatePackage({ spec, target, packageName, workspace: false, check: true });
console.log(
  JSON.stringify({
    files: result.files,
    operations: result.operations,
    diagnostics: result.diagnostics.map(({ severity, code, message }) => ({ severity, code, message })),
    milliseconds,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    changedAgain: again.changed,
  }),
);
