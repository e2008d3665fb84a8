import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import type { Document } from "./documents.ts";
import { installed, repository, work } from "./folders.ts";
import type { Failure } from "./result.ts";
import { type Ran, reasonOf, run } from "./run.ts";

/** A document, as far as a generator has to know it. */
type Input = Pick<Document, "path"> & { readonly name: string };

/** Something that makes a client of a document. */
export interface Generator {
  readonly name: string;
  readonly ours?: boolean;
  /** What one would type, for the report. */
  readonly command: string;
  /** Arguments for Node. */
  readonly args: (document: Input, folder: string) => readonly string[];
  /** Puts what it needs into its folder. */
  readonly prepare?: (document: Input, folder: string) => Promise<void>;
  /** Where the output lands in its folder. */
  readonly output: string;
}

const file = (path: string, value: unknown): Promise<void> =>
  writeFile(path, typeof value === "string" ? value : JSON.stringify(value));

type GeneratorId = "trunkline" | "openapiTypescript" | "heyApi" | "orval" | "kubb" | "redocly";

/** All of them, by name. Configurations are those of each project's own guide, for a client on `fetch`. */
export const GENERATORS: Readonly<Record<GeneratorId, Generator>> = {
  trunkline: {
    name: "Trunkline",
    ours: true,
    command: "trunkline generate",
    output: "packages",
    prepare: async (document, folder) => {
      await mkdir(`${folder}/specs/${document.name}`, { recursive: true });
      await file(`${folder}/package.json`, { name: "bench", private: true, trunkline: { scope: "@bench" } });
      await copyFile(document.path, `${folder}/specs/${document.name}/openapi.yaml`);
    },
    args: ({ name }) => [
      `${repository}packages/cli/bin/trunkline.cjs`,
      "generate",
      // By itself a document may take less time than GitHub's does, for it may be a stranger's.
      ...(name === "github" ? ["--time-limit", "120"] : []),
    ],
  },
  openapiTypescript: {
    name: "openapi-typescript (types alone)",
    command: "openapi-typescript openapi.yaml -o schema.ts",
    output: "schema.ts",
    args: ({ path }, folder) => [
      installed("openapi-typescript/bin/cli.js"),
      path,
      "-o",
      `${folder}/schema.ts`,
    ],
  },
  heyApi: {
    name: "hey-api",
    command: "openapi-ts -p @hey-api/typescript @hey-api/sdk @hey-api/client-fetch",
    output: "client",
    args: ({ path }, folder) => [
      installed("@hey-api/openapi-ts/bin/run.js"),
      ...["-i", path, "-o", `${folder}/client`, "--no-log-file"],
      ...["-p", "@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"],
    ],
  },
  orval: {
    name: "orval",
    command: "orval --client fetch --mode tags-split",
    output: "client",
    args: ({ path }, folder) => [
      installed("orval/dist/bin/orval.mjs"),
      ...[
        "--input",
        path,
        "--output",
        `${folder}/client/index.ts`,
        "--client",
        "fetch",
        "--mode",
        "tags-split",
      ],
    ],
  },
  kubb: {
    name: "kubb",
    command: "kubb generate, with pluginOas, pluginTs, pluginClient({ client: 'fetch' })",
    output: "client",
    prepare: async ({ path }, folder) => {
      const config = `import { defineConfig } from "@kubb/core";
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";
export default defineConfig({
  root: ${JSON.stringify(folder)},
  input: { path: ${JSON.stringify(path)} },
  output: { path: "./client", clean: true },
  plugins: [pluginOas({ validate: false }), pluginTs(), pluginClient({ client: "fetch" })],
});
`;
      await file(`${folder}/kubb.config.mjs`, config);
    },
    args: (_, folder) => [
      installed("@kubb/cli/bin/kubb.cjs"),
      "generate",
      "--config",
      `${folder}/kubb.config.mjs`,
    ],
  },
  redocly: {
    name: "Redocly generate-client",
    command: "redocly generate-client openapi.yaml -o client.ts",
    output: "client.ts",
    args: ({ path }, folder) => [
      installed("@redocly/cli/bin/cli.js"),
      ...["generate-client", path, "-o", `${folder}/client.ts`],
    ],
  },
};

export interface Generated {
  readonly folder: string;
  readonly ran: Ran;
  readonly failed?: Failure;
}

/** Makes a client in an empty folder. */
export async function generate(generator: Generator, document: Document, limit = 180): Promise<Generated> {
  const folder = folderOf(generator, document);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await generator.prepare?.(document, folder);
  return again(generator, document, limit);
}

/** Runs a generator once more where it ran before. */
export async function again(generator: Generator, document: Document, limit = 180): Promise<Generated> {
  const folder = folderOf(generator, document);
  const args = generator.args(document, folder);
  const ran = await run("node", args, { cwd: folder, limit, memory: true });
  const failed = ran.code === 0 ? undefined : { ran: generator.command, reason: reasonOf(ran) };
  return { folder, ran, ...(failed && { failed }) };
}

/** Folder in which a generator works on a document. */
export function folderOf(generator: Generator, document: Document): string {
  return `${work}generated/${document.name}/${generator.name.split(" ")[0]}`;
}
