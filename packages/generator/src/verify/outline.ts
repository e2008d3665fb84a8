import type {
  ConstructorDeclaration,
  FunctionDeclaration,
  MethodDeclaration,
  Node,
  ObjectLiteralElementLike,
  PropertyName,
  Statement,
  SyntaxKind,
  TypeElement,
  TypeNode,
  UnionOrIntersectionTypeNode,
} from "typescript";
import { ts } from "../typescript.ts";

const keywords: ReadonlyMap<SyntaxKind, string> = new Map<SyntaxKind, string>([
  [ts.SyntaxKind.StringKeyword, "string"],
  [ts.SyntaxKind.NumberKeyword, "number"],
  [ts.SyntaxKind.BooleanKeyword, "boolean"],
  [ts.SyntaxKind.UnknownKeyword, "unknown"],
  [ts.SyntaxKind.NeverKeyword, "never"],
  [ts.SyntaxKind.VoidKeyword, "void"],
  [ts.SyntaxKind.UndefinedKeyword, "undefined"],
  [ts.SyntaxKind.ObjectKeyword, "object"],
  [ts.SyntaxKind.NullKeyword, "null"],
  [ts.SyntaxKind.TrueKeyword, "true"],
  [ts.SyntaxKind.FalseKeyword, "false"],
]);

/** What the emitter never writes: it stands in no outline that is expected. */
function foreign(node: Node): string {
  return `<${ts.SyntaxKind[node.kind]}>`;
}

/** A type in one line, without parentheses: equal for types that are written alike. */
export function typeOutline(node: TypeNode): string {
  const keyword = keywords.get(node.kind);
  if (keyword !== undefined) return keyword;
  if (ts.isLiteralTypeNode(node)) return literalOutline(node.literal);
  if (ts.isParenthesizedTypeNode(node)) return typeOutline(node.type);
  if (ts.isUnionTypeNode(node)) return group("|", flat(node, ts.isUnionTypeNode));
  if (ts.isIntersectionTypeNode(node)) return group("&", flat(node, ts.isIntersectionTypeNode));
  if (ts.isArrayTypeNode(node)) return group("[]", [typeOutline(node.elementType)]);
  if (ts.isTupleTypeNode(node)) return group("tuple", node.elements.map(elementOutline));
  if (ts.isTypeLiteralNode(node)) return membersOutline(node.members);
  if (ts.isTypeReferenceNode(node)) return referenceOutline(node.typeName, node.typeArguments);
  if (ts.isExpressionWithTypeArguments(node)) return referenceOutline(node.expression, node.typeArguments);
  return foreign(node);
}

/** `name(a,b)`. */
export function group(name: string, parts: readonly string[]): string {
  return `${name}(${parts.join(",")})`;
}

function flat<T extends UnionOrIntersectionTypeNode>(node: T, isSame: (other: Node) => other is T): string[] {
  return node.types.flatMap((type) => {
    let inner: TypeNode = type;
    while (ts.isParenthesizedTypeNode(inner)) inner = inner.type;
    return isSame(inner) ? flat(inner, isSame) : [typeOutline(inner)];
  });
}

function elementOutline(node: TypeNode): string {
  if (ts.isOptionalTypeNode(node)) return `${typeOutline(node.type)}?`;
  if (ts.isRestTypeNode(node)) return `...${typeOutline(node.type)}`;
  return typeOutline(node);
}

function literalOutline(node: Node): string {
  const keyword = keywords.get(node.kind);
  if (keyword !== undefined) return keyword;
  if (ts.isStringLiteral(node)) return JSON.stringify(node.text);
  if (ts.isNumericLiteral(node)) return String(Number(node.text));
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    return `-${literalOutline(node.operand)}`;
  }
  return foreign(node);
}

function referenceOutline(name: Node, typeArguments: readonly TypeNode[] | undefined): string {
  if (!ts.isIdentifier(name)) return foreign(name);
  const list = (typeArguments ?? []).map(typeOutline);
  if (name.text === "Record" && list[0] === "string" && list.length === 2) return `{[]:${list[1]}}`;
  return list.length === 0 ? name.text : `${name.text}<${list.join(",")}>`;
}

/** Members of an interface or of an object type. */
export function membersOutline(members: readonly TypeElement[]): string {
  return `{${members.map(memberOutline).join(";")}}`;
}

function memberOutline(node: TypeElement): string {
  if (ts.isIndexSignatureDeclaration(node)) return `[]:${typeOutline(node.type)}`;
  if (!ts.isPropertySignature(node) || node.type === undefined || node.modifiers) return foreign(node);
  return `${JSON.stringify(nameOf(node.name))}${node.questionToken ? "?" : ""}:${typeOutline(node.type)}`;
}

/** The text of a key, however it is written. */
export function nameOf(name: PropertyName): string {
  if (ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name)) return name.text;
  // How `__proto__` is written where it is a key and not the prototype.
  if (ts.isComputedPropertyName(name) && ts.isStringLiteral(name.expression)) return name.expression.text;
  return foreign(name);
}

/** An expression of a method's body. */
export function expressionOutline(node: Node): string {
  if (ts.isIdentifier(node)) return node.text;
  if (node.kind === ts.SyntaxKind.ThisKeyword) return "this";
  if (node.kind === ts.SyntaxKind.SuperKeyword) return "super";
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name)) {
    return `${expressionOutline(node.expression)}.${node.name.text}`;
  }
  if (ts.isCallExpression(node) && !node.questionDotToken) {
    const types =
      node.typeArguments === undefined ? "" : `<${node.typeArguments.map(typeOutline).join(",")}>`;
    return group(`${expressionOutline(node.expression)}${types}`, node.arguments.map(expressionOutline));
  }
  if (ts.isNewExpression(node) && !node.typeArguments) {
    return group(`new ${expressionOutline(node.expression)}`, (node.arguments ?? []).map(expressionOutline));
  }
  if (ts.isObjectLiteralExpression(node)) return `{${node.properties.map(fieldOutline).join(",")}}`;
  return literalOutline(node);
}

function fieldOutline(node: ObjectLiteralElementLike): string {
  if (ts.isSpreadAssignment(node)) return `...${expressionOutline(node.expression)}`;
  if (!ts.isPropertyAssignment(node)) return foreign(node);
  return `${JSON.stringify(nameOf(node.name))}:${expressionOutline(node.initializer)}`;
}

/** A statement of a function's body. */
export function statementOutline(node: Statement): string {
  if (ts.isReturnStatement(node) && node.expression) return `return ${expressionOutline(node.expression)}`;
  if (ts.isExpressionStatement(node)) {
    const { expression } = node;
    return ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.EqualsToken
      ? `${expressionOutline(expression.left)}=${expressionOutline(expression.right)}`
      : expressionOutline(expression);
  }
  return foreign(node);
}

/** Parameters, result and body of a method or constructor. */
export function functionOutline(
  node: MethodDeclaration | ConstructorDeclaration | FunctionDeclaration,
): string {
  const parameters = node.parameters.map((one) => {
    if (!ts.isIdentifier(one.name) || one.type === undefined || one.dotDotDotToken || one.modifiers) {
      return foreign(one);
    }
    const initial = one.initializer === undefined ? "" : `=${expressionOutline(one.initializer)}`;
    return `${one.name.text}${one.questionToken ? "?" : ""}:${typeOutline(one.type)}${initial}`;
  });
  const result = node.type === undefined ? "" : `:${typeOutline(node.type)}`;
  const generics = node.typeParameters === undefined ? "" : "<TypeParameters>";
  const body = (node.body?.statements ?? []).map(statementOutline);
  return `${generics}(${parameters.join(",")})${result}{${body.join(";")}}`;
}
