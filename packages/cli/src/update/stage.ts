import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { completeWithinBounds, type Examples } from "../add/complete-within-bounds.ts";
import { writePublishedFiles } from "../add/published-files.ts";
import type { Source } from "../add/source.ts";
import type { Limits } from "../commands/limits.ts";
import type { State } from "../diff/compare.ts";
import type { Vendor } from "../workspace.ts";
import { tellLostTargets } from "./lost-targets.ts";
import { type SourceRecord, writeSourceRecord } from "./source-record.ts";

/** A vendor's document as it would be after an update, in a folder of its own. */
export interface Staged {
  readonly state: State;
  readonly examples: Examples;
  /** Copies what differs over the vendor's own files. */
  take(): Promise<void>;
  /** Removes the folder. */
  close(): Promise<void>;
}

const EXAMPLES = "examples.overlay.yaml";

/**
 * Lays a document that was fetched beside the overlays and the names of a vendor, and reads it. The workspace stays as it is.
 *
 * @throws CommandFailure when it cannot be used with them
 */
export async function stage(
  vendor: Vendor,
  source: Source,
  record: SourceRecord,
  limits: Limits,
): Promise<Staged> {
  const root = await mkdtemp(join(await realpath(tmpdir()), "trunkline-update-"));
  // As in the workspace, so that reported places look the same.
  const folder = join(root, vendor.specFolder);
  const spec = join(folder, "openapi.yaml");
  const close = (): Promise<void> => rm(root, { recursive: true, force: true });
  try {
    await mkdir(folder, { recursive: true });
    await cp(dirname(vendor.spec), folder, { recursive: true, verbatimSymlinks: true });
    await writeFile(spec, source.bytes);
    await writePublishedFiles(spec, source.files);
    await writeSourceRecord(spec, record);
    await rm(join(folder, EXAMPLES), { force: true });
    const { findOverlays, readOverlaid } = await import("@trunkline/generator");
    await readOverlaid(spec, root).catch((error: unknown) => tellLostTargets(vendor, error));
    const { overlay } = await findOverlays(spec);
    const examples = await completeWithinBounds({ spec, overlay, cwd: root, name: vendor.name }, limits);
    if (examples.text !== undefined) await writeFile(join(folder, EXAMPLES), examples.text);
    const state = await stateOf(spec, vendor, root);
    return {
      state,
      examples,
      async take() {
        await rm(join(dirname(vendor.spec), EXAMPLES), { force: true });
        await writePublishedFiles(vendor.spec, source.files);
        for (const name of ["openapi.yaml", "source.json", EXAMPLES]) {
          if (name === EXAMPLES && examples.text === undefined) continue;
          await cp(join(folder, name), join(dirname(vendor.spec), name));
        }
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A document and the surface of its client. */
export async function stateOf(spec: string, { env }: Vendor, cwd?: string): Promise<State> {
  const { readOverlaid, readSurface } = await import("@trunkline/generator");
  const [{ text }, surface] = await Promise.all([readOverlaid(spec, cwd), readSurface(spec, env)]);
  return { document: text, surface: JSON.stringify(surface) };
}
