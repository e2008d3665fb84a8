import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Surface } from "@trunkline/generator";
import { commandLine } from "../command-line.ts";
import { CommandFailure } from "../failure.ts";
import { readJsonObject } from "../read-json.ts";
import { digest, readRecord, recordFolder } from "../release/record.ts";
import type { Vendor } from "../workspace.ts";
import { type Change, gravest, type Impact } from "./change.ts";
import { surfaceChanges } from "./surface-changes.ts";
import { wireChanges } from "./wire-changes.ts";

/** A document compared with the one that was last released. */
export interface Comparison {
  /** Version that was released; `undefined`: none was. */
  readonly released: string | undefined;
  readonly changes: readonly Change[];
  readonly impact: Impact;
  /** The document is what was released: what differs is the generator's doing. */
  readonly isSameDocument: boolean;
}

/**
 * Compares a vendor's document with the one of the version that its package has.
 *
 * @throws CommandFailure when that version is not recorded, or its record was changed
 * @throws DocumentError when the document cannot be read
 */
export async function compareWithReleased(vendor: Vendor): Promise<Comparison> {
  const { readOverlaid, readSurface } = await import("@trunkline/generator");
  const record = await readRecord(vendor);
  const [{ text }, surface] = await Promise.all([
    readOverlaid(vendor.spec),
    readSurface(vendor.spec, vendor.env),
  ]);
  const version = await packageVersion(vendor);
  if (Object.keys(record.releases).length === 0) {
    // A package that is there under a version of its own is published as it is; 0.0.0 awaits its first.
    const impact = version === "0.0.0" ? "minor" : "none";
    const changes: Change[] = impact === "none" ? [] : [{ impact, text: "First release." }];
    return { released: undefined, changes, impact, isSameDocument: false };
  }
  const release = record.releases[version];
  if (release === undefined) {
    throw new CommandFailure(
      `${vendor.specFolder}/released has no record of ${vendor.packageName} ${version}. When that version is released, or about to be: ${commandLine(`release ${vendor.name}`)}`,
    );
  }
  const before = {
    document: await recorded(vendor, "openapi.yaml", release.document),
    surface: await recorded(vendor, "surface.json", release.surface),
  };
  const isSameDocument = before.document === text;
  if (isSameDocument && before.surface === formatSurface(surface)) {
    return { released: version, changes: [], impact: "none", isSameDocument };
  }
  const changes = await changesBetween(before, { document: text, surface: JSON.stringify(surface) });
  // Not one byte differs without reaching users: the document is shipped.
  const impact = gravest([{ impact: "patch", text: "" }, ...changes]);
  return { released: version, changes, impact, isSameDocument };
}

/** A state of a vendor's document. */
export interface State {
  /** The document, bundled, as YAML. */
  readonly document: string;
  /** Its surface, as JSON. */
  readonly surface: string;
}

/** What differs between two states, for users of the client and on the wire. */
export async function changesBetween(before: State, after: State): Promise<readonly Change[]> {
  return [
    ...surfaceChanges(plain(before.surface), plain(after.surface)),
    ...(await wireChanges(before.document, after.document)),
  ];
}

/** A surface whose objects have no prototype: a field may be called `constructor`. */
function plain(surface: string): Surface {
  return JSON.parse(surface, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.assign(Object.create(null), value)
      : value,
  ) as Surface;
}

/** A surface as it is recorded: one fact a line. */
export function formatSurface(surface: Surface): string {
  const text = JSON.stringify(surface, undefined, 2);
  // Lists that fit stand on one line, as the formatter has it.
  return `${text.replace(
    /^( *)(.*)\[\n((?: +"(?:[^"\\\n]|\\.)*",?\n)+) *\](,?)$/gm,
    (whole, indent, start, items, comma) => {
      const line = `${indent}${start}[${items
        .trim()
        .split(/,\n\s*/)
        .join(", ")}]${comma}`;
      return line.length <= 110 ? line : whole;
    },
  )}\n`;
}

/** Version of a vendor's package. */
export async function packageVersion({ target, name, packageFolder }: Vendor): Promise<string> {
  const manifest = await readJsonObject(join(target, "package.json"), `${packageFolder}/package.json`);
  if (manifest === undefined) {
    throw new CommandFailure(`${name} has no package yet. Run ${commandLine(`generate ${name}`)}.`);
  }
  const { version } = manifest;
  if (typeof version === "string" && /^\d+\.\d+\.\d+[\w.+-]*$/.test(version)) return version;
  throw new CommandFailure(
    `${packageFolder}/package.json has no version such as "1.2.0". Restore it, or remove the file and run ${commandLine(`generate ${name}`)}.`,
  );
}

async function recorded(vendor: Vendor, file: string, wanted: string): Promise<string> {
  const place = `${vendor.specFolder}/released/${file}`;
  const text = await readFile(join(recordFolder(vendor), file), "utf8").catch((error: unknown) => {
    throw new CommandFailure(`${place} is missing. Restore it.`, { cause: error });
  });
  if (digest(text) !== wanted) {
    throw new CommandFailure(
      `${place} is not what was released: its digest differs from the one in releases.json. Restore it.`,
    );
  }
  return text;
}
