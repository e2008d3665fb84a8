import { type Field, readField, writeField } from "./reading.ts";
import type { PageParams } from "./style.ts";

/**
 * The params with a page size of the method's own, unless the caller gave one under any of the names that it has.
 *
 * @param field where the size is put
 * @param others further names of the page size
 */
export function pageSize(
  params: object = {},
  size: number,
  field: Field,
  ...others: readonly Field[]
): PageParams {
  const given = params as PageParams;
  const isGiven = [field, ...others].some((one) => (readField(given, one) ?? undefined) !== undefined);
  return isGiven ? given : writeField(given, field, size);
}
