import type { LockedOperation } from "../names/lock.ts";
import type { Context } from "./context.ts";
import type { BodyModel, Nested, ParameterModel } from "./parameters-model.ts";
import type { Route } from "./routes.ts";

type Group = "query" | "header" | "body";

const homes: Readonly<Record<Group, readonly string[]>> = {
  query: ["query", "queryParams"],
  header: ["headers", "headerParams"],
  body: ["body", "requestBody"],
};

/**
 * Which groups stand in a field of their own, because a name of theirs is taken by a group before them. What the lock
 * says stays: an existing call must not change because the document grew.
 */
export function nestedOf(
  context: Context,
  route: Route,
  parameters: readonly ParameterModel[],
  body: BodyModel | undefined,
): Nested {
  const locked = context.lock?.operations[route.key];
  const names = (place: ParameterModel["in"]): string[] =>
    parameters.filter((one) => one.in === place).map((one) => one.arg);
  const path = names("path");
  const groups: Readonly<Record<Group, readonly string[]>> = {
    query: names("query"),
    header: names("header"),
    body: body === undefined ? [] : body.placement === "fields" ? body.fields : ["body"],
  };
  const taken = new Set([...(path.length > 1 ? path : []), ...names("cookie")]);
  const nested: Record<string, string> = {};
  for (const group of ["query", "header", "body"] as const) {
    const clash = groups[group].find((name) => taken.has(name));
    const before = locked?.nested[group];
    const wasFlat = locked !== undefined && before === undefined && isKnown(locked, group);
    if (before !== undefined || clash !== undefined) {
      if (wasFlat) {
        const message = `"${clash}" is both a ${group} field and another parameter of ${route.key}; nesting it would change existing calls`;
        const hint = "For a new major version, remove the operation from names.lock.";
        context.report("error", "name-clash", message, route.at, hint);
      }
      const others = Object.entries(groups).flatMap(([other, list]) => (other === group ? [] : list));
      const isFree = (name: string): boolean => !taken.has(name) && !others.includes(name);
      nested[group] = before ?? homes[group].find(isFree) ?? `${group}Of${route.httpMethod}`;
      taken.add(nested[group]);
    } else {
      for (const name of groups[group]) taken.add(name);
    }
  }
  return nested;
}

function isKnown(locked: LockedOperation, group: Group): boolean {
  return group === "body" ? locked.body !== "none" : locked[group].length > 0;
}
