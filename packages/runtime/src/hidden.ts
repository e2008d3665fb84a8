/** Returns what it is given, so that the constructor of a child works on that and not on an object of its own. */
function Given(object: object): object {
  return object;
}

class Keeper extends (Given as unknown as new (object: object) => object) {
  readonly #kept: unknown;

  constructor(object: object, kept: unknown) {
    super(object);
    this.#kept = kept;
  }

  static read(object: object): unknown {
    return (object as Keeper).#kept;
  }
}

/**
 * Keeps something with an object where nothing that prints, copies or walks its properties meets it. A private field
 * that declarations need not mention, so that those of the ESM and the CJS build stay assignable to each other; a
 * WeakMap would do the same at ten times the price.
 */
export function keep(object: object, kept: unknown): void {
  new Keeper(object, kept);
}

/** What is kept with an object. @throws {TypeError} where nothing is */
export function kept<T>(object: object): T {
  return Keeper.read(object) as T;
}
