import type { Target } from "@trunkline/conformance/harness";
import type { JsonObject } from "@trunkline/document";
import type { DocumentOperation } from "@trunkline/mock/document";
import { requestContent } from "../wire/sample.ts";

/** A method of a client, and the form in which it calls its route. */
export interface Method {
  readonly name: string;
  readonly target: Target;
  /** Media type of the answer, where the method is there for that. */
  readonly answer: string | undefined;
  /** Switches of the body with the values that they have in this method: the caller does not give them. */
  readonly fixed: JsonObject;
}

interface Lock {
  readonly operations: Readonly<Record<string, Names>>;
  readonly variants?: Readonly<Record<string, Names>>;
}

type Names = Target["names"] & { readonly fixed?: string };

/** The operation's own method, then one for each other form. */
export function methodsOf(operation: DocumentOperation, lock: Lock): readonly Method[] {
  const names = lock.operations[operation.route];
  if (names === undefined) return [];
  const variants = Object.entries(lock.variants ?? {}).flatMap(([key, one]) => {
    const [, place, type] = key.startsWith(`${operation.route} (`)
      ? (/ \((sent|answered) as (.*)\)$/.exec(key) ?? [])
      : [];
    return place === undefined || type === undefined ? [] : [{ key, one, place, type }];
  });
  const asked = variants.map(({ one }) => one.fixed).find((fixed) => fixed !== undefined);
  const own = { name: operation.route, sent: names.media, answer: undefined };
  return [
    methodOf(operation, names, own, asked === undefined ? {} : { [asked]: false }),
    ...variants.map(({ key, one, place, type }) => {
      const sent = place === "sent" ? type : names.media;
      const answer = place === "answered" ? type : undefined;
      return methodOf(
        operation,
        one,
        { name: key, sent, answer },
        one.fixed === undefined ? {} : { [one.fixed]: true },
      );
    }),
  ];
}

function methodOf(
  operation: DocumentOperation,
  names: Names,
  { name, sent, answer }: Pick<Method, "name" | "answer"> & { readonly sent: string | undefined },
  fixed: JsonObject,
): Method {
  const content = requestContent(operation, sent);
  const body = operation.body && content && { ...operation.body, content: [content] };
  return {
    name,
    target: { operation: { ...operation, body }, names: { ...names, walk: undefined } },
    answer,
    fixed,
  };
}
