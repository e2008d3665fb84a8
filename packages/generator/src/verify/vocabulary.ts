import type { Node, SyntaxKind } from "typescript";
import { ts } from "../typescript.ts";
import type { FileFaults } from "./parse.ts";

const K = ts.SyntaxKind;

/** Kinds of nodes that a place takes. */
export type NodeKinds = ReadonlySet<SyntaxKind>;

const literals = [
  ...[K.StringLiteral, K.NumericLiteral, K.PrefixUnaryExpression],
  ...[K.TrueKeyword, K.FalseKeyword, K.NullKeyword],
];

/** What types are made of. */
const types = [
  ...literals,
  ...[K.StringKeyword, K.NumberKeyword, K.BigIntKeyword, K.BooleanKeyword, K.UnknownKeyword],
  ...[K.NeverKeyword, K.VoidKeyword, K.UndefinedKeyword, K.ObjectKeyword, K.LiteralType],
  ...[K.TypeReference, K.ArrayType, K.TupleType, K.NamedTupleMember, K.DotDotDotToken],
  ...[K.OptionalType, K.RestType, K.UnionType, K.IntersectionType, K.ParenthesizedType, K.TypeLiteral],
  ...[K.PropertySignature, K.IndexSignature, K.Parameter, K.QuestionToken, K.ComputedPropertyName],
];

/** Data: literals, lists and objects of them, and calls of functions that are known. */
const data = [
  ...literals,
  ...[K.ArrayLiteralExpression, K.ObjectLiteralExpression, K.PropertyAssignment, K.ComputedPropertyName],
  ...[K.CallExpression, K.SatisfiesExpression, K.TemplateExpression, K.TemplateHead, K.TemplateSpan],
  ...[K.TemplateMiddle, K.TemplateTail],
];

/** Of declarations of types. */
export const typeKinds: NodeKinds = new Set([
  ...types,
  ...[K.InterfaceDeclaration, K.TypeAliasDeclaration, K.ExportKeyword, K.HeritageClause],
  K.ExpressionWithTypeArguments,
]);

/** Of the types that another program writes: it looks up members, and says which cannot be written. */
export const foreignTypeKinds: NodeKinds = new Set([
  ...types,
  ...[K.AnyKeyword, K.IndexedAccessType, K.TypeOperator, K.ReadonlyKeyword, K.MinusToken, K.ExportKeyword],
]);

export const constantKinds: NodeKinds = new Set([
  ...[...types, ...data],
  ...[K.VariableStatement, K.VariableDeclarationList, K.VariableDeclaration, K.ExportKeyword],
]);

/** Of methods of one statement, which call the runtime with data and with what they were given. */
export const classKinds: NodeKinds = new Set([
  ...[...typeKinds, ...data],
  ...[K.ClassDeclaration, K.PropertyDeclaration, K.MethodDeclaration, K.Constructor],
  ...[K.Block, K.ReturnStatement, K.ExpressionStatement, K.BinaryExpression, K.EqualsToken],
  ...[K.NewExpression, K.PropertyAccessExpression, K.SpreadAssignment, K.ThisKeyword, K.SuperKeyword],
  ...[K.ReadonlyKeyword, K.StaticKeyword, K.OverrideKeyword],
]);

/** Types of the language and the platform that emitted code names. */
export const ambientTypes: ReadonlySet<string> = new Set([
  ...["AsyncIterable", "Date", "Response"],
  ...["Record", "Extract", "Exclude", "Omit"],
]);

/**
 * Whether there is more to look at within a node. A name is known or a fault, and a node is of one of the kinds or a
 * fault; neither is looked into.
 */
export function hasInside(
  node: Node,
  kinds: NodeKinds,
  isKnown: (name: string) => boolean,
  faults: FileFaults,
): boolean {
  if (ts.isIdentifier(node)) {
    if (!isKnown(node.text)) faults.add(node, `refers to ${node.text}`);
    return false;
  }
  if (kinds.has(node.kind)) return true;
  faults.add(node, `has a ${K[node.kind]}, which is not written here`);
  return false;
}

/** The text of a key that is one: of an expression, which would be run, it is not. */
export function textOfKey(name: Node): string | undefined {
  const isText = ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name);
  return isText ? name.text : undefined;
}
