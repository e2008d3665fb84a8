import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { must, root } from "../run.ts";
import { stop } from "../stop.ts";
import { releaseFaults } from "./origin.ts";

// Publishes by hand what `release:dry --keep` has left: for a name that is new to the registry, which cannot trust a
// workflow yet. All later versions are published by the workflow, which does the same with npm alone. `--dry` sends nothing.
const isDry = process.argv.includes("--dry");
const faults = await releaseFaults();
if (faults !== "") stop(faults);
const folder = join(root, "tarballs");
const versions = await readFile(join(folder, "versions.txt"), "utf8").catch(() =>
  stop("There is nothing to publish: run `pnpm release:dry --keep` first."),
);
for (const line of versions.split("\n").filter((text) => text !== "")) {
  const [version = "", file = ""] = line.split(" ");
  const options = ["--access", "public", "--ignore-scripts", ...(isDry ? ["--dry-run"] : [])];
  await must("npm", "publish", join(folder, file), ...options);
  console.log(`${isDry ? "would publish" : "published"} ${version}`);
}
if (versions === "") console.log("The registry has every version.");
