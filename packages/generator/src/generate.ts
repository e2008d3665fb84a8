import { basename, dirname, join, resolve } from "node:path";
import { makeBounded } from "./bounded/run-bounded.ts";
import { prepareThreads } from "./bounded/threads.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { PackageHome } from "./emit/package/home.ts";
import type { PackageMetadata } from "./emit/package/metadata.ts";
import type { MakeInput } from "./make-package.ts";
import { readIfThere, readJsonIfThere } from "./read-if-there.ts";
import { findOverlays } from "./read-overlaid.ts";
import { applyChanges, compareFiles } from "./write/write-files.ts";

export interface GenerateOptions {
  /** Path of the document. The names lock is kept beside it, in `names.lock`. */
  readonly spec: string;
  /**
   * Path of an OpenAPI Overlay (1.0 or 1.1): what a package needs that a document of somebody else's does not say. A
   * target that matches nothing is an error.
   * @default `overlay.yaml` beside the document, where there is one
   */
  readonly overlay?: string;
  /**
   * Path of an overlay that adds nothing but examples, to what has none; what it names may be gone.
   * @default `examples.overlay.yaml` beside the document, where there is one
   */
  readonly examples?: string;
  /**
   * Folder of the package. Its name begins the name of every environment variable that the document may choose:
   * `packages/acme` lets it choose `ACME_API_KEY` and its like, and nothing else.
   */
  readonly target: string;
  /** Such as `@acme/petstore`. */
  readonly packageName: string;
  /**
   * Option of a secret -> the environment variable that it is read from, whatever its name: `{ apiKey: "PETS_TOKEN" }`. It
   * goes before what the document says, and may begin with anything.
   * @default what the document says, as far as it may
   */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Write nothing; the result tells what would change.
   * @default false
   */
  readonly check?: boolean;
  /**
   * The package is part of a pnpm workspace that has the runtime and a catalog.
   * @default true
   */
  readonly workspace?: boolean;
  /**
   * Where the package is developed: `repository`, `homepage` and `bugs` of its package.json.
   * @default none of them
   */
  readonly home?: PackageHome | undefined;
  /**
   * Licence, author, keywords and the like of its package.json. They are a person's words: no document says them.
   * @default none of them
   */
  readonly metadata?: PackageMetadata | undefined;
  /**
   * The document must meet the rules of a hand-written one: an example for every body and parameter, a first, middle,
   * last and empty page for every list.
   * @default false
   */
  readonly house?: boolean;
  /**
   * Warnings are errors.
   * @default false
   */
  readonly strict?: boolean;
  /**
   * The one origin, such as `https://specs.acme.com/`, that refs may lead to besides files below the document's folder.
   * Nothing is sent there but the request: no credentials, no cookies. Redirects are not followed, and a name that stands
   * for a private address is refused unless it is an address or `localhost` itself.
   * @default none
   */
  readonly allowRemote?: string;
  /**
   * No other run of the same document follows in this program: what would wait for one is let go at once.
   * @default false
   */
  readonly once?: boolean;
  /**
   * Seconds of computing that a document may cost.
   * @default 10
   */
  readonly timeLimit?: number;
  /**
   * Megabytes of memory that a document may cost.
   * @default 1000
   */
  readonly memoryLimit?: number;
}

export interface GenerateResult {
  /** Every file of the package that the generator makes, relative to the package. */
  readonly files: readonly string[];
  /** Files that were new or different. */
  readonly changed: readonly string[];
  /** Files that the document no longer gives. */
  readonly removed: readonly string[];
  readonly operations: number;
  /** Operations of the document that cannot be expressed, so that the client does not have them; each is a warning. */
  readonly leftOut: number;
  /** Warnings and guesses. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Memory that a document may cost, unless the caller says otherwise. */
const MEGABYTES = 1000;

/**
 * Loads what {@link generatePackage} needs, in the background: for a program that waits for a document to change.
 *
 * @param memoryLimit - as it will be given to {@link generatePackage} @default 1000
 */
export function prepareGeneration(memoryLimit: number = MEGABYTES): void {
  prepareThreads(memoryLimit);
}

/**
 * Makes the package of one document. All is read, checked, emitted, formatted and verified before the first byte is
 * written; a failure leaves the package as it was. A document may come from anyone: see SECURITY.md for what is promised.
 *
 * @throws DocumentError when the document has faults; it lists all of them.
 * @example
 * await generatePackage({ spec: "specs/acme/openapi.yaml", target: "packages/acme", packageName: "@acme/client" });
 */
export async function generatePackage(options: GenerateOptions): Promise<GenerateResult> {
  const target = resolve(options.target);
  const lockFolder = dirname(resolve(options.spec));
  const beside = await findOverlays(options.spec);
  const input: MakeInput = {
    spec: options.spec,
    packageName: options.packageName,
    workspace: options.workspace ?? true,
    home: options.home,
    metadata: options.metadata,
    house: options.house ?? false,
    strict: options.strict ?? false,
    once: options.once ?? false,
    allowRemote: options.allowRemote,
    overlay: options.overlay ?? beside.overlay,
    examples: options.examples ?? beside.examples,
    person: { folder: basename(target), env: options.env },
    lock: await readLock(join(lockFolder, "names.lock")),
    applicableFaults: await readApplicableFaults(lockFolder),
    existing: {
      version: await readVersion(target),
      changelog: await readIfThere(join(target, "CHANGELOG.md")),
    },
  };
  const bounds = { seconds: options.timeLimit ?? 10, megabytes: options.memoryLimit ?? MEGABYTES };
  const { files, operations, leftOut, diagnostics } = await makeBounded(input, bounds);
  const lock = new Map([["names.lock", files.get("names.lock") ?? ""]]);
  const [changes, lockChanges] = await Promise.all([
    compareFiles(target, files),
    compareFiles(lockFolder, lock, []),
  ]);
  if (!options.check) {
    await applyChanges({ target, files, changes }, { target: lockFolder, files: lock, changes: lockChanges });
  }
  return { files: [...files.keys()], ...changes, operations, leftOut, diagnostics };
}

/** Release tooling owns the version; a new package starts at 0.1.0. */
async function readVersion(target: string): Promise<string> {
  const path = join(target, "package.json");
  const wayOut = "Restore it, or remove the file to start at 0.1.0.";
  const manifest = await readJsonIfThere(path, wayOut);
  if (manifest === undefined) return "0.1.0";
  if (typeof manifest.version === "string") return manifest.version;
  throw new Error(`${path} has no version. ${wayOut}`);
}

/** A number that a person pinned beside the document, so that a case of the fault suite cannot fall silent. */
async function readApplicableFaults(folder: string): Promise<number | undefined> {
  const path = join(folder, "conformance.json");
  const wayOut = 'It has to be { "faults": <number of applicable fault cases> }.';
  const pinned = await readJsonIfThere(path, wayOut);
  if (pinned === undefined) return undefined;
  if (Number.isInteger(pinned.faults)) return pinned.faults as number;
  throw new Error(`${path} has no number of faults. ${wayOut}`);
}

async function readLock(path: string): Promise<MakeInput["lock"]> {
  const text = await readIfThere(path);
  return text === undefined ? undefined : { text, path };
}
