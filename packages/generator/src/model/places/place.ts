/**
 * Where a value holds what is looked for, as the runtime takes it: `true` is the value itself, a text is a type by its
 * name, a list holds for one value all together, an object leads to members and `*` to all others.
 */
export type Place = true | string | readonly Place[] | { readonly [member: string]: Place };

/** What lies at a member. */
export function below(member: string, place: Place | undefined): Place | undefined {
  return place === undefined ? undefined : { [member]: place };
}

/** Places of one value. */
export function together(places: readonly (Place | undefined)[]): Place | undefined {
  const found = new Map(
    places.flatMap((place): [string, Place][] =>
      place === undefined ? [] : [[JSON.stringify(place), place]],
    ),
  );
  const [only] = found.values();
  return found.size < 2 ? only : [...found.values()];
}
