import { join } from "node:path";
import { exists, findWorkspaceIfAny } from "./workspace.ts";

/**
 * What a command is to take for a source that a person named: a vendor of the workspace stands for its package, or for its
 * document while it has none; anything else is a package's name or a path.
 */
export async function namedSource(source: string): Promise<string> {
  if (!/^[\w-]+$/.test(source)) return source;
  const workspace = await findWorkspaceIfAny(process.cwd());
  const vendor = workspace?.vendors.find(({ name }) => name === source);
  if (vendor === undefined) return source;
  return (await exists(join(vendor.target, "package.json"))) ? vendor.target : vendor.spec;
}
