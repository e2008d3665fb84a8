import { chmod, mkdir, readFile, realpath, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = fileURLToPath(new URL("../../../", import.meta.url));

/** What emitted packages and their workspace depend on -> where this repository has it. */
const installed: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["runtime", "cli", "conformance", "mock", "generator"].map((name) => [`@trunkline/${name}`, name]),
  ),
  "@changesets/cli": "../node_modules/@changesets/cli",
  ...Object.fromEntries(
    ["@arethetypeswrong/cli", "@types/node", "publint", "tsdown", "typescript", "vite", "vitest"].map(
      (name) => [name, `agora/node_modules/${name}`],
    ),
  ),
};

/**
 * Stands in for an installation: the same packages, linked, with their commands.
 *
 * @param unlooked commands that find nothing wrong, because they do not look
 */
export async function linkPackages(root: string, unlooked: readonly string[] = []): Promise<void> {
  const modules = join(root, "node_modules");
  await mkdir(join(modules, ".bin"), { recursive: true });
  for (const [name, path] of Object.entries(installed)) {
    const folder = await realpath(join(packages, path));
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(folder, join(modules, name));
    const { bin } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as {
      bin?: string | Record<string, string>;
    };
    const commands = typeof bin === "string" ? { [name.split("/").at(-1) ?? ""]: bin } : (bin ?? {});
    for (const [command, file] of Object.entries(commands)) {
      const path = join(modules, ".bin", command);
      const run = unlooked.includes(command)
        ? "true"
        : `exec "${process.execPath}" "${join(folder, file)}" "$@"`;
      await writeFile(path, `#!/bin/sh\n${run}\n`);
      await chmod(path, 0o755);
    }
  }
}
