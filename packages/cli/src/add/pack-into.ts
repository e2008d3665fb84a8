import { readdir } from "node:fs/promises";
import type { Vendor } from "../workspace.ts";
import { execute, type Outcome, type PackageManager } from "./package-manager.ts";

/** Packs a vendor's package into a folder that holds no other tarball of it. */
export async function packInto(
  folder: string,
  { target }: Vendor,
  { name, command }: PackageManager,
): Promise<Outcome & { readonly tarball: string | undefined }> {
  const before = await readdir(folder);
  // Yarn and Bun have other flags; npm is there wherever Node.js is, and packs the same.
  const packer = name === "pnpm" ? command : ["npm"];
  const outcome = await execute([...packer, "pack", "--pack-destination", folder], target);
  const tarball = (await readdir(folder)).find((one) => !before.includes(one));
  return { ...outcome, tarball };
}
