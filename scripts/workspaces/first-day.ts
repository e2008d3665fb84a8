import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Consumer, createConsumer } from "../release/consumer.ts";
import { publicPackages } from "../release/packages.ts";
import type { Kind } from "./kinds.ts";
import { documentOf, operations, type Publisher } from "./publisher.ts";

/** A team in its folder. */
export interface Team extends Consumer {
  readonly kind: Kind;
  trunkline(...args: readonly string[]): Promise<string>;
  read(path: string): Promise<string>;
}

/** Package managers that may not be installed here -> the package that has them. */
const managers = { yarn: "@yarnpkg/cli-dist@4.18.1", bun: "bun@1.3.5" };

/** Makes a workspace of a folder, and a proven package of a document. Looks at what each step leaves. */
export async function firstDay(kind: Kind, registry: string, source: Publisher): Promise<Team> {
  const consumer = await createConsumer(kind.name, registry, "bin");
  for (const [name, from] of Object.entries(managers)) {
    await consumer.write(
      `../${baseOf(consumer)}-bin/${name}`,
      // Bun keeps packages by name and version, and another build may have the same.
      `#!/bin/sh\nexport BUN_INSTALL_CACHE_DIR='${consumer.folder}-bin/bun-cache'\nexec npx -y -p ${from} ${name} "$@"\n`,
    );
    await chmod(join(consumer.folder, `../${baseOf(consumer)}-bin`, name), 0o755);
  }
  const team: Team = {
    ...consumer,
    kind,
    trunkline: (...args) => consumer.run(kind.exec[0] ?? "", ...kind.exec.slice(1), "trunkline", ...args),
    read: (path) => readFile(join(consumer.folder, path), "utf8"),
    [Symbol.asyncDispose]: () => consumer[Symbol.asyncDispose](),
  };
  for (const [path, text] of Object.entries(kind.files)) await team.write(path, text);
  if (kind.name === "yarn")
    await team.write(
      ".yarnrc.yml",
      `${kind.files[".yarnrc.yml"]}npmScopes: { trunkline: { npmRegistryServer: "${registry}" } }\nunsafeHttpWhitelist: ["127.0.0.1"]\n`,
    );
  await team.run("git", "init", "-q", "-b", "main");
  const version = (await publicPackages()).find(({ name }) => name === "@trunkline/cli")?.version;
  // npx keeps what it installed by name and version, and another build may have the same.
  await team.run(
    "npx",
    "--cache",
    `${team.folder}-bin/npm`,
    "-y",
    "-p",
    `@trunkline/cli@${version}`,
    "trunkline",
    "init",
    "--scope",
    "@shop",
    "--release",
    ...kind.init,
  );
  for (const [path, text] of Object.entries(kind.files)) {
    // What is there is added to, never replaced.
    if (/\.(?:md|lock|yml)$|LICENSE/.test(path) && path !== ".yarnrc.yml")
      expectSame(await team.read(path), text, path);
  }
  await team.run(kind.install[0] ?? "", ...kind.install.slice(1));
  source.publish(documentOf(operations));
  const added = await team.trunkline("add", "shop", source.url);
  for (const step of [
    "document",
    "generate",
    "install",
    "build",
    "typecheck",
    "contract",
    "faults",
    "lint:package",
    "pack",
  ]) {
    if (!added.includes(`✓ ${step}`)) throw new Error(`add did not print ✓ ${step}:\n${added}`);
  }
  expectSame(await team.read(`${kind.specs}/shop/openapi.yaml`), documentOf(operations), "the document");
  const emitted = JSON.parse(await team.read(`${kind.packages}/shop/package.json`)) as { name: string };
  expectSame(emitted.name, "@shop/shop", "the package's name");
  const again = await team.trunkline("generate", "--check");
  if (!again.includes("1 unchanged")) throw new Error(`generate --check printed:\n${again}`);
  return team;
}

/** A team's folder is made with a random name. */
function baseOf({ folder }: Consumer): string {
  return folder.split("/").at(-1) ?? "";
}

export function expectSame(found: string, wanted: string, what: string): void {
  if (found !== wanted) throw new Error(`${what} is not as it should be:\n${found}\n— wanted —\n${wanted}`);
}
