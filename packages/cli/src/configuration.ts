import { join } from "node:path";
import { isObject } from "@trunkline/document";
import type { PackageMetadata } from "@trunkline/generator";
import { CommandFailure } from "./failure.ts";
import { metadataKeys, readMetadata } from "./package-metadata.ts";
import { printableLine } from "./printable.ts";
import { readJsonObject } from "./read-json.ts";
import { readHome, type WorkspaceHome } from "./workspace-home.ts";

/** What package.json says under `trunkline`. */
export interface Configuration {
  /** npm scope of the packages, such as `@acme`. */
  readonly scope?: string;
  /** Whether the house rules hold. */
  readonly strict?: boolean;
  /** Folder of the documents, below the workspace's. @default "specs" */
  readonly specs?: string;
  /** Folder of the packages, below the workspace's. @default "packages" */
  readonly packages?: string;
  /** What every package.json says of its package. */
  readonly metadata?: PackageMetadata;
  /** Where the workspace is developed. */
  readonly home?: WorkspaceHome | undefined;
  /** What holds for single vendors, by the names of their folders. */
  readonly vendors?: Readonly<Record<string, VendorConfiguration>>;
}

export interface VendorConfiguration {
  /** Whether the house rules hold for this vendor. */
  readonly strict?: boolean;
  /** Option of a secret -> the environment variable that it is read from, whatever its name. */
  readonly env?: Readonly<Record<string, string>>;
  /** What its package.json says besides, or in place of it. */
  readonly metadata?: PackageMetadata;
}

/**
 * What a folder's package.json says under `trunkline`; `undefined` where it is not a workspace.
 *
 * @throws CommandFailure when the file is not JSON, or says what nothing reads
 */
export async function readConfiguration(folder: string): Promise<Configuration | undefined> {
  const path = join(folder, "package.json");
  const { trunkline } = (await readJsonObject(path, path)) ?? {};
  if (trunkline === undefined) return undefined;
  // An emitted package has a `trunkline` key too, which names its client.
  if (isObject(trunkline) && trunkline.client !== undefined) return undefined;
  await check(trunkline, "trunkline", path, {
    scope: "string",
    strict: "boolean",
    specs: "string",
    packages: "string",
    vendors: "object",
    ...ofMetadata,
    // Of what kind these are, is asked with what they say.
    repository: "any",
    directory: "any",
    homepage: "any",
    bugs: "any",
  });
  const { scope = "" } = trunkline as Configuration;
  if (!/^(?:@[a-z0-9~-][a-z0-9._~-]*)?$/.test(scope)) {
    throw refusal(`${path}: trunkline.scope must be an npm scope, such as "@acme".`);
  }
  const fields = trunkline as Readonly<Record<string, unknown>>;
  for (const key of ["specs", "packages"]) checkFolder(fields[key], `${path}: trunkline.${key}`);
  const metadata = readMetadata(fields, (key, reason) => {
    throw refusal(`${path}: trunkline.${key} ${reason}.`);
  });
  const given = isObject(fields.vendors) ? fields.vendors : {};
  const vendors: Record<string, VendorConfiguration> = Object.create(null);
  for (const [name, vendor] of Object.entries(given)) {
    await check(vendor, `trunkline.vendors.${name}`, path, {
      strict: "boolean",
      env: "object",
      ...ofMetadata,
    });
    const env = isObject(vendor) && isObject(vendor.env) ? vendor.env : {};
    for (const [option, variable] of Object.entries(env)) {
      if (typeof variable === "string" && /^[A-Z_][A-Z0-9_]{0,199}$/.test(variable)) continue;
      throw refusal(
        `${path}: trunkline.vendors.${name}.env.${option} must be the name of an environment variable: capitals, digits and underscores.`,
      );
    }
    const own = vendor as Readonly<Record<string, unknown>>;
    const its = readMetadata(own, (key, reason) => {
      throw refusal(`${path}: trunkline.vendors.${name}.${key} ${reason}.`);
    });
    vendors[name] = { ...(own as VendorConfiguration), metadata: { ...metadata, ...its } };
  }
  const home = readHome(fields, (what) => {
    throw refusal(`"trunkline" in ${path} ${what}. See the README of @trunkline/cli.`);
  });
  return { ...(trunkline as Configuration), home, metadata, vendors };
}

/** Of what kind each part is, is asked when it is read. */
const ofMetadata = Object.fromEntries(metadataKeys.map((key) => [key, "any"] as const));

/** Whether a text names a folder below another, and nothing else. */
export function isFolderPath(text: string): boolean {
  return text.split("/").every((part) => /^[\w@.~-]+$/.test(part) && !/^\.{1,2}$/.test(part));
}

function checkFolder(value: unknown, place: string): void {
  if (value === undefined) return;
  if (isFolderPath(String(value))) return;
  throw refusal(`${place} must be a folder of the workspace, such as "clients".`);
}

/** Names of keys come from the file. */
const refusal = (message: string): CommandFailure => new CommandFailure(printableLine(message));

type Kind = "any" | "object" | "string" | "boolean";

const words: Readonly<Record<Kind, string>> = {
  any: "a value",
  object: "an object",
  string: "a text",
  boolean: "true or false",
};

/** Every key is known and of its kind: what is misspelt would else mean nothing, in silence. */
async function check(
  value: unknown,
  place: string,
  path: string,
  keys: Readonly<Record<string, Kind>>,
): Promise<void> {
  if (!isObject(value)) throw refusal(`${path}: ${place} must be an object.`);
  for (const [key, field] of Object.entries(value)) {
    const kind = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (kind === undefined) {
      const { suggest } = await import("@trunkline/generator");
      throw refusal(
        `${path}: ${JSON.stringify(key)} means nothing in ${place}; ${suggest(key, Object.keys(keys))}`,
      );
    }
    if (kind === "any") continue;
    if (kind === "object" ? !isObject(field) : typeof field !== kind) {
      throw refusal(`${path}: ${place}.${key} must be ${words[kind]}.`);
    }
  }
}
