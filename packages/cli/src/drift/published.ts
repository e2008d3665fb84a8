import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isObject } from "@trunkline/document";
import { CommandFailure } from "../failure.ts";
import { printable } from "../printable.ts";
import { readJsonObject } from "../read-json.ts";
import type { Vendor } from "../workspace.ts";
import type { OperationDigests } from "./operations.ts";

/** `specs/<vendor>/published.json`: the description that a vendor publishes, as it was when ours was checked against it. */
export interface Published {
  readonly url: string;
  /** The address was given with a query, which is not recorded: it may hold a secret. */
  readonly hasQuery?: boolean;
  readonly operations: OperationDigests;
}

/** `undefined`: the vendor publishes none, or none is known. */
export async function readPublished(vendor: Vendor): Promise<Published | undefined> {
  const place = `${vendor.specFolder}/published.json`;
  const published = await readJsonObject(publishedPath(vendor), place);
  if (published === undefined) return undefined;
  const { url, hasQuery = false, operations } = published;
  if (typeof url === "string" && isObject(operations) && typeof hasQuery === "boolean") {
    return { url, ...(hasQuery ? { hasQuery } : {}), operations: operations as OperationDigests };
  }
  throw new CommandFailure(`${place} has no "url" or no "operations". Restore it.`);
}

export async function writePublished(vendor: Vendor, published: Published): Promise<void> {
  // Its keys are a stranger's text, which a reviewer has to see.
  await writeFile(publishedPath(vendor), `${printable(JSON.stringify(published, undefined, 2))}\n`);
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
  const isIn = (route: string, operations: OperationDigests): boolean => Object.hasOwn(operations, route);
  const routes = Object.keys(after);
  return {
    added: routes.filter((route) => !isIn(route, before)),
    changed: routes.filter((route) => isIn(route, before) && before[route] !== after[route]),
    removed: Object.keys(before).filter((route) => !isIn(route, after)),
  };
}
