import { fileURLToPath } from "node:url";

/** The repository's root, with a slash at its end. */
export const repository: string = fileURLToPath(new URL("../..", import.meta.url));

/** This folder, with a slash at its end. */
export const here: string = fileURLToPath(new URL("..", import.meta.url));

/** What a run makes and nobody keeps: installed tarballs, generated clients, programs. Modules in it find the peers. */
export const work: string = `${here}.work/`;

/** Path of something that is installed here. */
export function installed(path: string): string {
  return `${here}node_modules/${path}`;
}
