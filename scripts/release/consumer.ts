import { execFile } from "node:child_process";
import { access, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { root } from "../run.ts";

const exec = promisify(execFile);

/** A folder outside the workspace that installs what a user would. */
export interface Consumer extends AsyncDisposable {
  readonly folder: string;
  /** What its commands have in their environment. */
  readonly env: NodeJS.ProcessEnv;
  write(path: string, text: string): Promise<void>;
  /** Runs a command and gives what it printed; throws with all of it when it fails. */
  run(command: string, ...args: readonly string[]): Promise<string>;
}

/**
 * Makes a consumer whose `@trunkline` packages come from a registry of ours, and all others from where they always do.
 *
 * @param bin end of a folder's name beside its own, whose commands it has @default none
 */
export async function createConsumer(name: string, registry: string, bin?: string): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), `trunkline-${name}-`));
  const commands = bin === undefined ? undefined : `${folder}-${bin}`;
  const path = [...(commands === undefined ? [] : [commands]), pathOutside()].join(delimiter);
  const env = { ...ownEnvironment(), PATH: path, DO_NOT_TRACK: "1", NO_COLOR: "1", CI: "true" };
  const consumer: Consumer = {
    folder,
    env,
    async write(path, text) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    },
    async run(command, ...args) {
      try {
        const { stdout, stderr } = await exec(command, args, {
          cwd: folder,
          env,
          maxBuffer: 64 * 1024 * 1024,
        });
        return stdout + stderr;
      } catch (error) {
        const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
        throw new Error(
          `${command} ${args.join(" ")} failed in the consumer "${name}":\n${stdout}${stderr}`,
          {
            cause: error,
          },
        );
      }
    },
    async [Symbol.asyncDispose]() {
      for (const one of [folder, commands]) if (one) await rm(one, { recursive: true, force: true });
    },
  };
  await consumer.write(".npmrc", `@trunkline:registry=${registry}\n`);
  return consumer;
}

/** Every Node.js of this machine: the workspace's own, and the one that was there before. */
export async function nodes(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const candidates = [
    process.execPath,
    ...(process.env.PATH ?? "").split(delimiter).map((one) => join(one, "node")),
  ];
  for (const path of candidates) {
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (!isThere) continue;
    const { stdout } = await exec(path, ["--version"]);
    if (!found.has(stdout.trim())) found.set(stdout.trim(), path);
  }
  return found;
}

/** Bytes of all files below a folder. */
export async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** The search path with this Node.js first and without the workspace's commands: a consumer has none of them. */
function pathOutside(): string {
  const rest = (process.env.PATH ?? "").split(delimiter).filter((one) => !join(one, "/").startsWith(root));
  const node = process.execPath.startsWith(root) ? nodeFolder() : [];
  return [...node, ...rest].join(delimiter);
}

/** Where the workspace's Node.js stands without the other commands beside it. */
function nodeFolder(): string[] {
  return [dirname(process.execPath)];
}

/** A package manager that runs this tells of itself in variables, and a consumer has its own. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:npm|pnpm)_/i.test(name)));
}
