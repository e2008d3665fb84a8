import { mkdir, rm } from "node:fs/promises";
import { GENERATORS, type Generator } from "../generators.ts";
import { reasonOf, run } from "../run.ts";
import { compiles } from "./compiles.ts";
import { tools } from "./tools.ts";

/** What a peer made of a document. */
export interface Taken {
  readonly isTaken: boolean;
  readonly seconds: number;
  readonly megabytes: number;
  readonly types: string;
  readonly reason: string;
}

export const PEERS: { readonly heyApi: Generator; readonly redocly: Generator } = {
  heyApi: GENERATORS.heyApi,
  redocly: GENERATORS.redocly,
};

/** Makes a client of a document, and compiles it. */
export async function take(peer: Generator, name: string, path: string): Promise<Taken> {
  const folder = `${tools}${peer.name.split(" ")[0]}/${name}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const args = peer.args({ name, path }, folder);
  const ran = await run("node", args, { cwd: folder, limit: 180, memory: true });
  const isTaken = ran.code === 0;
  return {
    isTaken,
    seconds: ran.seconds,
    megabytes: ran.megabytes,
    types: isTaken ? await compiles(`${folder}/${peer.output}`, { exact: false }) : "",
    reason: isTaken ? "" : reasonOf(ran),
  };
}
