"use strict";
// What a command loads is compiled once, not each time that it starts. Bun and Deno have their own ways.
require("node:module").enableCompileCache?.();
// Apart, for Node.js before 10 cannot read an `import()`.
import("../dist/index.js").then(async ({ main }) => {
  process.exitCode = await main(process.argv.slice(2));
});
