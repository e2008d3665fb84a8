import { UsageError } from "../errors/usage-error.ts";
import { nearest } from "../values/nearest.ts";
import { describeValue, isPlain, tagOf } from "../values/plain.ts";
import { checkKinds, type OptionKinds } from "./option-kinds.ts";

/** Whose options they are, and which there are. */
export interface OptionsKind {
  /** At the start of a sentence: `Agora`, `agents.list`. */
  readonly owner: string;
  readonly names: readonly string[];
  /** What their values have to be. */
  readonly kinds?: OptionKinds | undefined;
  /** What to say of a name that is at home elsewhere. */
  readonly elsewhere?: ((name: string) => string | undefined) | undefined;
}

/**
 * Options as they were given, once nothing among them is unknown. A name with the value `undefined` is refused like any
 * other: `{ baseUrl: process.env.MOCK }` must not be an error only on the machine that has the variable. Fields whose
 * name is a symbol are another's, and are let be.
 *
 * @returns the object itself, or a plain copy of an instance of a class, what it inherits included
 * @throws {UsageError} for what is not an object, for names that nothing reads, and for values that are not of their kind
 */
export function readOptions<O extends object>(given: O | undefined, kind: OptionsKind): Partial<O> {
  if (given === undefined) return {};
  const value: unknown = given;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new UsageError(`The options of ${kind.owner} are ${describeValue(value)}; an object is expected.`);
  }
  if (isPlain(value)) {
    for (const name of Object.keys(value)) if (!kind.names.includes(name)) refuse(name, kind);
    checkKinds(value as Readonly<Record<string, unknown>>, kind.kinds);
    return given;
  }
  if (tagOf(value) !== "Object") {
    throw new UsageError(
      `The options of ${kind.owner} are ${describeValue(value)}; a plain object is expected.`,
    );
  }
  for (const name of readableNames(value)) if (!kind.names.includes(name)) refuse(name, kind);
  const read = value as Readonly<Record<string, unknown>>;
  const found = Object.fromEntries(kind.names.flatMap((name) => (name in read ? [[name, read[name]]] : [])));
  checkKinds(found, kind.kinds);
  return found as Partial<O>;
}

/** Fields and getters, inherited ones too; methods are not meant as options. */
function readableNames(value: object): string[] {
  const names: string[] = [];
  let holder: object = value;
  for (let next: object | null = Object.getPrototypeOf(holder); next; next = Object.getPrototypeOf(next)) {
    const fields = Object.entries(Object.getOwnPropertyDescriptors(holder));
    for (const [name, { enumerable, get }] of fields) if (enumerable || get) names.push(name);
    holder = next;
  }
  return names;
}

function refuse(name: string, { owner, names, elsewhere }: OptionsKind): never {
  const shown = JSON.stringify(name.length > 40 ? `${name.slice(0, 40)}…` : name);
  const meant = nearest(name, names);
  const told = elsewhere?.(name);
  throw new UsageError(
    told ??
      `${owner} has no option ${shown}${meant ? `; is ${meant} meant?` : `. There are: ${[...names].sort().join(", ")}.`}`,
  );
}
