import { join } from "node:path";
import { readJsonObject } from "../read-json.ts";
import type { Vendor } from "../workspace.ts";

type Manifest = Readonly<Record<string, unknown>>;

/** What the generator decides alone, so that a difference is of no interest to a person. */
const own: ReadonlySet<string> = new Set([
  "dependencies",
  "devDependencies",
  "description",
  "exports",
  "files",
]);

/** The package.json that a package has; empty where it has none, or none that can be read. */
export async function manifestOf({ target }: Vendor): Promise<Manifest> {
  const path = join(target, "package.json");
  return (await readJsonObject(path, path).catch(() => undefined)) ?? {};
}

/** What a person had written into a package.json, and what stands there now: nothing is taken back without a word. */
export function manifestChanges(before: Manifest, after: Manifest, vendor: Vendor): string[] {
  return Object.keys(before).flatMap((key) => {
    const [was, is] = [JSON.stringify(before[key]), JSON.stringify(after[key])];
    if (was === is || own.has(key)) return [];
    const became = is === undefined ? "was taken out" : `became ${is}`;
    return `  ${vendor.packageFolder}/package.json: ${JSON.stringify(key)} ${became}, it was ${was}. What belongs there is said under "trunkline" of the workspace's package.json.`;
  });
}
