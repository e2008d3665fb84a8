import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsdown";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = join(root, "api.md");

const report = `# Public API of @trunkline/runtime

What programs and emitted code can see. Its diff is part of a review; \`pnpm run api\` writes it.

## @trunkline/runtime/client

\`\`\`ts
${await declarations("client")}
\`\`\`

## @trunkline/runtime/raw

\`\`\`ts
${await exportsOf("raw")}
\`\`\`

## @trunkline/runtime/webhooks

\`\`\`ts
${await declarations("webhooks")}
\`\`\`

## @trunkline/runtime/bulk

\`\`\`ts
${await declarations("bulk")}
\`\`\`

## @trunkline/runtime/replays

\`\`\`ts
${await declarations("replays")}
\`\`\`

## @trunkline/runtime

The same things under the same names:

\`\`\`ts
${await exportsOf("index")}
\`\`\`
`;

if (process.argv.includes("--check")) {
  if ((await readFile(target, "utf8").catch(() => "")) !== report) {
    console.error(
      "The public API is not what packages/runtime/api.md says. Run pnpm run api there and review its diff.",
    );
    process.exitCode = 1;
  }
} else {
  await writeFile(target, report);
}

/** All declarations that an entry needs, in one file without the comments, which do not change what compiles. */
async function declarations(entry: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-api-"));
  try {
    await build({
      config: false,
      cwd: root,
      entry: [`src/${entry}.ts`],
      outDir: folder,
      format: "esm",
      dts: { emitDtsOnly: true },
      platform: "neutral",
      // Told under its own heading.
      ...(entry === "bulk" ? { deps: { neverBundle: [/client\.ts$/] } } : {}),
      logLevel: "error",
    });
    const text = await readFile(join(folder, `${entry}.d.mts`), "utf8").catch(() =>
      readFile(join(folder, `${entry}.d.ts`), "utf8"),
    );
    return text
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .split("\n")
      .filter((line) => line.trim() !== "" && !line.startsWith("//"))
      .join("\n");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function exportsOf(entry: string): Promise<string> {
  const text = await declarations(entry);
  return text
    .split("\n")
    .filter((line) => line.startsWith("export "))
    .join("\n");
}
