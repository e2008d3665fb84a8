import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Redocly follows every `$ref` and `externalValue` to wherever it leads, and documents may be a stranger's. */
const offline = `import net from "node:net";
net.Socket.prototype.connect = function () {
  process.nextTick(() => this.destroy(new Error("the network is not asked")));
  return this;
};`;

/** Seconds after which it is stopped: a document may keep it busy for ever. */
export const REDOCLY_SECONDS = 120;

/** The command line of Redocly, run by this Node, without a network, in 2 GB: a command and its arguments. */
export function redocly(...args: readonly string[]): readonly string[] {
  const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
  const preload = `--import=data:text/javascript,${encodeURIComponent(offline)}`;
  return [
    process.execPath,
    "--max-old-space-size=2000",
    preload,
    join(dirname(manifest), "bin/cli.js"),
    ...args,
  ];
}
