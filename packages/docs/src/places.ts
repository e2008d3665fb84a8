import { joinId, type Model } from "@trunkline/generator/reference";

/** Where everything stands: methods and types -> path of a page below the package's folder, with an anchor. */
export interface Places {
  /** Operation id -> page. */
  readonly methods: ReadonlyMap<string, string>;
  /** Name of a type -> page and anchor. */
  readonly types: ReadonlyMap<string, string>;
  /** Page -> names of the types on it, in order. */
  readonly typePages: ReadonlyMap<string, readonly string[]>;
}

/** Types on one page: more of them no reader scrolls through, and no editor opens well. */
const TYPES_PER_PAGE = 150;

/** Longest stem of a file's name, with room for a number and an ending. */
const STEM = 120;

/** The same for the same model. No two pages differ in capitals alone: some disks take them for one. */
export function placesOf({ operations, declarations, resources }: Model): Places {
  const taken = new Set<string>();
  const page = (folder: string, stem: string): string => {
    const short = stem.slice(0, STEM);
    for (let count = 1; ; count += 1) {
      const path = `${folder}/${short}${count === 1 ? "" : `-${count}`}.md`;
      if (taken.has(path.toLowerCase())) continue;
      taken.add(path.toLowerCase());
      return path;
    }
  };
  const methods = new Map(
    operations.map(({ id, resource, method }) => [id, page("methods", joinId(resource, method))]),
  );
  const types = new Map<string, string>();
  const typePages = new Map<string, readonly string[]>();
  const homes = [...resources.map(({ id }): string | undefined => id), undefined];
  for (const home of homes) {
    const own = declarations.filter(({ resource }) => resource === home).map(({ name }) => name);
    for (let at = 0; at < own.length; at += TYPES_PER_PAGE) {
      const names = own.slice(at, at + TYPES_PER_PAGE);
      const path = page("types", home ?? "shared");
      typePages.set(path, names);
      const anchors = anchorsOf(names);
      for (const [index, name] of names.entries()) types.set(name, `${path}#${anchors[index]}`);
    }
  }
  return { methods, types, typePages };
}

/** Anchors that Markdown's renderers give to headings of these words, in this order. */
function anchorsOf(headings: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const base = heading.toLowerCase().replace(/[^\p{L}\p{N}_-]/gu, "");
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    return count === 0 ? base : `${base}-${count}`;
  });
}
