import { cp } from "node:fs/promises";
import { join } from "node:path";
import type { Consumer } from "./consumer.ts";
import { here } from "./folders.ts";
import { PROGRAMS, runIn } from "./processes.ts";
import { isSkipped, type Row } from "./row.ts";
import type { Servers } from "./servers.ts";

/** What cannot work there, by step: the words that tell it, and what a user has to know. */
const LIMITS: Readonly<Record<string, readonly [words: RegExp, limit: string]>> = {
  upload: [/Creating blobs from/, "its Blob takes no bytes: upload what fetch(uri) and .blob() give"],
  stream: [/has no stream/, "its fetch reads answers whole"],
  webhook: [/blob|arrayBuffer|crypto|subtle/i, "it has no WebCrypto, and nobody sends it webhooks"],
  redirect: [
    /followed to another origin/,
    "its fetch follows redirects; the call fails, but the request was sent there",
  ],
};

/** Runs the scenario on React Native's `fetch`, in a Node without what React Native does not have. */
export async function runAsReactNative(consumer: Consumer, servers: Servers): Promise<Row> {
  const [node] = PROGRAMS.filter(({ name }) => name === "Node 24");
  const folder = "node_modules/whatwg-fetch";
  await cp(join(here, folder), join(consumer.folder, folder), { recursive: true, dereference: true });
  const program = { path: node?.path ?? "", name: "React Native*", args: ["--import", "./react-native.mjs"] };
  const row = await runIn(program, "ESM", consumer.esm, consumer, servers, { redirects: "followed" });
  if (isSkipped(row.outcome)) return row;
  const limits = new Map(
    row.outcome.flatMap(({ name, error }) => {
      const [words, limit] = LIMITS[name] ?? [];
      return error !== undefined && words?.test(error) ? [[name, limit]] : [];
    }),
  );
  // What follows from a limit is not a fault of its own.
  const steps = row.outcome.filter(
    ({ name, error }) => !limits.has(name) && !(name === "wire" && error?.includes("/elsewhere")),
  );
  const limited = [...limits].map(([name, limit]) => ({ name: String(name), limit: String(limit) }));
  return { ...row, outcome: [...steps, ...limited] };
}
