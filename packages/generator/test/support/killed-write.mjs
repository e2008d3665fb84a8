// Writes a package, and kills its own process at one of the calls to the file system: a write is cut in its middle.
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const [target, lockFolder, wanted, point] = process.argv.slice(2);
const { files, lock } = JSON.parse(wanted);
let calls = 0;
for (const name of ["copyFile", "mkdir", "mkdtemp", "rename", "rm", "rmdir", "writeFile"]) {
  const real = fs[name];
  fs[name] = async (...args) => {
    if (++calls === Number(point)) {
      if (name === "writeFile") await real(args[0], args[1].slice(0, args[1].length / 2));
      process.kill(process.pid, "SIGKILL");
      await new Promise(() => {});
    }
    return real(...args);
  };
}
syncBuiltinESMExports();

const { applyChanges, compareFiles } = await import("../../src/write/write-files.ts");
const all = new Map(files);
const locks = new Map(lock);
await applyChanges(
  { target, files: all, changes: await compareFiles(target, all) },
  { target: lockFolder, files: locks, changes: await compareFiles(lockFolder, locks, []) },
);
console.log(calls);
