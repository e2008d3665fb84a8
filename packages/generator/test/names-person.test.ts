import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { At } from "../src/model/document.ts";
import { type NamedRoute, nameRoutes } from "../src/model/name-routes.ts";
import type { Route } from "../src/model/routes.ts";
import { isIdentifier } from "../src/names/identifier.ts";

interface Row {
  readonly wanted: readonly string[];
  readonly route: Route;
}

const table = readFileSync(new URL("support/person-names.txt", import.meta.url), "utf8");

/** Documents of the table, each with its operations. */
const documents: readonly (readonly [name: string, rows: readonly Row[]])[] = table
  .split(/^\[/m)
  .slice(1)
  .map((section) => {
    const [name = "", ...lines] = section.split("\n");
    return [name.replace("]", ""), lines.filter((line) => line.includes(";")).map(rowOf)];
  });

function rowOf(line: string): Row {
  const [wanted = "", operationId = "", given = "", tag = ""] = line.split(";").map((part) => part.trim());
  const [httpMethod = "", path = ""] = given.split(" ");
  const at: At<{ readonly operationId: string }> = { value: { operationId }, pointer: [] };
  const route = {
    key: given,
    httpMethod,
    path,
    tags: tag === "" ? [] : [tag],
    tagParents: [],
    at,
    parameters: [],
  };
  return { wanted: wanted.split("|").map((one) => one.trim()), route: route as never as Route };
}

function namesOf(routes: readonly Route[], client: string): Map<string, NamedRoute> {
  return new Map(nameRoutes(routes, undefined, () => undefined, client).map((one) => [one.route.key, one]));
}

const rows = documents.flatMap(([name, list]) => {
  const named = namesOf(
    list.map(({ route }) => route),
    name,
  );
  return list.map(({ wanted, route }) => ({ name, wanted, route, got: named.get(route.key)?.id ?? "" }));
});

describe("names that a person would choose", () => {
  it("are those of nearly all of the table", () => {
    const missed = rows.filter(({ wanted, got }) => !wanted.includes(got));
    expect(rows.length).toBeGreaterThanOrEqual(300);
    // Who plays is not in the path, and nothing tells it from what is paused.
    expect(missed.map(({ route, got }) => `${route.key}: ${got}`)).toEqual([
      "PUT /me/player/pause: player.pauseUsersPlayback",
    ]);
  });
});

const noun = fc.constantFrom(
  "users",
  "user",
  "jobs",
  "jobItems",
  "data",
  "search",
  "me",
  "status",
  "a",
  "API",
  "ペット",
);
const segment = fc.oneof(
  noun,
  noun.map((name) => `{${name}_id}`),
  fc.constantFrom("v1", "api", "{id}", "{a}{b}", "x:run", "_search", "0"),
);
const id = fc.oneof(
  fc.constant(""),
  fc.string({ maxLength: 12 }),
  fc
    .tuple(
      fc.constantFrom("get", "list", "create", "post", "delete", "search", "run"),
      fc.array(fc.oneof(noun, fc.constantFrom("the", "by", "id", "for", "v2", "Method", "all")), {
        maxLength: 5,
      }),
      fc.constantFrom(" ", "_", "-"),
    )
    .map(([verb, rest, glue]) => [verb, ...rest].join(glue)),
);
const operation = fc
  .record({
    method: fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "QUERY", "LINK"),
    path: fc.array(segment, { maxLength: 6 }).map((parts) => `/${parts.join("/")}`),
    id,
    tag: fc.constantFrom(
      "",
      "Users",
      "Users API",
      "jobs",
      "the",
      "API",
      "v1",
      "admin.users",
      "Shop",
      "constructor",
      "get",
    ),
  })
  .map(
    ({ method, path, id: given, tag }) =>
      rowOf(`x ; ${given.replaceAll(";", "")} ; ${method} ${path} ; ${tag}`).route,
  );
const document = fc.uniqueArray(operation, { maxLength: 25, selector: ({ key }) => key });

describe("names of any operations", () => {
  it("are unique, and identifiers", () => {
    fc.assert(
      fc.property(document, (routes) => {
        const ids = [...namesOf(routes, "Shop").values()].map((one) => one.id);
        expect(new Set(ids).size).toBe(routes.length);
        expect(ids.flatMap((one) => one.split(".")).filter((part) => !isIdentifier(part))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("do not depend on their order", () => {
    const plain = (names: Map<string, NamedRoute>): string[] =>
      [...names].map(([key, one]) => `${key} ${one.id}`).sort();
    fc.assert(
      fc.property(
        document.chain((routes) =>
          fc.tuple(
            fc.constant(routes),
            fc.shuffledSubarray(routes, { minLength: routes.length, maxLength: routes.length }),
          ),
        ),
        ([routes, shuffled]) => {
          expect(plain(namesOf(shuffled, "Shop"))).toEqual(plain(namesOf(routes, "Shop")));
        },
      ),
      { numRuns: 400 },
    );
    for (const [name, list] of documents) {
      const routes = list.map(({ route }) => route);
      expect(plain(namesOf([...routes].reverse(), name))).toEqual(plain(namesOf(routes, name)));
    }
  });
});
