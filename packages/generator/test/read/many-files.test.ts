import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);

it("reads a document of more files than may be open at once", async () => {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-many-"));
  try {
    const names = Array.from({ length: 300 }, (_, index) => `Thing${index}`);
    await Promise.all(names.map((name) => writeFile(join(folder, `${name}.yaml`), "type: object\n")));
    const schemas = names.map((name) => `    ${name}: { $ref: ./${name}.yaml }`).join("\n");
    const head = 'openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\npaths: {}\n';
    await writeFile(join(folder, "openapi.yaml"), `${head}components:\n  schemas:\n${schemas}\n`);
    const reader = new URL("../../src/read/read-document.ts", import.meta.url).href;
    const script = `import { readDocument } from ${JSON.stringify(reader)};
      const { document } = await readDocument("openapi.yaml");
      console.log(Object.keys(document.components.schemas).length);`;
    const command = 'ulimit -n 150 && exec "$0" --input-type=module -e "$1"';
    const { stdout } = await run("sh", ["-c", command, process.execPath, script], { cwd: folder });
    expect(stdout.trim()).toBe("300");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
