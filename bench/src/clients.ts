import { mkdir, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { documentOf } from "./documents.ts";
import { work } from "./folders.ts";
import { GENERATORS, generate } from "./generators.ts";
import type { Failure } from "./result.ts";

/** Why a generated client cannot take part, by contestant. */
export type ClientFailures = Readonly<Record<string, Failure>>;

/**
 * Makes the clients of peers that generate them, of AgentRef's document, as `clients/*.mjs`: their own TypeScript, put
 * into a file each by esbuild.
 */
export async function makeClients(): Promise<ClientFailures> {
  const failures: Record<string, Failure> = {};
  const document = documentOf("agentref");
  await mkdir(`${work}clients`, { recursive: true });
  const wanted = [
    { id: "hey-api", generator: GENERATORS.heyApi, source: heySource },
    { id: "redocly", generator: GENERATORS.redocly, source: redoclySource },
  ];
  for (const { id, generator, source } of wanted) {
    const { folder, failed } = await generate(generator, document);
    if (failed) {
      failures[id] = failed;
      continue;
    }
    const entry = `${work}clients/${id}.ts`;
    await writeFile(entry, source(folder));
    try {
      await build({
        entryPoints: [entry],
        outfile: `${work}clients/${id}.mjs`,
        bundle: true,
        format: "esm",
        target: "es2022",
        platform: "neutral",
        logLevel: "silent",
      });
    } catch (error) {
      failures[id] = { ran: "esbuild --bundle", reason: String(error).split("\n")[0] ?? "" };
    }
  }
  return failures;
}

function heySource(folder: string): string {
  return `export { client } from "${folder}/client/client.gen.ts";\nexport * as sdk from "${folder}/client/sdk.gen.ts";\n`;
}

function redoclySource(folder: string): string {
  return `export { client } from "${folder}/client.ts";\n`;
}
