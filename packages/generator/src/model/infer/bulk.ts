import { field } from "@trunkline/document";
import { camelCase } from "../../names/words.ts";
import type { Body } from "../body.ts";
import type { Context } from "../context.ts";
import { resolveObject } from "../document.ts";
import { pin } from "../pin.ts";
import type { Route } from "../routes.ts";

/**
 * An operation that looks as if it took rows. Told, and no more: what an answer says of single rows, nothing but the
 * vendor's word tells, and a row that is accepted by a guess may be lost.
 */
export function guessBulk(context: Context, route: Route, { fields, model }: Body): void {
  if (model.encoding !== "json" || !/^(?:POST|PUT|PATCH)$/.test(route.httpMethod)) return;
  if (!/(?:^|[^a-z])(?:batch|bulk|import|upload|upsert)/i.test(route.path)) return;
  const lists = [...(fields?.properties ?? [])].filter(([, { at }]) => {
    const schema = resolveObject(context.document, at);
    const items =
      schema && resolveObject(context.document, { ...schema, value: field(schema.value, "items") });
    return (
      items !== undefined && (field(items.value, "properties") ?? field(items.value, "allOf")) !== undefined
    );
  });
  const [list, ...others] = lists;
  if (list === undefined || others.length > 0) return;
  const [name] = list;
  const bulk = { method: camelCase(`${name} in bulk`), rows: `/${name}` };
  const message = `${route.key} looks as if it took any number of ${name}: a method that sends them in bulk needs to be told where the answer counts or names them`;
  const hint = pin<"operation">(`at ${route.key}`, { bulk: { ...bulk, accepted: ["/…"] } });
  context.report("guess", "bulk", message, route.at, hint);
}
