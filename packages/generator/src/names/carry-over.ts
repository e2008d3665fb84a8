import type { LockedOperation, NamesLock } from "./lock.ts";

/** An operation of a document. */
export interface KeyedRoute {
  /** `GET /programs/{id}`: its key in the lock. */
  readonly key: string;
  readonly at: { readonly value: { readonly operationId?: unknown } };
}

/**
 * The lock with the entries of operations that got another path under their new keys: those whose path differs in the
 * names of its parameters only, and those that kept their id. Without that, an operation would lose the names of its
 * types by moving.
 */
export function carryOver(lock: NamesLock, routes: readonly KeyedRoute[]): NamesLock {
  const present = new Set(routes.map(({ key }) => key));
  const left = new Map(Object.entries(lock.operations).filter(([key]) => !present.has(key)));
  const moves = new Map<string, string>();
  const move = (isSame: (key: string, locked: LockedOperation, route: KeyedRoute) => boolean): void => {
    for (const route of routes) {
      if (lock.operations[route.key] !== undefined || moves.has(route.key)) continue;
      const found = [...left].filter(([key, locked]) => isSame(key, locked, route));
      const [only] = found;
      if (only === undefined || found.length > 1) continue;
      moves.set(route.key, only[0]);
      left.delete(only[0]);
    }
  };
  move((key, _locked, route) => bare(key) === bare(route.key));
  move((key, { id }, route) => id === route.at.value.operationId && methodOf(key) === methodOf(route.key));
  if (moves.size === 0) return lock;
  const newKeys = new Map([...moves].map(([now, was]) => [was, now]));
  const pointers = [...moves].map(([now, was]): [string, string] => [pointerOf(was), pointerOf(now)]);
  const rename = (names: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(names).map(([pointer, name]) => [renamed(pointer, pointers), name]));
  return {
    ...lock,
    operations: Object.fromEntries(
      Object.entries(lock.operations).map(([key, operation]) => [newKeys.get(key) ?? key, operation]),
    ),
    ...(lock.variants === undefined ? {} : { variants: renameVariants(lock.variants, newKeys) }),
    types: rename(lock.types),
    inputs: rename(lock.inputs),
  };
}

/** A route in another form goes with the route. */
function renameVariants(
  variants: Readonly<Record<string, LockedOperation>>,
  newKeys: ReadonlyMap<string, string>,
): Record<string, LockedOperation> {
  return Object.fromEntries(
    Object.entries(variants).map(([key, operation]) => {
      const end = key.lastIndexOf(" (");
      return [`${newKeys.get(key.slice(0, end)) ?? key.slice(0, end)}${key.slice(end)}`, operation];
    }),
  );
}

function renamed(pointer: string, pointers: readonly (readonly [string, string])[]): string {
  const found = pointers.find(([was]) => pointer.startsWith(was));
  return found === undefined ? pointer : `${found[1]}${pointer.slice(found[0].length)}`;
}

function bare(key: string): string {
  return key.replace(/\{[^{}]*\}/g, "{}");
}

function methodOf(key: string): string {
  return key.slice(0, key.indexOf(" "));
}

/** Where the operation's schemas stand: what the keys of types in the lock begin with. */
function pointerOf(key: string): string {
  const path = key.slice(key.indexOf(" ") + 1);
  return `#/paths/${path.replaceAll("~", "~0").replaceAll("/", "~1")}/${methodOf(key).toLowerCase()}/`;
}
