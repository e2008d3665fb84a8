import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { digest } from "../release/record.ts";
import { exists, type Vendor } from "../workspace.ts";

/** Path of the changeset that tells a vendor's changes, from the workspace's root. Its name holds the text's digest. */
export function changesetPathFor({ name }: Vendor, text: string): string {
  return `.changeset/${name}-${digest(text).slice(0, 6)}.md`;
}

/**
 * Changesets of a vendor that were written by `diff --write` and that nobody has edited since: their text is what their name
 * says. What a person wrote is theirs.
 *
 * @returns paths from the workspace's root
 */
export async function unedited(root: string, vendor: Vendor): Promise<readonly string[]> {
  const folder = join(root, ".changeset");
  const names = (await exists(folder)) ? await readdir(folder) : [];
  const found: string[] = [];
  for (const name of names.sort()) {
    if (!name.startsWith(`${vendor.name}-`) || !/-[0-9a-f]{6}\.md$/.test(name)) continue;
    const path = `.changeset/${name}`;
    if (changesetPathFor(vendor, await readFile(join(root, path), "utf8")) === path) found.push(path);
  }
  return found;
}
