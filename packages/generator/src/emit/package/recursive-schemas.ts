import type {
  InterfaceDeclaration,
  Node,
  PropertySignature,
  TypeAliasDeclaration,
  TypeNode,
} from "typescript";
import { cyclesOfGraph } from "../../model/schemas/graph-cycles.ts";
import { createScope } from "../../names/scope.ts";
import { pascalCase } from "../../names/words.ts";
import { ts } from "../../typescript.ts";

/** What the name of each alias begins with, and no name of a library. */
export const RECURSIVE_ALIAS: RegExp = /^Recursive\w*$/;

/**
 * Gives an alias to each schema that leads to itself without an object between, such as a list of itself. The type of a
 * property is read at once, so that `Json: string | components["schemas"]["Json"][]` refers to itself (TS2502); what
 * stands in an alias is read when it is asked for (https://github.com/microsoft/TypeScript/pull/33050).
 *
 * @param nodes what openapi-typescript makes of a document
 * @param nameOf the schema's own name, of the key that stands there
 */
export function nameRecursiveSchemas(nodes: readonly Node[], nameOf: (key: string) => string): Node[] {
  const schemas = schemasOf(nodes);
  const cycles = cyclesOfGraph([...schemas.keys()], (key) => {
    const type = schemas.get(key)?.type;
    return type === undefined ? [] : unguarded(type);
  });
  if (cycles.length === 0) return [...nodes];
  const scope = createScope(() => false);
  const recursive = new Set(cycles.flatMap((cycle) => [...cycle]));
  const aliases = new Map<string, string>();
  for (const key of schemas.keys()) {
    // In ASCII: no two that look alike, and nothing that a compiler may not know.
    const stem = pascalCase(nameOf(key)).replace(/\W/g, "");
    if (recursive.has(key)) aliases.set(key, scope.claim([`Recursive${stem}`]));
  }
  const declarations: TypeAliasDeclaration[] = [];
  const again = nodes.map((node) =>
    isComponents(node) ? withAliases(node, schemas, aliases, declarations) : node,
  );
  return [...declarations, ...again];
}

function isComponents(node: Node): node is InterfaceDeclaration {
  return ts.isInterfaceDeclaration(node) && node.name.text === "components";
}

/** The properties of `components["schemas"]`, by their keys. */
function schemasOf(nodes: readonly Node[]): ReadonlyMap<string, PropertySignature> {
  const members = nodes.find(isComponents)?.members ?? [];
  const holder = members.find((one) => one.name !== undefined && keyOf(one.name) === "schemas");
  const type = holder !== undefined && ts.isPropertySignature(holder) ? holder.type : undefined;
  if (type === undefined || !ts.isTypeLiteralNode(type)) return new Map();
  return new Map(type.members.filter(ts.isPropertySignature).map((one) => [keyOf(one.name), one]));
}

function keyOf(name: Node): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : "";
}

/** Schemas that a type refers to outside of its objects, whose members are read when they are asked for. */
function unguarded(type: TypeNode): string[] {
  const found: string[] = [];
  const read = (node: Node): void => {
    const key = schemaKey(node);
    if (key !== undefined) found.push(key);
    else if (!ts.isTypeLiteralNode(node)) ts.forEachChild(node, read);
  };
  read(type);
  return found;
}

/** The name in `components["schemas"]["<name>"]`. */
function schemaKey(node: Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const { objectType: root, indexType: section } = node.objectType;
  const isSchemas =
    ts.isTypeReferenceNode(root) &&
    ts.isIdentifier(root.typeName) &&
    root.typeName.text === "components" &&
    textOf(section) === "schemas";
  return isSchemas ? textOf(node.indexType) : undefined;
}

function textOf(type: TypeNode): string | undefined {
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? type.literal.text : undefined;
}

function withAliases(
  components: InterfaceDeclaration,
  schemas: ReadonlyMap<string, PropertySignature>,
  aliases: ReadonlyMap<string, string>,
  declarations: TypeAliasDeclaration[],
): Node {
  const { factory } = ts;
  const byNode = new Map<Node, string>([...schemas].map(([key, property]) => [property, key]));
  return ts.visitEachChild(components, replace, undefined);

  function replace(node: Node): Node {
    const alias = aliases.get(byNode.get(node) ?? "");
    if (alias === undefined || !ts.isPropertySignature(node) || node.type === undefined) {
      return ts.isPropertySignature(node) && keyOf(node.name) !== "schemas"
        ? node
        : ts.visitEachChild(node, replace, undefined);
    }
    const type = ts.visitNode(node.type, refer) as TypeNode;
    declarations.push(factory.createTypeAliasDeclaration(undefined, alias, undefined, type));
    const reference = factory.createTypeReferenceNode(alias);
    const named = factory.createPropertySignature(node.modifiers, node.name, node.questionToken, reference);
    // The comment above it.
    const comments = ts.getSyntheticLeadingComments(node);
    return comments === undefined ? named : ts.setSyntheticLeadingComments(named, comments);
  }

  function refer(node: Node): Node {
    const alias = aliases.get(schemaKey(node) ?? "");
    return alias === undefined
      ? ts.visitEachChild(node, refer, undefined)
      : factory.createTypeReferenceNode(alias);
  }
}
