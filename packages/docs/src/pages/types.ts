import type { Declaration, Model } from "@trunkline/generator/reference";
import { describe, fieldTable } from "../fields.ts";
import { linkBetween, type Page } from "../page.ts";
import type { Places } from "../places.ts";
import { blocks, code } from "../text.ts";
import { type LinkOf, typeMarkdown } from "../type-markdown.ts";

/** Pages of types: those of one resource together, and those that several share. */
export function typePages(model: Model, places: Places): Page[] {
  const declarations = new Map(model.declarations.map((one) => [one.name, one]));
  const users = usersOf(model);
  return [...places.typePages].map(([path, names]) => {
    const linkOf: LinkOf = (name) => {
      const place = places.types.get(name);
      return place === undefined ? undefined : linkBetween(path, place);
    };
    const own = names.flatMap((name) => declarations.get(name) ?? []);
    const resource = own[0]?.resource;
    const sections = own.map((one) => {
      const usedBy = (users.get(one.name) ?? []).map(
        (id) => `[${code(id)}](${linkBetween(path, places.methods.get(id) ?? "")})`,
      );
      const used = usedBy.length === 0 ? [] : [`Used by ${usedBy.join(", ")}.`];
      return [`## ${one.name}`, ...declared(one, linkOf), ...used].join("\n\n");
    });
    const title = `Types of ${resource === undefined ? "several resources" : `client.${resource}`}`;
    return {
      path,
      title,
      summary: names.slice(0, 8).join(", "),
      group: "Types",
      body: sections.join("\n\n"),
    };
  });
}

function declared({ docs, shape, input }: Declaration, linkOf: LinkOf): string[] {
  const words = docs.text === undefined || docs.text.trim() === "" ? [] : [blocks(docs.text)];
  const more = describe({ ...docs, text: undefined }, input);
  const about = [...words, ...(more === "" ? [] : [more])];
  switch (shape.kind) {
    case "alias":
      return [...about, `It is ${typeMarkdown(shape.type, linkOf)}.`];
    case "page":
      return [
        ...about,
        `A page of ${typeMarkdown(shape.item, linkOf)}.`,
        ...(shape.properties.length === 0 ? [] : [fieldTable(shape.properties, linkOf, false)]),
      ];
    case "interface":
      return [
        ...about,
        ...(shape.extends.length === 0
          ? []
          : [`It has the fields of ${shape.extends.map((one) => typeMarkdown(one, linkOf)).join(" and ")}.`]),
        ...(shape.properties.length === 0 ? [] : [fieldTable(shape.properties, linkOf, input)]),
        ...(shape.index === undefined ? [] : [`Other fields are ${typeMarkdown(shape.index, linkOf)}.`]),
        ...(shape.properties.length + shape.extends.length === 0 && shape.index === undefined
          ? ["It has no fields that are known."]
          : []),
      ];
  }
}

/** Methods shown beside a type. */
const USERS = 12;

/** Type -> operations that name it, in the order of the document. */
function usersOf({ operations }: Model): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const { id, params, page, result, errors } of operations) {
    const named = new Set<string>([
      ...(params === undefined ? [] : [params.name]),
      ...(page === undefined ? [] : [page.name, ...names(page.item)]),
      ...names(result.type),
      ...errors.flatMap(({ body }) => (body === undefined ? [] : names(body))),
    ]);
    for (const name of named) {
      const known = users.get(name) ?? [];
      if (known.length < USERS) users.set(name, [...known, id]);
    }
  }
  return users;
}

/** Names of types within a type, found without recursion: types nest as deep as a document does. */
function names(type: object): string[] {
  const found: string[] = [];
  const open: unknown[] = [type];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    const one = next as { readonly kind?: unknown; readonly name?: unknown };
    if (one.kind === "reference" && typeof one.name === "string") found.push(one.name);
    for (const [key, value] of Object.entries(next)) if (key !== "docs") open.push(value);
  }
  return found;
}
