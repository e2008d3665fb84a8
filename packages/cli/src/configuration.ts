import { join } from "node:path";
import { CommandFailure } from "./failure.ts";
import { printableLine } from "./printable.ts";
import { isObject, readJsonObject } from "./read-json.ts";
import { readHome, type WorkspaceHome } from "./workspace-home.ts";

/** What package.json says under `trunkline`. */
export interface Configuration {
  /** npm scope of the packages, such as `@acme`. */
  readonly scope?: string;
  /** Whether the house rules hold. */
  readonly strict?: boolean;
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
}

/**
 * What a folder's package.json says under `trunkline`; `undefined` where it is no workspace.
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
    vendors: "object",
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
  const vendors = isObject(trunkline) && isObject(trunkline.vendors) ? trunkline.vendors : {};
  for (const [name, vendor] of Object.entries(vendors)) {
    await check(vendor, `trunkline.vendors.${name}`, path, { strict: "boolean", env: "object" });
    const env = isObject(vendor) && isObject(vendor.env) ? vendor.env : {};
    for (const [option, variable] of Object.entries(env)) {
      if (typeof variable === "string" && /^[A-Z_][A-Z0-9_]{0,199}$/.test(variable)) continue;
      throw refusal(
        `${path}: trunkline.vendors.${name}.env.${option} must be the name of an environment variable: capitals, digits and underscores.`,
      );
    }
  }
  const home = readHome(trunkline as Readonly<Record<string, unknown>>, (what) => {
    throw refusal(`"trunkline" in ${path} ${what}. See the README of @trunkline/cli.`);
  });
  return { ...(trunkline as Configuration), home };
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
