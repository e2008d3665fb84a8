import { UsageError } from "./errors/usage-error.ts";
import { exactAt } from "./exact-json.ts";

// Pointers stand in definitions: they are few, and used again with every answer.
const read: Map<string, readonly string[]> = new Map();

/** Steps of a JSON pointer (RFC 6901). @throws UsageError for text that is not one */
export function pointerSteps(pointer: string): readonly string[] {
  if (pointer === "") return [];
  const known = read.get(pointer);
  if (known) return known;
  if (!pointer.startsWith("/") || /~(?![01])/.test(pointer)) {
    throw new UsageError(`"${pointer}" is not a JSON pointer: it starts with "/", and "~" is written "~0".`);
  }
  const steps = pointer
    .slice(1)
    .split("/")
    .map((step) => step.replace(/~1/g, "/").replace(/~0/g, "~"));
  read.set(pointer, steps);
  return steps;
}

/** The pointer with these steps. */
export function pointerOf(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}

/**
 * The value that a JSON pointer names, or `undefined`. Only the document's own members count: `/constructor` and
 * `/__proto__` find nothing that is not written there.
 */
export function readPointer(document: unknown, pointer: string): unknown {
  return readSteps(document, pointerSteps(pointer));
}

function readSteps(document: unknown, steps: readonly string[]): unknown {
  let value = document;
  for (const step of steps) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    if (Array.isArray(value) && !isIndex(step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** The same, an integer beyond 2^53 with all its digits. */
export function readExact(document: unknown, pointer: string): unknown {
  const steps = pointerSteps(pointer);
  const last = steps.at(-1);
  const holder = last === undefined ? undefined : readSteps(document, steps.slice(0, -1));
  const digits = typeof holder === "object" && holder ? exactAt(holder, String(last)) : undefined;
  return digits ?? readSteps(document, steps);
}

/** The first candidate that the body holds as text. */
export function firstText(body: unknown, pointers: readonly string[] | undefined): string | undefined {
  return first(body, pointers, (value) => typeof value === "string" && value !== "") as string | undefined;
}

/** The first candidate in the body that is accepted. */
export function first(
  body: unknown,
  pointers: readonly string[] = [],
  accept: (value: unknown) => boolean,
): unknown {
  return pointers.map((pointer) => readPointer(body, pointer)).find(accept);
}

/**
 * A copy of the document with the value at the pointer. What lies on the way there is copied or made; the rest is
 * shared with the original.
 *
 * @throws UsageError when a step leads into something that is not an object, or beyond the end of an array
 */
export function writePointer(document: unknown, pointer: string, value: unknown): unknown {
  return writeSteps(document, pointerSteps(pointer), value, pointer);
}

function writeSteps(
  document: unknown,
  [step, ...rest]: readonly string[],
  value: unknown,
  pointer: string,
): unknown {
  if (step === undefined) return value;
  if (Array.isArray(document)) {
    const index = step === "-" ? document.length : Number(step);
    if (step !== "-" && (!isIndex(step) || index > document.length)) {
      throw new UsageError(
        `"${pointer}" leads to "${step}", which is not an index of an array of ${document.length}.`,
      );
    }
    const copy = [...document];
    copy[index] = writeSteps(document[index], rest, value, pointer);
    return copy;
  }
  const object = document ?? {};
  if (typeof object !== "object") {
    throw new UsageError(`"${pointer}" leads through a ${typeof object}, which has no member "${step}".`);
  }
  const member = Object.hasOwn(object, step) ? (object as Record<string, unknown>)[step] : undefined;
  // Spread and computed keys define members; they never reach the setter of `__proto__`.
  return { ...object, [step]: writeSteps(member, rest, value, pointer) };
}

function isIndex(step: string): boolean {
  return /^(?:0|[1-9][0-9]*)$/.test(step);
}
