import { access, lstat, readdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { PackageMetadata } from "@trunkline/generator";
import { commandLine } from "./command-line.ts";
import { type Configuration, readConfiguration, type VendorConfiguration } from "./configuration.ts";
import { CommandFailure } from "./failure.ts";
import { printableLine } from "./printable.ts";
import { readJsonObject } from "./read-json.ts";
import type { WorkspaceHome } from "./workspace-home.ts";

/** One vendor of a workspace: its document and the package that is made of it. */
export interface Vendor {
  /** The folder's name below `specs`. */
  readonly name: string;
  /** Absolute path of the document. */
  readonly spec: string;
  /** Absolute path of the package's folder. */
  readonly target: string;
  /** Folder of the document, as messages and files of the workspace name it: `specs/acme`. */
  readonly specFolder: string;
  /** The same of the package: `packages/acme`. */
  readonly packageFolder: string;
  readonly packageName: string;
  /** Whether the document must meet the house rules: an example for every body, a first, middle, last and empty page. */
  readonly strict: boolean;
  /** Option of a secret -> the environment variable that a person chose for it in package.json. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** What its package.json says besides what the document gives. */
  readonly metadata?: PackageMetadata | undefined;
}

/** A folder with a package.json that has a `trunkline` key, and what the key says. */
export interface Workspace {
  readonly root: string;
  /** npm scope of the packages, such as `@trunkline`. */
  readonly scope: string;
  /** Folder of all documents, below the root: `specs`. */
  readonly specs: string;
  /** Folder of all packages, below the root: `packages`. */
  readonly packages: string;
  /** What every package.json says, unless a vendor's says otherwise. */
  readonly metadata?: PackageMetadata | undefined;
  /** Whether the house rules hold for every vendor that is not excepted. */
  readonly strict: boolean;
  /** The runtime is a package of this workspace; elsewhere it is installed from the registry. */
  readonly isHome: boolean;
  /** Where it is developed; undefined where that is not set. */
  readonly home?: WorkspaceHome | undefined;
  /** Sorted by name. */
  readonly vendors: readonly Vendor[];
}

interface FindOptions {
  /** package.json may speak of this vendor, although it has no document. */
  readonly leaving?: string;
}

/**
 * Finds the workspace around a folder.
 *
 * @throws CommandFailure when no package.json with a `trunkline` key stands in the folder or above it.
 */
export async function findWorkspace(folder: string, options: FindOptions = {}): Promise<Workspace> {
  const found = await findWorkspaceIfAny(folder, options);
  if (found !== undefined) return found;
  throw new CommandFailure(
    `No Trunkline workspace in ${folder} or above it: none of these folders has a package.json with a "trunkline" key.`,
  );
}

/** The same; `undefined` where there is none. */
export async function findWorkspaceIfAny(
  folder: string,
  options: FindOptions = {},
): Promise<Workspace | undefined> {
  for (let root = folder; ; root = dirname(root)) {
    const configuration = await readConfiguration(root);
    if (configuration) return openWorkspace(root, configuration, options);
    if (dirname(root) === root) return undefined;
  }
}

/**
 * The vendors with the given names, or all when none is given.
 *
 * @throws CommandFailure for a name that no folder below `specs` has.
 */
export async function selectVendors(
  workspace: Workspace,
  names: readonly string[],
): Promise<readonly Vendor[]> {
  const known = workspace.vendors.map((vendor) => vendor.name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw await unknownVendor(workspace, unknown, known);
  return names.length === 0
    ? workspace.vendors
    : workspace.vendors.filter(({ name }) => names.includes(name));
}

/** That a person named a vendor that is not there, with the nearest of the names that they could have given. */
export async function unknownVendor(
  { specs }: Workspace,
  name: string,
  known: readonly string[],
): Promise<CommandFailure> {
  const { suggest } = await import("@trunkline/generator");
  const hint = suggest(
    name,
    known,
    known.length === 0 ? "there is no vendor yet" : `${commandLine("list")} names them`,
  );
  const what = name.startsWith("@") ? `No package ${name}` : `No ${specs}/${name}/openapi.yaml`;
  return new CommandFailure(printableLine(`${what}; ${hint}`));
}

async function openWorkspace(
  root: string,
  configuration: Configuration,
  { leaving }: FindOptions,
): Promise<Workspace> {
  const { scope = "", strict = false, vendors: exceptions = {}, metadata } = configuration;
  const { specs = "specs", packages = "packages" } = configuration;
  const places = { root, scope, specs, packages, metadata };
  const vendors: Vendor[] = [];
  for (const folder of [specs, packages]) await refuseLink(root, folder);
  const folders = (await foldersIn(join(root, specs))).sort();
  await refuseUnknown(
    root,
    specs,
    Object.keys(exceptions).filter((name) => name !== leaving),
    folders,
  );
  for (const name of folders) {
    if (!(await exists(join(root, specs, name, "openapi.yaml")))) continue;
    if (!/^[\w.-]+$/.test(name)) {
      throw new CommandFailure(
        `The folder ${JSON.stringify(name)} below ${specs} cannot name a vendor. Use letters, digits and hyphens.`,
      );
    }
    const own: VendorConfiguration = (Object.hasOwn(exceptions, name) && exceptions[name]) || {};
    const vendor = vendorOf({ ...places, strict: own.strict ?? strict }, name);
    refuseWithin(vendor, root);
    vendors.push({ ...vendor, env: own.env, metadata: own.metadata ?? metadata });
  }
  return {
    ...places,
    strict,
    isHome: await isHome(root),
    home: configuration.home,
    vendors,
  };
}

/**
 * What is made must not stand in the folder that it is made of, nor the other way round: one would be taken for the other.
 *
 * @throws CommandFailure for such folders
 */
export function refuseWithin({ name, spec, target, specFolder, packageFolder }: Vendor, root: string): void {
  const isWithin = (inner: string, outer: string): boolean => `${inner}/`.startsWith(`${outer}/`);
  if (!isWithin(packageFolder, specFolder) && !isWithin(specFolder, packageFolder)) return;
  throw new CommandFailure(
    `The document of ${name} (${relative(root, spec)}) and its package (${relative(root, target)}) would stand in one folder. Name another one as "specs" or "packages" under "trunkline" in package.json.`,
  );
}

/** What is said of a vendor that is not there would mean nothing, in silence. */
async function refuseUnknown(
  root: string,
  specs: string,
  names: readonly string[],
  folders: readonly string[],
): Promise<void> {
  const unknown = names.find((name) => !folders.includes(name));
  if (unknown === undefined) return;
  const { suggest } = await import("@trunkline/generator");
  const hint = suggest(unknown, folders, "take it out of package.json");
  const place = `${join(root, "package.json")}: trunkline.vendors.${unknown}`;
  throw new CommandFailure(
    printableLine(`${place} names a vendor that is not here: there is no ${specs}/${unknown}; ${hint}`),
  );
}

/** Where a vendor has its document and package, and how the package is called. */
export function vendorOf({ root, scope, strict, specs, packages, metadata }: Places, name: string): Vendor {
  return {
    name,
    spec: join(root, specs, name, "openapi.yaml"),
    target: join(root, packages, name),
    specFolder: `${specs}/${name}`,
    packageFolder: `${packages}/${name}`,
    packageName: scope === "" ? name : `${scope}/${name}`,
    strict,
    metadata,
  };
}

type Places = Pick<Workspace, "root" | "scope" | "strict" | "specs" | "packages" | "metadata">;

/** A workspace of somebody else may well have a package in a folder of that name. */
async function isHome(root: string): Promise<boolean> {
  const path = join(root, "packages/runtime/package.json");
  return (await readJsonObject(path, path).catch(() => undefined))?.name === "@trunkline/runtime";
}

/** What a link leads to is not known to be of this workspace, and commands write and remove there. */
async function refuseLink(root: string, folder: string): Promise<void> {
  const parts = folder.split("/");
  for (const length of parts.keys()) {
    const part = parts.slice(0, length + 1).join("/");
    const stats = await lstat(join(root, part)).catch(() => undefined);
    if (stats?.isSymbolicLink() !== true) continue;
    throw new CommandFailure(
      `${join(root, part)} is a link, and commands write to folders of the workspace only. Put the folder itself there, or name another one under "trunkline" in package.json.`,
    );
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Whether something is at a path. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
