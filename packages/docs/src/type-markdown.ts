import type { PropertyModel, TypeNode } from "@trunkline/generator/reference";
import { code } from "./text.ts";

/** Where a name of a type leads, seen from the page that it stands on; `undefined` = nowhere. */
export type LinkOf = (name: string) => string | undefined;

/** Deeper in objects that have no name, dots stand for the rest. */
const DEPTH = 3;

/** Members of a union that are shown; a list of words that goes on says how many there are. */
const MEMBERS = 40;

/** A piece of a type: code, a name with its link, or a bar, which a table would take for its own in code. */
type Piece = { readonly code: string } | { readonly name: string } | { readonly bar: true };

/** A type on one line, each name of a type of the package a link. Fit for cells of tables. */
export function typeMarkdown(node: TypeNode, linkOf: LinkOf): string {
  let markdown = "";
  let open = "";
  const close = (): void => {
    const glue = markdown !== "" && !markdown.endsWith(" ") && open.trim() !== "" ? " " : "";
    // Code beside code would be read as one.
    if (open.trim() !== "")
      markdown += `${markdown.endsWith("`") ? " " : markdown.endsWith(")") ? "" : glue}${code(open.trim())}`;
    open = "";
  };
  for (const piece of piecesOf(node, 0)) {
    if ("code" in piece) {
      open += piece.code;
      continue;
    }
    if ("bar" in piece) {
      close();
      markdown += " \\| ";
      continue;
    }
    const link = linkOf(piece.name);
    if (link === undefined) {
      open += piece.name;
      continue;
    }
    close();
    markdown += `[${code(piece.name)}](${link})`;
  }
  close();
  return markdown;
}

function piecesOf(node: TypeNode, depth: number): Piece[] {
  switch (node.kind) {
    case "primitive":
      return [{ code: node.name }];
    case "external":
      return [{ code: node.name === "Day" ? "Date" : node.name }];
    case "int64":
      return joined(node.names.map((name): Piece[] => [{ code: name }]));
    case "literal":
      return [{ code: JSON.stringify(node.value) }];
    case "other":
      return [{ code: `other ${node.name}` }];
    case "reference":
      return [{ name: node.name }];
    case "array":
      return [...grouped(node.items, depth), { code: "[]" }];
    case "iterable":
      return [{ code: "AsyncIterable<" }, ...piecesOf(node.items, depth), { code: ">" }];
    case "tuple":
      return [{ code: "[" }, ...tuple(node, depth), { code: "]" }];
    case "object":
      return objectPieces(node.properties, node.index, depth);
    case "union":
      return joined(
        shown(node.members).map((member) => piecesOf(member, depth)),
        node.members.length,
      );
    case "intersection":
      return node.members.flatMap((member, index) => [
        ...(index === 0 ? [] : [{ code: " & " }]),
        ...grouped(member, depth),
      ]);
  }
}

function shown(members: readonly TypeNode[]): readonly TypeNode[] {
  return members.slice(0, MEMBERS);
}

function joined(members: readonly Piece[][], count: number = members.length): Piece[] {
  const pieces = members.flatMap((one, index): Piece[] => (index === 0 ? one : [{ bar: true }, ...one]));
  return count > members.length
    ? [...pieces, { bar: true }, { code: `… ${count - members.length} more` }]
    : pieces;
}

function grouped(node: TypeNode, depth: number): Piece[] {
  const isSeveral =
    ((node.kind === "union" || node.kind === "intersection") && node.members.length > 1) ||
    (node.kind === "int64" && node.names.length > 1);
  const pieces = piecesOf(node, depth);
  return isSeveral ? [{ code: "(" }, ...pieces, { code: ")" }] : pieces;
}

function tuple(node: TypeNode & { readonly kind: "tuple" }, depth: number): Piece[] {
  const items = node.items.map((item, index) =>
    index < node.optionalFrom ? piecesOf(item, depth) : [...grouped(item, depth), { code: "?" }],
  );
  const rest =
    node.rest === undefined ? [] : [[{ code: "..." }, ...grouped(node.rest, depth), { code: "[]" }]];
  return [...items, ...rest].flatMap((one, index) => (index === 0 ? one : [{ code: ", " }, ...one]));
}

function objectPieces(
  properties: readonly PropertyModel[],
  index: TypeNode | undefined,
  depth: number,
): Piece[] {
  if (properties.length === 0 && index === undefined) return [{ code: "{}" }];
  if (depth >= DEPTH) return [{ code: "{ … }" }];
  const members = properties.map(({ name, optional, type }): Piece[] => [
    { code: `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)}${optional ? "?" : ""}: ` },
    ...piecesOf(type, depth + 1),
  ]);
  if (index !== undefined) members.push([{ code: "[name: string]: " }, ...piecesOf(index, depth + 1)]);
  return [
    { code: "{ " },
    ...members.flatMap((one, at) => (at === 0 ? one : [{ code: "; " }, ...one])),
    { code: " }" },
  ];
}
