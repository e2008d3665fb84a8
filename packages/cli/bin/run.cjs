"use strict";
// Apart, for Node.js before 10 cannot read an `import()`.
import("../dist/index.js").then(async ({ main }) => {
  process.exitCode = await main(process.argv.slice(2));
});
