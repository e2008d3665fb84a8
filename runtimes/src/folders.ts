import { fileURLToPath } from "node:url";

/** The repository's root, with a slash at its end. */
export const repository: string = fileURLToPath(new URL("../..", import.meta.url));

/** This folder, with a slash at its end. */
export const here: string = fileURLToPath(new URL("..", import.meta.url));
