import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { must, root } from "../run.ts";
import { pack } from "./pack.ts";
import { type PublicPackage, publicPackages } from "./packages.ts";

const exec = promisify(execFile);
const isDry = process.argv.includes("--dry");

// Publishes every version that the registry does not have. What is published is what `release:dry` packs. The registry
// knows the workflow as a trusted publisher, so that there is no token; provenance names commit and workflow.
await must("turbo", "run", "build", "--output-logs=errors-only");
const packages: PublicPackage[] = [];
for (const one of await publicPackages()) {
  // 0.0.0 is a package whose changeset still waits.
  if (one.version !== "0.0.0" && !(await isPublished(one))) packages.push(one);
}
const folder = await mkdtemp(join(tmpdir(), "trunkline-publish-"));
try {
  for (const { path, manifest } of await pack(packages, folder)) {
    const tag = `${manifest.name}@${manifest.version}`;
    await must("npm", "publish", path, "--access", "public", ...(isDry ? ["--dry-run"] : ["--provenance"]));
    if (!isDry) await must("git", "-C", root, "tag", tag);
    if (!isDry) await must("git", "-C", root, "push", "origin", tag);
    console.log(`${isDry ? "would publish" : "published"} ${tag}`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
if (packages.length === 0) console.log("The registry has every version.");

async function isPublished({ name, version }: PublicPackage): Promise<boolean> {
  try {
    const { stdout } = await exec("npm", ["view", `${name}@${version}`, "version"], { cwd: root });
    return stdout.trim() === version;
  } catch (error) {
    // A name that is new is answered with 404; anything else must not look like a version that is missing.
    if (/E404|404 Not Found/.test(String((error as { stderr?: string }).stderr))) return false;
    throw error;
  }
}
