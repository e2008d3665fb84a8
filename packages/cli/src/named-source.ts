import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { exists, findWorkspaceIfAny, unknownVendor, type Workspace } from "./workspace.ts";

/**
 * What a command is to take for a source that a person named: a vendor of the workspace, by its name or its package's, stands
 * for its package, or for its document while it has none; anything else is a package's name or a path.
 *
 * @throws CommandFailure for a name that nothing has, in a workspace: it tells the nearest
 */
export async function namedSource(source: string): Promise<string> {
  if (!/^(?:@[\w.-]+\/)?[\w-]+$/.test(source)) return source;
  const workspace = await findWorkspaceIfAny(process.cwd());
  if (workspace === undefined) return source;
  const vendor = workspace.vendors.find(({ name, packageName }) => name === source || packageName === source);
  if (vendor === undefined) {
    if (existsSync(join(process.cwd(), source)) || isInstalled(source)) return source;
    throw await unknownVendor(workspace, source, namesOf(workspace, source.startsWith("@")));
  }
  return (await exists(join(vendor.target, "package.json"))) ? vendor.target : vendor.spec;
}

function namesOf({ vendors }: Workspace, isScoped: boolean): readonly string[] {
  return vendors.map(({ name, packageName }) => (isScoped ? packageName : name));
}

/** Whether a package of this name can be loaded from where the person stands, or from where this command is. */
function isInstalled(name: string): boolean {
  return [join(process.cwd(), "-"), import.meta.url].some((place) => {
    try {
      createRequire(place).resolve(`${name}/package.json`);
      return true;
    } catch {
      return false;
    }
  });
}
