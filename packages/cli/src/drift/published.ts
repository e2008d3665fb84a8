import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CommandFailure } from "../failure.ts";
import type { Vendor } from "../workspace.ts";
import type { OperationDigests } from "./operations.ts";

/** `specs/<vendor>/published.json`: the description that a vendor publishes, as it was when ours was checked against it. */
export interface Published {
  readonly url: string;
  readonly operations: OperationDigests;
}

/** `undefined`: the vendor publishes none, or none is known. */
export async function readPublished(vendor: Vendor): Promise<Published | undefined> {
  let text: string;
  try {
    text = await readFile(publishedPath(vendor), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const published = JSON.parse(text) as Partial<Published>;
  if (typeof published.url === "string" && typeof published.operations === "object")
    return published as Published;
  throw new CommandFailure(`specs/${vendor.name}/published.json has no "url" or no "operations".`);
}

export async function writePublished(vendor: Vendor, published: Published): Promise<void> {
  await writeFile(publishedPath(vendor), `${JSON.stringify(published, undefined, 2)}\n`);
}

function publishedPath(vendor: Vendor): string {
  return join(dirname(vendor.spec), "published.json");
}

/** What differs between two states of a vendor's description. */
export interface Drift {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

export function driftBetween(before: OperationDigests, after: OperationDigests): Drift {
  const routes = Object.keys(after);
  return {
    added: routes.filter((route) => before[route] === undefined),
    changed: routes.filter((route) => before[route] !== undefined && before[route] !== after[route]),
    removed: Object.keys(before).filter((route) => after[route] === undefined),
  };
}
