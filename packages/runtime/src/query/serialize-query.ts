import type { QueryParameter } from "../definition.ts";
import { percentEncode } from "../values/percent.ts";
import { writePlain } from "../values/plain-style.ts";

/**
 * Writes a query string, without its `?`, in the order of the values.
 *
 * - `undefined` is left out, as an argument, an element or a member.
 * - `null` is written as the empty string (`name=`): the standard leaves it open, and dropping it would turn
 *   "has no owner" into "any owner". In a JSON parameter it is `null`.
 * - An empty array is `name=` where its elements share one pair; where each has a pair of its own there is
 *   nothing to write, and the call would silently lose its filter: a usage error.
 * - `Date` is ISO 8601, bigint its digits.
 *
 * @param parameters the declared ones; names that are not among them are `form`, exploded
 * @param what names a value in errors; bodies of `application/x-www-form-urlencoded` are written here too
 * @throws UsageError for what the parameter's style cannot express
 */
export function serializeQuery(
  values: Readonly<Record<string, unknown>>,
  parameters: readonly (string | QueryParameter)[] = [],
  what = "Query parameter",
): string {
  let query = "";
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value === undefined) continue;
    const where = `${what} "${name}"`;
    const styled = parameters.find(
      (parameter): parameter is QueryParameter => typeof parameter === "object" && parameter.name === name,
    );
    const pair = styled ? styled.write(value, where) : writePlain(value, where, percentEncode, name);
    if (pair) query += (query && "&") + pair;
  }
  return query;
}
