import { cp, mkdir, rm } from "node:fs/promises";
import { here, work } from "./folders.ts";

/** Puts the programs where they find both the installed tarballs and the peers. */
export async function copyPrograms(): Promise<void> {
  await rm(`${work}programs`, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  await cp(`${here}programs`, `${work}programs`, { recursive: true });
}
