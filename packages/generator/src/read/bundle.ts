import { isObject, type JsonObject } from "@trunkline/document";
import { type BundleContext, nothing } from "./bundle-context.ts";
import { Components, isComponent } from "./components.ts";
import type { Faults } from "./faults.ts";
import { isPartOfCalls } from "./flaw-cost.ts";
import { leaveOut } from "./leave-out.ts";
import { type Flaw, isFlaw, Losses } from "./losses.ts";
import { ObjectWriter } from "./object-writer.ts";
import { type Position, type PositionTable, position } from "./positions.ts";
import { type MissingFile, type ParsedFile, Resolver, type Target } from "./resolve.ts";
import type { ReadLimits } from "./types.ts";
import { countOfBundle } from "./value-count.ts";
import type { OpenapiVersion } from "./version.ts";
import { Writing } from "./writing.ts";

export interface BundleInput {
  readonly entry: string;
  readonly files: ReadonlyMap<string, ParsedFile | MissingFile | undefined>;
  readonly version: OpenapiVersion;
  readonly positions: PositionTable;
  readonly faults: Faults;
  readonly limits: ReadLimits;
  /** That refs may lead to. */
  readonly origin?: string;
  /** Objects of the sources that cannot be read, each with why. */
  readonly flawed?: ReadonlyMap<object, Flaw>;
}

export interface BundleResult {
  readonly document: JsonObject;
  /** Files that have to be read before the bundle is whole. */
  readonly missing: ReadonlyMap<string, Position>;
  /** Operations that are not in it, because a part of them cannot be read: `GET /programs`. */
  readonly leftOut: readonly string[];
}

/** One document of many files: what is shared stands in components, everything else where it is used. */
export function bundle(input: BundleInput): BundleResult {
  const { entry, files, version, positions, faults, limits } = input;
  const file = files.get(entry);
  const root: Target = {
    file: entry,
    tokens: [],
    value: file !== undefined && "value" in file ? file.value : null,
    at: position(file !== undefined && "value" in file ? file.fileIndex : 0, 0),
  };
  const resolver = new Resolver(files, positions, faults, input.origin);
  const components = new Components(root, resolver);
  const count = countOfBundle(limits, faults);
  const context: BundleContext = {
    version,
    positions,
    faults,
    limits,
    resolver,
    components,
    count,
    losses: new Losses(),
    flawed: input.flawed ?? new Map(),
  };
  const written = write(context, root);
  return { ...leaveOut(context, written), missing: resolver.missing };
}

function write(context: BundleContext, root: Target): JsonObject {
  const { positions } = context;
  const objects = new ObjectWriter(context);
  const document = objects.object("document", root.value, { file: root.file, at: root.at, depth: 0 });
  if (!isObject(document)) return nothing;
  const sections = hoistedSections(context, objects, document);
  if (sections.size === 0) return document;
  const listed = isObject(document.components) ? document.components : nothing;
  const components = new Writing(positions, positions.at(listed) ?? root.at);
  components.copy(listed);
  for (const [name, section] of sections) components.set(name, section.done(), section.at);
  const out = new Writing(positions, positions.at(document) ?? root.at);
  out.copy(document);
  out.set("components", components.done(), components.at);
  return out.done();
}

/** Sections with the components of places outside of the entry's; writing one may ask for others. */
function hoistedSections(
  context: BundleContext,
  objects: ObjectWriter,
  document: JsonObject,
): ReadonlyMap<string, Writing> {
  const listed = isObject(document.components) ? document.components : nothing;
  const sections = new Map<string, Writing>();
  for (;;) {
    const component = context.components.nextHoisted();
    if (component === undefined) return sections;
    const { content, kind, name, at } = component;
    if (isComponent(content) || isFlaw(content)) continue;
    let section = sections.get(component.section);
    if (section === undefined) {
      section = new Writing(context.positions, at);
      const before = listed[component.section];
      if (isObject(before)) section.copy(before);
      sections.set(component.section, section);
    }
    const here = { file: content.file, at: content.at, depth: 3, spared: !isPartOfCalls(kind) };
    section.set(name, objects.object(kind, content.value, here) ?? nothing, at);
  }
}
