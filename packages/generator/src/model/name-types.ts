import type { JsonObject } from "@trunkline/document";
import { isReservedWord } from "../names/identifier.ts";
import type { NamesLock } from "../names/lock.ts";
import { globalNames, runtimeNames } from "../names/reserved.ts";
import { createScope, type Scope } from "../names/scope.ts";
import { pascalCase } from "../names/words.ts";
import { entriesBelow, printPointer } from "./document.ts";
import { type Draft, inputKey, ownPointer } from "./schemas/types.ts";

/** Names of everything that a package exports: one scope, since its index exports all of it. */
export function createExports(): Scope {
  return createScope((name) => isReservedWord(name) || globalNames.has(name) || runtimeNames.has(name));
}

/** Takes what the lock gives away, so that nothing new gets it. */
export function takeLocked(exports: Scope, lock: NamesLock | undefined): void {
  if (lock === undefined) return;
  const names = [
    ...Object.values(lock.types),
    ...Object.values(lock.inputs),
    ...Object.values(lock.resources),
    ...Object.values(lock.operations).flatMap(({ types }) => [types.params, types.result]),
  ];
  for (const name of names) if (name !== undefined) exports.take(name);
}

/** Names that the drafts' types get: key of a draft -> name. */
export function nameTypes(
  document: JsonObject,
  drafts: ReadonlyMap<string, Draft>,
  exports: Scope,
  lock: NamesLock | undefined,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const components = new Map(
    entriesBelow({ value: document, pointer: [] }, "components", "schemas").map(([, at], index) => [
      printPointer(at.pointer),
      index,
    ]),
  );
  // Components in the document's order, first those that are spelt as their type will be; then what stands in place.
  const weight = (draft: Draft): number => {
    const index = components.get(draft.pointer);
    if (index === undefined) return components.size * 2;
    return draft.pointer.endsWith(`/${pascalCase(draft.wanted)}`) ? index : components.size + index;
  };
  // What answers hold comes before: of two types of one schema it has the plain name.
  const ordered = [...drafts.values()]
    .map((draft) => ({ draft, group: Number(isInput(draft)), weight: weight(draft) }))
    .sort((a, b) => a.group - b.group || a.weight - b.weight)
    .map(({ draft }) => draft);
  for (const draft of ordered) {
    const locked = lockedName(draft, drafts, lock);
    names.set(draft.key, locked ?? exports.claim(candidates(draft, names, lock)));
  }
  return names;
}

/** A type that answers have no twin of keeps its name when it comes to differ from what answers would hold. */
function lockedName(
  draft: Draft,
  drafts: ReadonlyMap<string, Draft>,
  lock: NamesLock | undefined,
): string | undefined {
  const own = ownPointer(draft.pointer);
  if (own !== draft.pointer) {
    const known = lock?.inputs[draft.pointer] ?? lock?.types[draft.pointer];
    // Before, it was the one type that requests had.
    const before = drafts.has(inputKey(own)) ? undefined : (lock?.inputs[own] ?? undefined);
    return known ?? before ?? (drafts.has(own) ? undefined : lock?.types[own]);
  }
  if (!isInput(draft)) return lock?.types[draft.pointer];
  return lock?.inputs[draft.pointer] ?? (drafts.has(draft.pointer) ? undefined : lock?.types[draft.pointer]);
}

export function isInput(draft: Draft): boolean {
  return draft.key === inputKey(draft.pointer);
}

function candidates(draft: Draft, names: ReadonlyMap<string, string>, lock: NamesLock | undefined): string[] {
  const name = pascalCase(draft.wanted) || "Unnamed";
  const own = ownPointer(draft.pointer);
  if (own !== draft.pointer) {
    const twin = names.get(own) ?? names.get(inputKey(own));
    return twin === undefined ? [name, `${name}Form`] : [`${twin}Form`];
  }
  if (!isInput(draft)) return [name, `${name}${lock?.inputs[draft.pointer] === name ? "Output" : "Model"}`];
  // Its output twin has taken the plain name; alone it gets that itself.
  const twin = names.get(draft.pointer);
  return twin === undefined ? [name, `${name}Input`] : [`${twin}Input`, `${twin}Params`];
}
