/** Returns what it is given, so that the constructor of a child works on that and not on an object of its own. */
function Given(object: object): object {
  return object;
}

class Holder extends (Given as unknown as new (object: object) => object) {
  readonly #value: unknown;

  constructor(object: object, value: unknown) {
    super(object);
    this.#value = value;
  }

  static read(object: object): unknown {
    return (object as Holder).#value;
  }
}

/**
 * Hides a value in an object where nothing that prints, copies or walks its properties meets it. A private field that
 * declarations need not mention, so that those of the ESM and the CJS build stay assignable to each other; a WeakMap
 * would do the same at ten times the price.
 */
export function setHidden(object: object, value: unknown): void {
  new Holder(object, value);
}

/** What is hidden in an object. @throws {TypeError} where nothing is */
export function getHidden<T>(object: object): T {
  return Holder.read(object) as T;
}
