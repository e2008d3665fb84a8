import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const home = fileURLToPath(new URL("../../", import.meta.url));

/** A folder outside the repository in which one document becomes a package. */
export interface Workspace {
  readonly spec: string;
  readonly target: string;
}

/** Modules that an emitted package and its configuration import. */
const MODULES = ["@trunkline/runtime", "@types/node", "openapi-fetch", "tsdown"];

/** @param files - the document alone, or its folder with all that it refers to */
export function prepareWorkspace(name: string, document: string, files: "file" | "folder"): Workspace {
  const root = join(tmpdir(), "trunkline-goldens", name);
  rmSync(root, { recursive: true, force: true });
  const source = join(root, "source");
  const target = join(root, "package");
  mkdirSync(source, { recursive: true });
  const spec = join(source, basename(document));
  if (files === "folder") cpSync(dirname(document), source, { recursive: true });
  else cpSync(document, spec);
  for (const module of MODULES) {
    const link = join(target, "node_modules", module);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(home, "node_modules", module), link);
  }
  return { spec, target };
}

/** Script of a tool that is installed for this package. */
export function toolPath(path: string): string {
  return join(home, "node_modules", path);
}
