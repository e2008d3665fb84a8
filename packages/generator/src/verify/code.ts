import type { CallExpression, NewExpression, Node, PropertyAccessExpression, SyntaxKind } from "typescript";
import { ts } from "../typescript.ts";
import type { FileFaults } from "./parse.ts";

const K = ts.SyntaxKind;

/** What types are made of. */
const types = [
  ...[
    K.StringKeyword,
    K.NumberKeyword,
    K.BigIntKeyword,
    K.BooleanKeyword,
    K.UnknownKeyword,
    K.NeverKeyword,
    K.VoidKeyword,
  ],
  ...[K.UndefinedKeyword, K.ObjectKeyword, K.NullKeyword, K.TrueKeyword, K.FalseKeyword, K.LiteralType],
  ...[K.StringLiteral, K.NumericLiteral, K.PrefixUnaryExpression, K.TypeReference, K.ArrayType, K.TupleType],
  ...[K.OptionalType, K.RestType, K.UnionType, K.IntersectionType, K.ParenthesizedType, K.TypeLiteral],
  ...[K.PropertySignature, K.IndexSignature, K.Parameter, K.QuestionToken, K.ComputedPropertyName],
  ...[K.NamedTupleMember, K.DotDotDotToken],
];

/** Data: literals, lists and objects of them, and calls of functions that are known. */
const data = [
  ...[
    K.StringLiteral,
    K.NumericLiteral,
    K.PrefixUnaryExpression,
    K.TrueKeyword,
    K.FalseKeyword,
    K.NullKeyword,
  ],
  ...[K.ArrayLiteralExpression, K.ObjectLiteralExpression, K.PropertyAssignment, K.ComputedPropertyName],
  ...[K.CallExpression, K.SatisfiesExpression, K.TemplateExpression, K.TemplateHead, K.TemplateSpan],
  ...[K.TemplateMiddle, K.TemplateTail],
];

const typeKinds: ReadonlySet<SyntaxKind> = new Set([
  ...types,
  ...[K.InterfaceDeclaration, K.TypeAliasDeclaration, K.ExportKeyword, K.HeritageClause],
  K.ExpressionWithTypeArguments,
]);

const constantKinds: ReadonlySet<SyntaxKind> = new Set([
  ...[...types, ...data],
  ...[K.VariableStatement, K.VariableDeclarationList, K.VariableDeclaration, K.ExportKeyword],
]);

/** Methods of one statement, which call the runtime with data and with what they were given. */
const classKinds: ReadonlySet<SyntaxKind> = new Set([
  ...[...typeKinds, ...data],
  ...[
    K.ClassDeclaration,
    K.PropertyDeclaration,
    K.MethodDeclaration,
    K.Constructor,
    K.Block,
    K.ReturnStatement,
  ],
  ...[K.ExpressionStatement, K.BinaryExpression, K.EqualsToken, K.NewExpression, K.PropertyAccessExpression],
  ...[
    K.SpreadAssignment,
    K.ThisKeyword,
    K.SuperKeyword,
    K.ReadonlyKeyword,
    K.StaticKeyword,
    K.OverrideKeyword,
  ],
]);

/** Types of the language and the platform that emitted code names. */
const globals: ReadonlySet<string> = new Set(["AsyncIterable", "Date", "Record", "Response"]);

const none: ReadonlySet<string> = new Set();

/** Names that a file may use. */
export interface Names {
  /** Imported or declared. */
  readonly known: ReadonlySet<string>;
  /** Members of the class that is looked at. */
  readonly members: ReadonlySet<string>;
  /** Keys of the constant `operations`. */
  readonly operations: ReadonlySet<string>;
}

/**
 * Holds a declaration to what the emitter writes: kinds of nodes, names that are known, and calls of nothing but the
 * runtime. Text of a document can be nothing else in it than a literal, a key or a comment.
 */
export function checkCode(statement: Node, { known, members, operations }: Names, faults: FileFaults): void {
  const kinds = ts.isClassDeclaration(statement)
    ? classKinds
    : ts.isVariableStatement(statement)
      ? constantKinds
      : typeKinds;
  const visit = (node: Node, given: ReadonlySet<string>): void => {
    if (ts.isIdentifier(node)) {
      const isKnown = known.has(node.text) || globals.has(node.text) || given.has(node.text);
      if (!isKnown) faults.add(node, `refers to ${node.text}`);
      return;
    }
    if (!kinds.has(node.kind)) {
      faults.add(node, `has a ${K[node.kind]}, which is not written here`);
      return;
    }
    if (ts.isPropertyAccessExpression(node)) {
      if (!isKnownMember(node)) faults.add(node, `refers to ${node.getText(faults.file)}`);
      return;
    }
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && !isKnownCallee(node)) {
      faults.add(node, `calls ${node.expression.getText(faults.file)}`);
      return;
    }
    const parameters =
      ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node) ? node.parameters : [];
    const inner =
      parameters.length === 0
        ? given
        : new Set(parameters.map(({ name }) => (ts.isIdentifier(name) ? name.text : "")));
    const own = (node as { readonly name?: Node }).name;
    ts.forEachChild(node, (child) => {
      if (child !== own) visit(child, inner);
      else checkName(child, node);
    });
  };
  const isKnownMember = ({ expression, name }: PropertyAccessExpression): boolean => {
    if (expression.kind === K.ThisKeyword)
      return /^_(?:call|page)$/.test(name.text) || members.has(name.text);
    return ts.isIdentifier(expression) && expression.text === "operations" && operations.has(name.text);
  };
  const isKnownCallee = ({ expression }: CallExpression | NewExpression): boolean => {
    if (ts.isIdentifier(expression)) return known.has(expression.text);
    if (expression.kind === K.SuperKeyword) return true;
    return (
      ts.isPropertyAccessExpression(expression) &&
      /^this\._(?:call|page)$/.test(expression.getText(faults.file))
    );
  };
  /** Names of members and keys are text; an expression is one of two. */
  const checkName = (name: Node, owner: Node): void => {
    const isText = ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name);
    const text = name.getText(faults.file);
    // As a plain key of an object, `__proto__` would set its prototype.
    const isPrototype = ts.isPropertyAssignment(owner) && /^["']?__proto__["']?$/.test(text);
    if (isText ? isPrototype : text !== '["__proto__"]' && text !== "[Symbol.hasInstance]")
      faults.add(name, "has a key that is not a text");
  };
  visit(statement, none);
}
