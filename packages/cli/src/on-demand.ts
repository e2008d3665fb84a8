import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CommandFailure } from "./failure.ts";
import { ownVersion } from "./own-version.ts";
import { packageManagerNameOf } from "./package-manager-files.ts";

/** Packages that single commands need, and that are installed by who wants those. */
interface OnDemand {
  readonly "@trunkline/conformance": typeof import("@trunkline/conformance");
  readonly "@trunkline/docs": typeof import("@trunkline/docs");
  readonly "@trunkline/docs/site": typeof import("@trunkline/docs/site");
  readonly "@trunkline/mock": typeof import("@trunkline/mock");
}

/**
 * Loads a package that is not installed with this command: the one of a folder, else one beside this command.
 *
 * @throws CommandFailure with the line that installs it
 */
export async function load<Name extends keyof OnDemand>(name: Name, folder: string): Promise<OnDemand[Name]> {
  const file = resolved(name, join(folder, "package.json")) ?? resolved(name, import.meta.url);
  if (file !== undefined) return (await import(pathToFileURL(file).href)) as OnDemand[Name];
  const packageName = name.split("/", 2).join("/");
  const wanted = `${packageName}@^${ownVersion()}`;
  const manager = packageManagerNameOf(folder);
  const install = manager === "npm" ? "npm install --save-dev" : `${manager} add --dev`;
  throw new CommandFailure(
    `This needs ${packageName}, which is not installed here. Install it: ${install} ${wanted}. Without a project: npx -p @trunkline/cli -p ${wanted} trunkline …`,
  );
}

function resolved(name: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}
