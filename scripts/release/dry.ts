import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { must, root } from "../run.ts";
import { stop } from "../stop.ts";
import { createConsumer, nodes, sizeOf } from "./consumer.ts";
import { releaseFaults } from "./origin.ts";
import { pack } from "./pack.ts";
import { isPublished, type PublicPackage, publicPackages } from "./packages.ts";
import { startRegistry, type Tarball } from "./registry.ts";

/** Bytes that a package may take when it is installed. */
const LARGEST = 1_000_000;

// A release without the publishing: what would be published is packed, installed by users that do not exist, and run. With
// `--keep`, what the registry does not have stays in `tarballs`, which is what is published.
const isRehearsal = process.argv.includes("--without-repository");
if (isRehearsal && process.argv.includes("--keep"))
  stop(
    "What --keep leaves is published, and what is rehearsed --without-repository may not be. Leave one of them out.",
  );
const faults = isRehearsal ? "" : await releaseFaults();
if (faults !== "") stop(`${faults}\nTo rehearse all the same: pnpm release:dry --without-repository`);
await must("turbo", "run", "build", "--output-logs=errors-only");
const packages = await publicPackages();
const folder = await mkdtemp(join(tmpdir(), "trunkline-release-"));
try {
  await mkdir(join(folder, "tarballs"));
  const tarballs = await pack(packages, join(folder, "tarballs"));
  console.log(`packed ${tarballs.length} packages`);
  await using registry = await startRegistry(tarballs);
  await useClients(registry.url);
  await useCommand(registry.url);
  if (process.argv.includes("--keep")) await keep(tarballs);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Leaves what the registry does not have, with a line for each. */
async function keep(tarballs: readonly Tarball[]): Promise<void> {
  const kept = join(root, "tarballs");
  await rm(kept, { recursive: true, force: true });
  await mkdir(kept);
  const lines: string[] = [];
  for (const { path, manifest } of tarballs) {
    // 0.0.0 is a package whose changeset still waits.
    if (manifest.version === "0.0.0" || (await isPublished(manifest))) continue;
    await copyFile(path, join(kept, basename(path)));
    lines.push(`${manifest.name}@${manifest.version} ${basename(path)}\n`);
  }
  await writeFile(join(kept, "versions.txt"), lines.join(""));
  console.log(`  ${lines.length} packages wait in tarballs/`);
}

/** An application with every client: as ESM and as CommonJS, on every Node.js that is here, and type-checked. */
async function useClients(registry: string): Promise<void> {
  const vendors = packages.filter((one) => one.client !== undefined);
  await using app = await createConsumer("app", registry);
  await app.write("package.json", '{ "private": true, "type": "module" }\n');
  await app.run("npm", "install", "--no-audit", "--no-fund", ...vendors.map(({ name }) => name));
  for (const { name } of [...vendors, { name: "@trunkline/runtime" }]) {
    const size = await sizeOf(join(app.folder, "node_modules", name));
    if (size > LARGEST)
      throw new Error(`${name} takes ${size} bytes when installed; ${LARGEST} are allowed.`);
    console.log(`  ${name} takes ${Math.round(size / 1000)} kB`);
  }
  await app.write("app.mjs", `${vendors.map(importOf).join("\n")}\n${program(vendors)}`);
  await app.write(
    "app.cjs",
    `${vendors.map(requireOf).join("\n")}\n(async () => {${program(vendors)}})();\n`,
  );
  for (const [version, node] of await nodes()) {
    for (const file of ["app.mjs", "app.cjs"]) {
      const output = await app.run(node, file);
      if (!output.includes(`${vendors.length} clients answered`))
        throw new Error(`${file} printed: ${output}`);
      console.log(`  ${file} runs on Node.js ${version}`);
    }
  }
  const types = vendors.map(
    ({ client }) =>
      `export const ${client?.toLowerCase()}: ${client} = new ${client}({ baseURL: "https://a.test" });`,
  );
  await app.write("esm.ts", `${vendors.map(importOf).join("\n")}\n${types.join("\n")}\n`);
  await app.write("cjs.cts", `${vendors.map(importOf).join("\n")}\n${types.join("\n")}\n`);
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--types", ""];
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  await app.run(process.execPath, tsc, ...options, "--lib", "es2022,dom", "esm.ts", "cjs.cts");
  console.log("  types hold for ESM and CommonJS, declarations of the packages checked too");
}

/** A team that makes clients of its own: an empty folder, the command, a document that is none of ours. */
async function useCommand(registry: string): Promise<void> {
  await using team = await createConsumer("team", registry);
  const cli = packages.find(({ name }) => name === "@trunkline/cli");
  await team.run(
    "npx",
    "-y",
    "-p",
    `@trunkline/cli@${cli?.version}`,
    "trunkline",
    "init",
    "--scope",
    "@team",
  );
  await team.run("npm", "install", "--no-audit", "--no-fund");
  const document = createRequire(join(root, "packages/cli/package.json")).resolve(
    "@readme/oas-examples/3.0/json/petstore-expanded.json",
  );
  console.log((await team.run("npx", "trunkline", "add", "petstore", document)).replace(/^/gm, "  "));
  const output = await team.run("npm", "test");
  if (!/Tests .*passed/.test(output)) throw new Error(`npm test printed: ${output}`);
  console.log("  npm test passes in the new workspace");
}

function importOf({ name, client }: PublicPackage): string {
  return `import { ${client} } from "${name}";`;
}

function requireOf({ name, client }: PublicPackage): string {
  return `const { ${client} } = require("${name}");`;
}

/** Calls every client against a server that answers everything, and looks at what arrived. */
function program(vendors: readonly PublicPackage[]): string {
  return `
const { createServer } = await import("node:http");
const agents = [];
const server = createServer((request, response) => {
  agents.push(request.headers["user-agent"] ?? "");
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ ok: true, access_token: "t", expires_in: 3600, token_type: "Bearer" }));
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const baseURL = "http://127.0.0.1:" + server.address().port;
let answered = 0;
for (const Client of [${vendors.map(({ client }) => client).join(", ")}]) {
  for (const name of ["AGORA", "AGORALIA", "AGENTREF", "BUENA", Client.name.toUpperCase()])
    process.env[name + "_API_KEY"] = "key_of_at_least_16_characters";
  const client = new Client({ baseURL });
  const { ok } = await client.get("/anything");
  if (ok) answered += 1;
}
server.closeAllConnections();
server.close();
if (!agents.every((agent) => agent.includes("trunkline-"))) throw new Error("user agents: " + agents.join(", "));
console.log(answered + " clients answered");
`;
}
