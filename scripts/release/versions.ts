import { glob, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { must, root } from "../run.ts";

const patch = join(root, "versions.patch");

// Changesets that wait become versions and change logs, and these a patch: the workflow makes a pull request of it in a
// job that may write and runs no code of the tree. Without changesets the patch is empty.
const waiting: string[] = [];
for await (const path of glob(".changeset/*.md", { cwd: root }))
  if (!path.endsWith("README.md")) waiting.push(path);
if (waiting.length === 0) {
  await writeFile(patch, "");
  console.log("No changeset waits.");
} else {
  await must("node", "scripts/release/version.ts");
  await must("git", "add", "--all");
  await must("git", "diff", "--cached", "--binary", "--no-renames", `--output=${patch}`);
  await must("git", "diff", "--cached", "--stat");
}
