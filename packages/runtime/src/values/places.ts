import { isRecord } from "./plain.ts";

/**
 * Where a value holds what is looked for: `true` is the value itself; a text is a type by its name; a list holds for one
 * value all together; an object leads to members, `*` to each element and each member that is not named.
 */
export type Place = true | string | readonly Place[] | { readonly [member: string]: Place };

/** A type that is one of several: the member that says which, and the place for each of its values. */
export type PlaceUnion = readonly [member: string, places: Readonly<Record<string, Place>>];

/** The types that places name. */
export interface PlaceTypes {
  readonly types?: Readonly<Record<string, Place>> | undefined;
  readonly unions?: Readonly<Record<string, PlaceUnion>> | undefined;
}

/** Changes what callers gave, in copies: theirs stay as they are. */
export function changeGiven(given: object, place: Place, named: PlaceTypes, change: Change): void {
  visit([given], "0", place, named, change, new Copies(given));
}

/** What becomes of a value at a place. */
export type Change = (value: unknown, holder: object, key: string) => unknown;

/** Copies of what callers gave, which stays as it is: by place, since one object may stand at several. */
class Copies {
  readonly #byPlace: Map<Place, Map<object, object>> = new Map();
  readonly #own: Set<object>;

  constructor(own: object) {
    this.#own = new Set([own]);
  }

  /** The copy, and whether it was made before: a value may hold itself. */
  of(value: object, place: Place): readonly [copy: object, isKnown: boolean] {
    const known = this.#byPlace.get(place) ?? new Map<object, object>();
    this.#byPlace.set(place, known);
    const before = known.get(value);
    if (before) return [before, true];
    const copy = this.#own.has(value) ? value : Array.isArray(value) ? [...value] : { ...value };
    this.#own.add(copy);
    known.set(value, copy);
    return [copy, false];
  }
}

/**
 * Changes what stands at a place.
 *
 * @param copies where what is on the way must stay as it is
 */
export function visit(
  root: object,
  start: string,
  place: Place,
  { types = {}, unions = {} }: PlaceTypes,
  change: Change,
  copies?: Copies,
): void {
  // Without recursion, because a server may nest as deep as it likes.
  const open: [holder: Record<string, unknown>, key: string, place: Place][] = [
    [root as Record<string, unknown>, start, place],
  ];
  for (let one = open.pop(); one; one = open.pop()) {
    const [holder, key, here] = one;
    const value = holder[key];
    if (here === true) {
      const changed = change(value, holder, key);
      if (changed !== value) holder[key] = changed;
    } else if (typeof here === "string") {
      const [member, places] = memberOf(unions, here) ?? [];
      const type = places
        ? isObject(value) && memberOf(places, String(memberOf(value, member)))
        : memberOf(types, here);
      if (type) open.push([holder, key, type]);
    } else if (isList(here)) {
      for (const each of here) open.push([holder, key, each]);
    } else if (isObject(value) && (!copies || isCopied(value))) {
      const [inner, isKnown] = copies?.of(value, here) ?? [value, false];
      if (inner !== value) holder[key] = inner;
      for (const name of isKnown ? [] : Object.keys(inner)) {
        const next = memberOf(here, name) ?? here["*"];
        if (next !== undefined) open.push([inner as Record<string, unknown>, name, next]);
      }
    }
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** What speaks for itself by `toJSON` would not, as a copy. */
function isCopied(value: object): boolean {
  return Array.isArray(value) || (isRecord(value) && !("toJSON" in value));
}

/** A member of its own, so that `__proto__` finds nothing. */
function memberOf<T>(holder: Readonly<Record<string, T>>, name = ""): T | undefined {
  return Object.hasOwn(holder, name) ? holder[name] : undefined;
}

function isList(place: Place): place is readonly Place[] {
  return Array.isArray(place);
}
