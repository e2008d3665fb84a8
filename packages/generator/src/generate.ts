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
   * Path of an OpenAPI Overlay (1.0 or 1.1), for what a package needs and somebody else's document does not say. A
   * target that matches nothing is an error.
   *
   * @default `overlay.yaml` beside the document, where there is one
   */
  readonly overlay?: string;
  /**
   * Path of an overlay that adds only examples, and only where there are none. A target that it names may be missing
   * from the document.
   *
   * @default `examples.overlay.yaml` beside the document, where there is one
   */
  readonly examples?: string;
  /**
   * Folder of the package. The document may only choose environment variables that begin with the folder's name: for
   * `packages/acme`, names such as `ACME_API_KEY`.
   */
  readonly target: string;
  /** Such as `@acme/petstore`. */
  readonly packageName: string;
  /**
   * Option of a secret -> the environment variable that it is read from: `{ apiKey: "PETS_TOKEN" }`. It replaces what
   * the document says, and the variable may have any name.
   *
   * @default what the document says, as far as it may
   */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Write nothing; the result says what would change.
   *
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
   * Licence, author, keywords and the like, for its package.json. A person chooses them; they are not read from the
   * document.
   *
   * @default none of them
   */
  readonly metadata?: PackageMetadata | undefined;
  /**
   * Apply the rules for hand-written documents: an example for every body and parameter, and a first, middle, last and
   * empty page for every list.
   *
   * @default false
   */
  readonly house?: boolean;
  /**
   * Treat warnings as errors.
   *
   * @default false
   */
  readonly strict?: boolean;
  /**
   * The one origin, such as `https://specs.acme.com/`, that refs may lead to besides files below the document's folder.
   * Requests carry neither credentials nor cookies. Redirects are not followed. A host name that resolves to a private
   * address is refused; an address itself and `localhost` are allowed.
   *
   * @default none
   */
  readonly allowRemote?: string;
  /**
   * This program does not run the same document again: what is kept for a further run is let go at once.
   *
   * @default false
   */
  readonly once?: boolean;
  /**
   * How long a document may compute, in seconds; beyond that it is refused.
   *
   * @default 10
   */
  readonly timeLimit?: number;
  /**
   * How much memory a document may take, in megabytes; beyond that it is refused.
   *
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
  /**
   * How many operations of the document the client lacks, because they cannot be expressed. There is a warning for
   * each.
   */
  readonly leftOut: number;
  /** Warnings and guesses. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Memory that a document may cost, unless the caller says otherwise. */
const MEGABYTES = 1000;

/**
 * Loads what {@link generatePackage} needs in the background, for a program that waits for a document to change.
 *
 * @param memoryLimit - the same value as for {@link generatePackage} @default 1000
 */
export function prepareGeneration(memoryLimit: number = MEGABYTES): void {
  prepareThreads(memoryLimit);
}

/**
 * Makes the package of one document. Everything is read, checked, made, formatted and verified before the first file is
 * written, so a failure leaves the package as it was. The document may come from a stranger: SECURITY.md says what is
 * promised then.
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
