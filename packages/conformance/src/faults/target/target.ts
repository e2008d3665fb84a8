import { objectOf } from "@trunkline/mock/document";
import { type ClientPackage, readPackage } from "../../contract/package.ts";
import type { ClientModule } from "../../contract/types.ts";
import { type ClientCredentials, readCredentials } from "./credentials.ts";
import { type Policy, readPolicy } from "./policy.ts";
import { type Probe, readProbe } from "./probe.ts";

/** A client package, with its operations ready to be called. */
export interface Target {
  readonly name: string;
  /** Name of the client class. */
  readonly client: string;
  readonly pack: ClientPackage;
  readonly policy: Policy;
  /** Client options with a canary for every secret, no token exchange involved. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly auth: ClientCredentials;
  /** Every operation that can be called with the document's examples. */
  readonly probes: readonly Probe[];
  load(): Promise<ClientModule>;
}

/**
 * Reads a client package: package.json, the document, names.lock. Nothing is imported yet.
 *
 * @throws Error when the folder is no client package
 */
export function readTarget(folder: string | URL): Target {
  const pack = readPackage(folder);
  const auth = readCredentials(pack);
  return {
    name: pack.name,
    client: pack.client,
    pack,
    policy: readPolicy(objectOf(pack.document.root["x-trunkline"])),
    credentials: auth.options,
    auth,
    probes: pack.targets.flatMap((one) => readProbe(pack, auth, one) ?? []),
    load: () => pack.load(),
  };
}
