import type { CallExpression, NewExpression, Node, PropertyAccessExpression } from "typescript";
import { ts } from "../typescript.ts";
import type { FileFaults } from "./parse.ts";
import { ambientTypes, classKinds, constantKinds, hasInside, textOfKey, typeKinds } from "./vocabulary.ts";

const K = ts.SyntaxKind;

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
    const isKnown = (name: string): boolean => known.has(name) || ambientTypes.has(name) || given.has(name);
    if (!hasInside(node, kinds, isKnown, faults)) return;
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
    const text = textOfKey(name);
    // As a plain key of an object, `__proto__` would set its prototype.
    const isPrototype = ts.isPropertyAssignment(owner) && text === "__proto__";
    const isExpression =
      text === undefined && !/^\["__proto__"\]$|^\[Symbol\.hasInstance\]$/.test(name.getText(faults.file));
    if (isPrototype || isExpression) faults.add(name, "has a key that is not a text");
  };
  visit(statement, none);
}
