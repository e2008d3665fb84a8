import { must, root, run } from "../run.ts";

// Makes the packages of changed documents. Without arguments it shows what differs and fails; with `--commit` it commits
// and pushes that to the branch that is checked out.
await must("turbo", "run", "build", "--filter=@trunkline/cli...", "--output-logs=errors-only");
await must("trunkline", "generate");
const paths = ["packages", "specs"];
await must("git", "-C", root, "add", "--all", "--intent-to-add", "--", ...paths);
const code = await run("git", "-C", root, "diff", "--exit-code", "--stat", "--patch", "--", ...paths);
if (code === 0) {
  console.log("The packages are what their documents give.");
} else if (process.argv.includes("--commit")) {
  const name = "github-actions[bot]";
  const identity = ["-c", `user.name=${name}`, "-c", `user.email=41898282+${name}@users.noreply.github.com`];
  await must("git", "-C", root, ...identity, "commit", "--message", "packages: generate", "--", ...paths);
  await must("git", "-C", root, "push");
} else {
  console.error(
    "The packages are not what their documents give: see above. Run pnpm generate and commit the result.",
  );
  process.exitCode = 1;
}
