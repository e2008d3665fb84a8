import type { OperationModel } from "../../model/operation-model.ts";
import type { Model } from "../../model/types.ts";
import { firstSentence } from "./docs.ts";

/** `@throws` of what every operation of a client can fail with: said once, where the client is described. */
export function commonThrows(model: Model): readonly string[] {
  const [first, ...others] = model.operations.map((operation) => throwsOf(operation));
  if (first === undefined || others.length === 0) return [];
  return first.filter((tag) => others.every((tags) => tags.includes(tag)));
}

/** `@throws` of an operation's own. */
export function ownThrows(operation: OperationModel, model: Model): readonly string[] {
  const common = commonThrows(model);
  return throwsOf(operation, (className) => commonReason(className, model)).filter(
    (_, index) => !common.includes(throwsOf(operation)[index] ?? ""),
  );
}

/** Which classes are thrown, and when; a class that stands for several statuses once. What the class says itself is left out. */
function throwsOf({ errors }: OperationModel, known?: (className: string) => string | undefined): string[] {
  const classes = new Map<string, string[]>();
  for (const { className, status, description } of errors) {
    const when = status === "DEFAULT" ? "Otherwise" : status;
    const reason = description === known?.(className) ? "" : firstSentence(description);
    const text = reason === "" ? `${when}.` : `${when}: ${reason}`;
    classes.set(className, [...(classes.get(className) ?? []), text]);
  }
  return [...classes].map(([name, texts]) => `@throws {${name}} ${texts.join(" ")}`);
}

/** The reason that all of several operations give for a class of the vendor's, which then stands in the description of the class. */
function commonReason(className: string, { operations, errors }: Model): string | undefined {
  if (!errors.classes.some(({ name }) => name === className)) return undefined;
  const told = operations.flatMap((one) => one.errors).filter((one) => one.className === className);
  const reasons = new Set(told.map(({ description }) => description));
  const [only] = reasons;
  return told.length > 1 && reasons.size === 1 ? only : undefined;
}
