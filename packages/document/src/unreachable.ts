/**
 * For the end of a `switch` that names every choice: the compiler refuses the call where a choice was added and not
 * named.
 *
 * @throws Error always: a value that no type admits has come from outside
 */
export function unreachable(value: never): never {
  throw new Error(`Nothing is known of ${JSON.stringify(value)}`);
}
