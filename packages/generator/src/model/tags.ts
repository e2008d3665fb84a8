import { field, type JsonObject, listField, stringField } from "@trunkline/document";

/** A tag, as far as it says where operations belong. */
interface Tag {
  readonly parent: string | undefined;
  readonly kind: string | undefined;
}

/** Resources within resources: nobody means more. */
const DEEPEST = 10;

/** Tags of a document by their names. */
export function tagsOf(document: JsonObject): ReadonlyMap<string, Tag> {
  return new Map(
    listField(document, "tags").flatMap((tag) => {
      const name = stringField(tag, "name");
      const described = { parent: stringField(tag, "parent"), kind: stringField(tag, "kind") };
      return name === undefined || field(tag, "name") === "" ? [] : [[name, described] as const];
    }),
  );
}

/**
 * The tags of an operation, those first that say where it belongs, and what the first of them belongs to. Badges and
 * audiences (`kind`) say something else of it.
 */
export function tagging(
  known: ReadonlyMap<string, Tag>,
  names: readonly string[],
): { readonly tags: readonly string[]; readonly tagParents: readonly string[] } {
  const isPlace = (name: string): boolean => ["nav", undefined].includes(known.get(name)?.kind);
  const tags = [...names.filter(isPlace), ...names.filter((name) => !isPlace(name))];
  const parents: string[] = [];
  let parent = known.get(tags[0] ?? "")?.parent;
  while (
    parent !== undefined &&
    !parents.includes(parent) &&
    parent !== tags[0] &&
    parents.length < DEEPEST
  ) {
    parents.unshift(parent);
    parent = known.get(parent)?.parent;
  }
  return { tags, tagParents: parents };
}
