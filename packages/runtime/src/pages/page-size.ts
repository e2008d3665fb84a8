import { type Field, readField, writeField } from "./reading.ts";
import type { PageParams } from "./style.ts";

/**
 * The params with the method's own page size, unless the caller gave a page size under any of its names.
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
