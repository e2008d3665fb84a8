import { createRequire } from "node:module";
import { findTwinsOnce, type Keywords } from "@trunkline/document";
import { LIMITS } from "@trunkline/document/mock";

interface Fault {
  readonly keyword?: string;
  readonly instancePath?: string;
  readonly params?: object;
  readonly message?: string;
}

interface Validate {
  (value: unknown): boolean;
  errors?: readonly Fault[] | null;
}

interface Ajv extends Keywords {
  readonly opts: object;
  readonly formats: object;
  compile(schema: object): Validate;
}

const isBounded: WeakSet<object> = new WeakSet();
const isLinear: WeakSet<object> = new WeakSet();

/**
 * Has Prism find the first fault of a large value alone. It looks for all of them, each with the whole way to its place:
 * of one long name with many wrong members beneath, or of a list with a fault in each item, that is the square of the
 * value. And has it compare the items of a list in time that grows with the list. Prism has no option for either, so the
 * one method by which it makes its validators is wrapped, in this thread alone.
 */
export function boundFaults(): void {
  // Prism's own Ajv, of which this package may have another beside it.
  const ofPrism = createRequire(createRequire(import.meta.url).resolve("@stoplight/prism-http"));
  const { prototype } = (ofPrism("ajv/dist/core") as { default: { prototype: Ajv } }).default;
  if (isBounded.has(prototype)) return;
  isBounded.add(prototype);
  const { compile } = prototype;
  prototype.compile = function (this: Ajv, schema) {
    if (!isLinear.has(this)) findTwinsOnce(this);
    isLinear.add(this);
    try {
      return bounded(compile.call(this, schema), () => compile.call(findingOne(this), schema));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return tooDeep();
    }
  };
}

/** Prism takes what it cannot compile for what admits everything. Of schemas that lead to each other no end says so. */
function tooDeep(): Validate {
  const validate: Validate = () => {
    validate.errors = [{ keyword: "$ref", instancePath: "", params: {}, message: DEEP }];
    return false;
  };
  return validate;
}

const DEEP =
  "cannot be judged: its schema leads to so many others, each by way of the one before, that the validator gives up";

const findingFirst: WeakMap<Ajv, Ajv> = new WeakMap();

function findingOne(ajv: Ajv): Ajv {
  const known = findingFirst.get(ajv);
  if (known) return known;
  const Same = ajv.constructor as new (options: object) => Ajv;
  const made = new Same({ ...ajv.opts, allErrors: false });
  Object.assign(made.formats, ajv.formats);
  findTwinsOnce(made);
  findingFirst.set(ajv, made);
  return made;
}

function bounded(all: Validate, compileFirst: () => Validate): Validate {
  let first: Validate | undefined;
  const validate: Validate = (value) => {
    if (isLarge(value)) {
      first ??= compileFirst();
      if (!first(value)) {
        // Of alternatives each has one.
        validate.errors = (first.errors ?? []).map((error, at, { length }) =>
          at < length - 1 ? error : { ...error, message: `${error.message} (${FIRST})` },
        );
        return false;
      }
    }
    const isValid = all(value);
    validate.errors = all.errors ?? null;
    return isValid;
  };
  return validate;
}

const FIRST = "the first fault: the value is too large for all of them to be told";

/** Of what is told of a fault beside its place. */
const TOLD = 100;

/** Whether a fault in each value would take more to tell than the limit; looks no further than that. */
function isLarge(value: unknown): boolean {
  const open: [value: unknown, place: number][] = [[value, 0]];
  let told = 0;
  for (let one = open.pop(); one; one = open.pop()) {
    const [here, place] = one;
    told += place + TOLD;
    if (told > LIMITS.faultText) return true;
    if (typeof here !== "object" || here === null) continue;
    for (const name of Object.keys(here)) {
      open.push([(here as Record<string, unknown>)[name], place + name.length + 1]);
      if (open.length * TOLD > LIMITS.faultText) return true;
    }
  }
  return false;
}
