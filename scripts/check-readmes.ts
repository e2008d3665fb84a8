import { glob, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root, run } from "./run.ts";

// The tour depends on every client, so that snippets resolve what they import from below it.
const folder = join(root, "examples/tour/.snippets");
await rm(folder, { recursive: true, force: true });
await mkdir(folder);

let count = 0;
for await (const path of glob(["README.md", "packages/*/README.md"], { cwd: root })) {
  const text = await readFile(join(root, path), "utf8");
  for (const { 1: snippet = "", index } of text.matchAll(/^```ts\n(.*?)^```$/gms)) {
    const line = text.slice(0, index).split("\n").length + 1;
    const name = `${path.replace(/[^a-z]+/gi, "-")}-line-${line}.ts`;
    await writeFile(join(folder, name), `${await prelude(path, snippet)}${snippet}\nexport {};\n`);
    count += 1;
  }
}
await writeFile(
  join(folder, "tsconfig.json"),
  JSON.stringify({
    extends: "../../../tsconfig.base.json",
    compilerOptions: { isolatedDeclarations: false, paths: await clients() },
    include: ["*.ts"],
  }),
);
const code = await run("tsc", "-p", join(folder, "tsconfig.json"));
if (code === 0) {
  await rm(folder, { recursive: true });
  console.log(`${count} snippets compile.`);
}
process.exitCode = code;

/** A client that was just added is not a dependency of the tour. */
async function clients(): Promise<Record<string, string[]>> {
  const paths: Record<string, string[]> = {};
  for await (const path of glob("packages/*/package.json", { cwd: root })) {
    const { name, trunkline } = JSON.parse(await readFile(join(root, path), "utf8")) as {
      name: string;
      trunkline?: { client: string };
    };
    if (trunkline === undefined) continue;
    const dist = join(root, path, "../dist");
    paths[name] = [join(dist, "index.d.mts")];
    for (const entry of ["raw", "webhooks"]) paths[`${name}/${entry}`] = [join(dist, `${entry}.d.mts`)];
  }
  return paths;
}

/** What a reader has at that point of a page: a client, and the error of a `catch`. */
async function prelude(path: string, snippet: string): Promise<string> {
  const lines: string[] = [];
  const folder = /^packages\/[^/]+/.exec(path)?.[0];
  if (folder && /\bclient\b/.test(snippet)) {
    const { name, trunkline } = JSON.parse(await readFile(join(root, folder, "package.json"), "utf8")) as {
      name: string;
      trunkline?: { client: string };
    };
    if (trunkline && !/\b(const|let) client\b/.test(snippet)) {
      lines.push(`declare const client: import("${name}").${trunkline.client};`);
    }
    if (trunkline && !snippet.includes(`from "${name}"`)) {
      lines.push(`import { ${trunkline.client} } from "${name}";`);
    }
  }
  if (/\bmock\b/.test(snippet) && !/\bmock =/.test(snippet))
    lines.push('declare const mock: import("@trunkline/mock").Mock;');
  if (/\bexpect\(/.test(snippet))
    lines.push(
      "declare function expect(value: unknown): { toEqual(want: unknown): void; toContainEqual(want: unknown): void };",
    );
  if (/\berror\b/.test(snippet) && !/catch \(error\)/.test(snippet))
    lines.push("declare const error: unknown;");
  return lines.map((line) => `${line}\n`).join("");
}
