import type { Node } from "typescript";
import { ts } from "../typescript.ts";
import { nameOf } from "./outline.ts";

/**
 * What of an expression is more than data: literals, lists and objects of them, names that the file may use, and calls of
 * such names. Text of a document can be nothing else in it than a literal or a key.
 *
 * @param names - that may be called or referred to
 * @returns the first node that is no data, and why
 */
export function foreignNode(
  node: Node,
  names: ReadonlySet<string>,
): { readonly node: Node; readonly reason: string } | undefined {
  const all = (list: readonly Node[]): ReturnType<typeof foreignNode> => {
    for (const one of list) {
      const found = foreignNode(one, names);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  switch (node.kind) {
    case ts.SyntaxKind.StringLiteral:
    case ts.SyntaxKind.NumericLiteral:
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
    case ts.SyntaxKind.NullKeyword:
      return undefined;
  }
  if (ts.isIdentifier(node)) {
    return names.has(node.text) ? undefined : { node, reason: `refers to ${node.text}` };
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken)
    return all([node.operand]);
  if (ts.isArrayLiteralExpression(node)) return all(node.elements);
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && !node.typeArguments) {
    return all([node.expression, ...node.arguments]);
  }
  if (ts.isSatisfiesExpression(node)) return all([node.expression]);
  if (ts.isTemplateExpression(node)) return all(node.templateSpans.map(({ expression }) => expression));
  if (ts.isObjectLiteralExpression(node)) {
    for (const field of node.properties) {
      if (!ts.isPropertyAssignment(field)) return { node: field, reason: "has a field that is no value" };
      const isComputed = ts.isComputedPropertyName(field.name);
      const key = nameOf(field.name);
      if ((key === "__proto__") !== isComputed) return { node: field, reason: "has a key that is no text" };
      const found = foreignNode(field.initializer, names);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return { node, reason: `has an expression of kind ${ts.SyntaxKind[node.kind]}` };
}
