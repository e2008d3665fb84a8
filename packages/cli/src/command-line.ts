import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { runners } from "./init/templates.ts";
import { packageManagerNameOf } from "./package-manager-files.ts";

/**
 * How a person runs one of our commands where they stand, as a line to copy.
 *
 * The bare name `trunkline` belongs to nobody on the registry: `npx trunkline` would install it from there wherever ours is not
 * installed.
 *
 * @param args what follows the command's name, such as `generate acme`
 * @param folder where the person stands @default the working directory
 */
export function commandLine(args: string, folder: string = process.cwd()): string {
  for (let above = folder; ; above = dirname(above)) {
    if (existsSync(join(above, "node_modules/.bin/trunkline")) || existsSync(join(above, ".pnp.cjs")))
      return `${runners[packageManagerNameOf(above)]} trunkline ${args}`;
    if (dirname(above) === above) return `npx -p @trunkline/cli trunkline ${args}`;
  }
}
