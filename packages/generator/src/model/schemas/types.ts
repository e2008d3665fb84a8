import { isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import { docsOf } from "../docs.ts";
import { type At, below, printPointer, stepsOf } from "../document.ts";
import { type Field, type Fields, flatten, placeKey } from "../fields.ts";
import { unknownType } from "../nodes.ts";
import type { Docs, PropertyModel, Shape, TypeNode } from "../type-nodes.ts";
import { convertSchema } from "./convert.ts";
import type { Aim, Converter, Direction, FormAim, Int64As } from "./converter.ts";
import { createDirections } from "./directions.ts";
import { discriminatorsOf } from "./discriminators.ts";
import { mayHoldFile } from "./files.ts";
import { propertyOf } from "./object-type.ts";
import { shapeOf } from "./shape.ts";
import { baseKey, supertypesOf } from "./supertypes.ts";

/** A type that gets a name. Until all are known, types refer to it by `key`. */
export interface Draft {
  readonly key: string;
  readonly pointer: string;
  readonly direction: Direction;
  /** The name that it would like. */
  readonly wanted: string;
  readonly docs: Docs;
  readonly shape: Shape;
}

export interface Types {
  /** The type of a schema. An inline object gets a declaration of its own under `wanted`; "" = it is written in place. */
  of(at: At<JsonValue>, direction: Direction, wanted: string, form?: FormAim): TypeNode;
  /** The fields of a schema that is a plain object. */
  fields(at: At<JsonValue>): Fields | undefined;
  /** A field as a property; `undefined` where it does not go this way. */
  property(
    name: string,
    one: Field,
    direction: Direction,
    owner: string,
    form?: FormAim,
  ): PropertyModel | undefined;
  /** Declares every type that was referred to, and what these refer to in turn. */
  drafts(): ReadonlyMap<string, Draft>;
}

/** Key of the type that requests use, where it differs. */
export function inputKey(pointer: string): string {
  return `${pointer}!input`;
}

const FORM = "!form";

/** Where the type of a form stands that has files, which its schema's own type has not. */
function formPointer(pointer: string): string {
  return `${pointer}${FORM}`;
}

/** The schema that a draft is made of; of a form, whose type stands beside it. */
export function ownPointer(pointer: string): string {
  return pointer.endsWith(FORM) ? pointer.slice(0, -FORM.length) : pointer;
}

/**
 * @param baseName - the name that the type of a component would like
 * @param int64 - what integers of 64 bits are in answers
 */
export function createTypes(
  document: JsonObject,
  baseName: (pointer: string) => string,
  int64: Int64As = "number",
): Types {
  const drafts = new Map<string, Draft>();
  const pending: (() => void)[] = [];
  const discriminators = discriminatorsOf(document);
  const convert = (at: At<JsonValue>, aim: Aim): TypeNode => convertSchema(converter, at, aim);
  const differs = createDirections(document, convert);
  const supertypes = supertypesOf(document);
  const converter: Converter = { document, int64, convert, reference, base, declare };

  return {
    of: (at, direction, wanted, form) => convert(at, { direction, wanted, dry: false, form }),
    fields: (at) => flatten(document, at),
    property: (name, one, direction, owner, form) =>
      propertyOf(converter, name, one, { direction, wanted: owner, dry: false, form }),
    drafts() {
      // Shaping one can bring up others.
      for (let index = 0; index < pending.length; index++) pending[index]?.();
      pending.length = 0;
      return drafts;
    },
  };

  function reference(ref: string, aim: Aim): TypeNode {
    const pointer = stepsOf(ref);
    const key = printPointer(pointer);
    if (aim.dry) return { kind: "reference", name: key };
    const at = below({ value: document, pointer: [] }, ...pointer);
    return at === undefined ? unknownType : declare(at, { ...aim, wanted: baseName(key) });
  }

  function base(ref: string, aim: Aim): TypeNode {
    const type = reference(ref, aim);
    const pointer = printPointer(stepsOf(ref));
    const at = below({ value: document, pointer: [] }, ...stepsOf(ref));
    if (at === undefined || aim.dry || !supertypes.byPointer.has(pointer)) return type;
    const own = { value: at.value, pointer: stepsOf(baseKey(pointer)) };
    return declare(own, { ...aim, wanted: `${baseName(pointer)}Base` });
  }

  function declare(at: At<JsonValue>, { direction, wanted, form: given }: Aim): TypeNode {
    const form = given?.at === "fields" && mayHoldFile(document, at, "fields") ? given : undefined;
    const pointer = form === undefined ? placeKey(at) : formPointer(placeKey(at));
    const key = direction === "input" && differs(at) ? inputKey(pointer) : pointer;
    if (!drafts.has(key)) {
      const docs = docsOf(isObject(at.value) ? at.value : {});
      const draft = {
        key,
        pointer,
        direction,
        wanted,
        docs,
        shape: { kind: "alias", type: unknownType } as Shape,
      };
      drafts.set(key, draft);
      pending.push(() => {
        draft.shape = shapeOf(converter, discriminators, at, { direction, wanted, dry: false, form });
      });
    }
    return { kind: "reference", name: key };
  }
}
