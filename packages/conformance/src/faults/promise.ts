/** A promise was not kept. The message says what was seen and what was promised. */
export class FaultFailure extends Error {
  override readonly name: string = "FaultFailure";
}

/** Fails the case unless `condition` holds. */
export function promise(condition: boolean, seen: string): asserts condition {
  if (!condition) throw new FaultFailure(seen);
}
