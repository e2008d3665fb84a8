import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { objectOf, textOf } from "@trunkline/document";
import { type ClientPackage, readPackage } from "../../contract/package.ts";
import type { ClientModule } from "../../contract/types.ts";
import { adaptedPackage } from "../adapter/adapted-package.ts";
import { type ClientCredentials, readCredentials } from "./credentials.ts";
import { type Policy, readPolicy } from "./policy.ts";
import { type Probe, readProbe } from "./probe.ts";
import { type Receiver, readReceiver } from "./receiver.ts";

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
  /** What receives its webhooks, or why nothing does. */
  readonly receiver: Receiver | string;
  /** Loads the CommonJS build, where there is one. */
  readonly required: (() => ClientModule) | undefined;
}

/**
 * Reads a client package: package.json, the document, names.lock. Nothing is imported yet.
 *
 * @throws Error when the folder is not a client package
 */
export function readTarget(folder: string | URL): Target {
  const pack = readPackage(folder);
  return targetOf(pack, commonJS(pack.folder));
}

/**
 * Reads a client of another generator: its document, and the module that calls it.
 *
 * @throws Error when the document cannot be read, or the adapter is not one
 */
export function readAdapted(document: string | URL, adapter: unknown): Target {
  const file = document instanceof URL || document.startsWith("file:") ? fileURLToPath(document) : document;
  return targetOf(adaptedPackage(file, adapter), undefined);
}

function targetOf(pack: ClientPackage, required: Target["required"]): Target {
  const auth = readCredentials(pack);
  return {
    name: pack.name,
    client: pack.client,
    pack,
    policy: readPolicy(pack.extension),
    credentials: auth.options,
    auth,
    probes: pack.targets.flatMap((one) => readProbe(pack, auth, one) ?? []),
    load: () => pack.load(),
    receiver: readReceiver(pack),
    required,
  };
}

function commonJS(folder: string): (() => ClientModule) | undefined {
  const manifest = objectOf(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  const required = objectOf(objectOf(manifest.exports)["."]).require;
  const file = textOf(objectOf(required).default) ?? textOf(required);
  if (file === undefined || !existsSync(join(folder, file))) return undefined;
  return () => createRequire(join(folder, "package.json"))(join(folder, file)) as ClientModule;
}
