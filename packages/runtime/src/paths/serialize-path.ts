import type { PathWriter } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import { percentEncode } from "../values/percent.ts";
import { describeValue, isRecord, toPlain } from "../values/plain.ts";
import { writePlain } from "../values/plain-style.ts";

/** `.` and `..` however often they are percent-encoded: proxies decode, and some servers do so twice. */
const DOT_SEGMENT = /^(?:\.|%(?:25)*2e){1,2}$/i;

/** A template's literals and names of parameters in turn. */
const PLACEHOLDER = /\{([^{}]*)\}/;

/** Names of a template's parameters, in its order. */
export function pathParameterNames(template: string): readonly string[] {
  return template.includes("{") ? template.split(PLACEHOLDER).filter((_, index) => index % 2) : [];
}

/**
 * Writes the path of a template such as `/programs/{id}`. Its segments are always the template's: a value can
 * neither add one, nor empty one, nor climb out by `..`.
 *
 * @param styles writers of parameters that are not plain `simple`; an object is accepted only where there is one
 * @throws UsageError naming parameter and template
 */
export function serializePath(
  template: string,
  values: Readonly<Record<string, unknown>>,
  styles: Readonly<Record<string, PathWriter>> = {},
): string {
  const fill = (name: string): string => {
    const where = `Path parameter "${name}" of "${template}"`;
    const value = Object.hasOwn(values, name) ? toPlain(values[name], where) : undefined;
    const write = Object.hasOwn(styles, name) ? styles[name] : undefined;
    if (value === null || value === undefined || (!write && isRecord(value))) {
      throw new UsageError(
        `${where} is ${describeValue(value)}; a string, a number or a boolean is expected.`,
      );
    }
    return write ? write(name, value, where, encode) : writePlain(value, where, encode);
  };
  let path = template;
  if (template.includes("{")) {
    const pieces = template.split(PLACEHOLDER);
    path = pieces.map((piece, index) => (index % 2 ? fill(piece) : piece)).join("");
  }
  // What a caller wrote into an undocumented route itself; between parameters and literals nothing else can spell it.
  if (/[.%]/.test(path) && path.split("/").some((segment) => DOT_SEGMENT.test(segment))) {
    throw new UsageError(
      `The path "${template}" has a segment "." or ".."; it would lead to another resource.`,
    );
  }
  return path;
}

function encode(text: string, where: string): string {
  if (text === "" || DOT_SEGMENT.test(text)) {
    throw new UsageError(
      `${where} is ${text === "" ? "empty" : `"${text}"`}; the request would go to another resource.`,
    );
  }
  return percentEncode(text, where);
}
