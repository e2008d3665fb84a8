import { groupBy } from "../../group-by.ts";
import type { OperationModel } from "../../model/operation-model.ts";
import type { Model } from "../../model/types.ts";
import { firstSentence } from "./docs.ts";

/** What the operations of a client have in common. */
interface Common {
  readonly tags: readonly string[];
  /** The reason that all of several operations give for a class of the vendor's, which its description tells. */
  readonly reasons: ReadonlyMap<string, string | undefined>;
}

/** Every method asks for it, and it is found by looking at all of them. */
const found = new WeakMap<Model, Common>();

/** `@throws` of what every operation of a client can fail with: said once, where the client is described. */
export function commonThrows(model: Model): readonly string[] {
  return commonOf(model).tags;
}

/** `@throws` of an operation's own. */
export function ownThrows(operation: OperationModel, model: Model): readonly string[] {
  const { tags, reasons } = commonOf(model);
  const whole = throwsOf(operation);
  return throwsOf(operation, reasons).filter((_, index) => !tags.includes(whole[index] ?? ""));
}

function commonOf(model: Model): Common {
  const common = found.get(model) ?? { tags: tagsOfAll(model), reasons: reasonsOfAll(model) };
  found.set(model, common);
  return common;
}

function tagsOfAll({ operations }: Model): readonly string[] {
  const [first, ...others] = operations.map((operation) => new Set(throwsOf(operation)));
  if (first === undefined || others.length === 0) return [];
  return [...first].filter((tag) => others.every((tags) => tags.has(tag)));
}

function reasonsOfAll({ operations, errors }: Model): Common["reasons"] {
  const told = groupBy(
    operations.flatMap((one) => one.errors),
    ({ className }) => className,
  );
  const reasons = new Map<string, string | undefined>();
  for (const { name } of errors.classes) {
    const [first, ...others] = told.get(name) ?? [];
    if (others.length > 0 && others.every(({ description }) => description === first?.description))
      reasons.set(name, first?.description);
  }
  return reasons;
}

/** Which classes are thrown, and when; a class that stands for several statuses once. What the class says itself is left out. */
function throwsOf({ errors }: OperationModel, known?: Common["reasons"]): string[] {
  const classes = new Map<string, string[]>();
  for (const { className, status, description } of errors) {
    const when = status === "DEFAULT" ? "Otherwise" : status;
    const reason = description === known?.get(className) ? "" : firstSentence(description);
    const text = reason === "" ? `${when}.` : `${when}: ${reason}`;
    classes.set(className, [...(classes.get(className) ?? []), text]);
  }
  return [...classes].map(([name, texts]) => `@throws {${name}} ${texts.join(" ")}`);
}
