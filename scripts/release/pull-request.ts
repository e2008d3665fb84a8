import { execFile } from "node:child_process";
import { glob } from "node:fs/promises";
import { promisify } from "node:util";
import { must, root } from "../run.ts";

const exec = promisify(execFile);
const branch = "release";
const title = "Release";

// Changesets that wait become a pull request with the versions and change logs that they give. Merged, it is what
// publish.ts publishes. With `--dry`, the branch is made and nothing leaves this machine.
const waiting: string[] = [];
for await (const path of glob(".changeset/*.md", { cwd: root }))
  if (!path.endsWith("README.md")) waiting.push(path);
if (waiting.length === 0) {
  console.log("No changeset waits.");
} else {
  const name = "github-actions[bot]";
  const identity = ["-c", `user.name=${name}`, "-c", `user.email=41898282+${name}@users.noreply.github.com`];
  await must("git", "switch", "--force-create", branch);
  await must("node", "scripts/release/version.ts");
  await must("git", "add", "--all");
  await must("git", ...identity, "commit", "--message", "release: versions and change logs");
  if (!process.argv.includes("--dry")) {
    await must("git", "push", "--force", "origin", branch);
    const { stdout } = await exec("gh", ["pr", "list", "--head", branch, "--json", "number"], { cwd: root });
    const body = "Versions and change logs from the changesets. Merging it publishes the packages.";
    if ((JSON.parse(stdout) as unknown[]).length === 0) {
      await must("gh", "pr", "create", "--head", branch, "--title", title, "--body", body);
    }
  }
}
