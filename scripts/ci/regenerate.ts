import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { must, root, run } from "../run.ts";

// Makes the packages of changed documents. Without arguments it shows what differs and fails; with `--patch` it writes that
// to generated.patch, which is empty when nothing does.
await must("turbo", "run", "build", "--filter=@trunkline/cli...", "--output-logs=errors-only");
await must("trunkline", "generate");
const paths = ["packages", "specs"];
await must("git", "-C", root, "add", "--all", "--intent-to-add", "--", ...paths);
// A document's text stands in the difference: GitHub takes no commands of it until the token comes again.
const token = randomUUID();
console.log(`::stop-commands::${token}`);
const code = await run("git", "-C", root, "diff", "--exit-code", "--stat", "--patch", "--", ...paths);
console.log(`::${token}::`);
if (process.argv.includes("--patch")) {
  const output = `--output=${join(root, "generated.patch")}`;
  await must("git", "-C", root, "diff", "--binary", "--no-renames", output, "--", ...paths);
} else if (code === 0) {
  console.log("The packages are what their documents give.");
} else {
  console.error(
    "The packages are not what their documents give: see above. Run pnpm generate and commit the result.",
  );
  process.exitCode = 1;
}
