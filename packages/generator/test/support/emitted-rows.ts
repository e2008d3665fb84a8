import { beforeAll, expect, it } from "vitest";
import type { Model } from "../../src/model/types.ts";
import { emitAll } from "./emit.ts";
import { typeCheck } from "./type-check.ts";

/** What the text that is emitted of a model has to hold, and what it must not. */
export interface Wanted {
  readonly want: readonly string[];
  readonly not?: readonly string[];
}

/** Tests of the `describe` around it: what is emitted of the models type-checks, and is what their rows want. */
export function testEmitted(
  models: ReadonlyMap<string, Model>,
  rows: readonly (readonly [name: string, row: Wanted])[],
): void {
  let emitted: ReadonlyMap<string, string>;
  beforeAll(async () => {
    emitted = await emitAll(models);
  });

  it("type-check", async () => {
    expect(await typeCheck(models.values())).toEqual([]);
  });

  it.each(rows)("%s", (name, { want, not = [] }) => {
    const text = emitted.get(name);
    for (const part of want) expect(text).toContain(part);
    for (const part of not) expect(text).not.toContain(part);
  });
}
