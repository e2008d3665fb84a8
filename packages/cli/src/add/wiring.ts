import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseJsonObject } from "../read-json.ts";
import { readTextIfThere } from "../read-text.ts";
import type { Vendor, Workspace } from "../workspace.ts";

/** A place outside a vendor's own folders that names the vendor. */
interface Place {
  readonly file: string;
  /** The file's text with the vendor in it; the same text where there is nothing to add to. */
  readonly add: (text: string, wire: Wire) => string;
  readonly remove: (text: string, wire: Wire) => string;
}

/** What the places need to know. */
export interface Wire {
  readonly workspace: Workspace;
  readonly vendor: Vendor;
  /** Title of the API. */
  readonly title: string;
}

/** Names the vendor wherever a workspace lists its vendors. Returns the files that changed. */
export function wire(what: Wire): Promise<string[]> {
  return edit(what, (place, text) => place.add(text, what));
}

/** Takes out what {@link wire} put in. Returns the files that changed. */
export function unwire(what: Wire): Promise<string[]> {
  return edit(what, (place, text) => place.remove(text, what));
}

/** Path of the changeset that announces a new package. */
export function changesetPath({ root }: Workspace, { name }: Vendor): string {
  return join(root, ".changeset", `add-${name}.md`);
}

async function edit({ workspace }: Wire, change: (place: Place, text: string) => string): Promise<string[]> {
  const edits: [file: string, wanted: string][] = [];
  // All are read before one is written.
  for (const place of places) {
    const text = await readTextIfThere(join(workspace.root, place.file));
    if (text === undefined) continue;
    const wanted = change(place, text);
    if (wanted !== text) edits.push([place.file, wanted]);
  }
  for (const [file, wanted] of edits) await writeFile(join(workspace.root, file), wanted);
  return edits.map(([file]) => file);
}

const places: readonly Place[] = [
  {
    file: "package.json",
    add: (text, { workspace, vendor }) =>
      vendor.strict === workspace.strict
        ? text
        : editException(text, (vendors) => ({ ...vendors, [vendor.name]: { strict: vendor.strict } })),
    remove: (text, { vendor }) => editException(text, ({ [vendor.name]: _removed, ...vendors }) => vendors),
  },
  {
    file: "redocly.yaml",
    add: (text, what) =>
      insertAfterLast(
        text,
        (line) => line === "apis:" || isBelow(what, /^ {2}[\w-]+: \{ root: (\S+)/.exec(line)),
        redoclyLine(what),
      ),
    remove: (text, what) => removeLine(text, redoclyLine(what), redoclyLine({ ...what, isLax: true })),
  },
  {
    // The task that compiles the READMEs names the packages that it needs.
    file: "turbo.json",
    add: (text, what) => {
      const known = what.workspace.vendors.map(({ packageName }) => `        "${packageName}#build",`);
      const before = text.split("\n").find((line) => known.includes(line));
      return before === undefined ? text : text.replace(before, () => `${turboLine(what)}\n${before}`);
    },
    remove: (text, what) => removeLine(text, turboLine(what)),
  },
  {
    file: "README.md",
    add: (text, what) =>
      insertAfterLast(
        text,
        // A vendor's row, or the rule below the heading of a table whose rows would be vendors.
        (line, before) =>
          (line.startsWith("| [`") &&
            isBelow(what, /\| \[([\w@.~/-]+\/[\w-]+)\]\([^()|]*\) \|$/.exec(line))) ||
          (line.startsWith("| --- ") && before.endsWith("| Document |")),
        readmeLine(what),
      ),
    remove: (text, { vendor: { specFolder } }) =>
      text
        .split("\n")
        .filter((line) => !(line.startsWith("| [`") && line.endsWith(`| [${specFolder}](${specFolder}) |`)))
        .join("\n"),
  },
];

/** Whether what was found stands below the folder of the documents. */
function isBelow({ workspace }: Wire, found: RegExpExecArray | null): boolean {
  return found?.[1]?.startsWith(`${workspace.specs}/`) === true;
}

function redoclyLine({ vendor, isLax = !vendor.strict }: Wire & { readonly isLax?: boolean }): string {
  const rules = isLax ? ", extends: [spec]" : "";
  return `  ${vendor.name}: { root: ${vendor.specFolder}/openapi.yaml${rules} }`;
}

function turboLine({ vendor: { packageName } }: Wire): string {
  return `        "${packageName}#build",`;
}

function readmeLine({ vendor: { packageName, packageFolder, specFolder }, title }: Wire): string {
  return `| [\`${packageName}\`](${packageFolder}) | ${title} | [${specFolder}](${specFolder}) |`;
}

function insertAfterLast(
  text: string,
  isPlace: (line: string, before: string) => boolean,
  line: string,
): string {
  const lines = text.split("\n");
  if (lines.includes(line)) return text;
  const places = lines.flatMap((one, index) => (isPlace(one, lines[index - 1] ?? "") ? [index] : []));
  const last = places.at(-1);
  return last === undefined ? text : [...lines.slice(0, last + 1), line, ...lines.slice(last + 1)].join("\n");
}

function removeLine(text: string, ...unwanted: readonly string[]): string {
  return text
    .split("\n")
    .filter((line) => !unwanted.includes(line))
    .join("\n");
}

type Exceptions = Readonly<Record<string, unknown>>;

function editException(text: string, change: (vendors: Exceptions) => Exceptions): string {
  const manifest = parseJsonObject(text, "package.json") as { trunkline?: { vendors?: Exceptions } };
  const { vendors = {}, ...rest } = manifest.trunkline ?? {};
  const wanted = change(vendors);
  if (JSON.stringify(wanted) === JSON.stringify(vendors)) return text;
  const trunkline = Object.keys(wanted).length === 0 ? rest : { ...rest, vendors: wanted };
  return `${JSON.stringify({ ...manifest, trunkline }, undefined, 2)}\n`;
}

/** Removes the changeset that announced the package, when it is still there. */
export async function removeChangeset(workspace: Workspace, vendor: Vendor): Promise<void> {
  await rm(changesetPath(workspace, vendor), { force: true });
}
