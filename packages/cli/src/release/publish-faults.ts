import { basename } from "node:path";
import { isObject } from "@trunkline/document";
import { readJsonObject } from "../read-json.ts";
import { exists, type Vendor } from "../workspace.ts";
import { readRecord } from "./record.ts";

/** What keeps a version from being published, as sentences. */
export async function publishFaults(vendor: Vendor): Promise<readonly string[]> {
  const { target, packageFolder, name } = vendor;
  const place = `${packageFolder}/package.json`;
  const manifest = (await readJsonObject(`${target}/package.json`, place)) ?? {};
  const { version, repository, private: isPrivate, publishConfig } = manifest;
  const faults: string[] = [];
  const url = isObject(repository) ? repository.url : undefined;
  if (typeof url !== "string") {
    faults.push(
      `${place} has no repository, and npm accepts a package with provenance only if it says where it comes from: set "repository" under "trunkline" in package.json, and generate.`,
    );
  }
  if (isPrivate === true) faults.push(`${place} is private, which npm refuses.`);
  if (isObject(publishConfig) && publishConfig.provenance === true && publishConfig.access === "restricted") {
    faults.push(`${place} asks for provenance, which npm gives to public packages only.`);
  }
  const { releases } = await readRecord(vendor);
  if (!Object.hasOwn(releases, String(version))) {
    faults.push(
      `${vendor.specFolder}/released does not have ${basename(target)} ${String(version)}: run \`trunkline release ${name}\`, and commit what it writes.`,
    );
  }
  if (!(await exists(`${target}/README.md`))) faults.push(`${packageFolder} has no README.md: generate.`);
  return faults;
}
