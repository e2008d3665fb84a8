import { readFileSync } from "node:fs";
import { arch, cpus, loadavg, release, totalmem, type } from "node:os";
import { installed, repository } from "./folders.ts";

/** What a run ran on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
}

export function describeMachine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${type()} ${release().split("-")[0]} ${arch()}`,
    node: process.version,
  };
}

/** How many programs wanted a core in the last minute, before the bench began. */
export function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}

/** Versions of what is installed here, and of ours. */
export function versions(): Readonly<Record<string, string>> {
  const manifest = readManifest(`${repository}bench/package.json`);
  const peers = Object.keys(manifest.devDependencies ?? {})
    .filter((name) => !name.startsWith("@types/"))
    .map((name) => {
      const { name: real = name, version } = readManifest(installed(`${name}/package.json`));
      return [real === name ? name : `${real} (${name})`, version ?? "?"];
    });
  const ours = ["runtime", "cli", "agora", "agoralia", "agentref", "buena"].map((name) => [
    `@trunkline/${name}`,
    readManifest(`${repository}packages/${name}/package.json`).version ?? "?",
  ]);
  return Object.fromEntries([...ours, ...peers]);
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, "utf8")) as Manifest;
}
