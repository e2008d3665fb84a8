import type { PathWriter } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import { percentEncode } from "../values/percent.ts";
import { describeValue, isRecord, toPlain } from "../values/plain.ts";
import { writePlain } from "../values/plain-style.ts";

/** `.` and `..` however often they are percent-encoded: proxies decode, and some servers do so twice. */
const DOT_SEGMENT = /^(?:\.|%(?:25)*2e){1,2}$/i;
const PLACEHOLDER = /\{([^{}]*)\}/g;

/** Names of a template's parameters, in its order. */
export function pathParameterNames(template: string): string[] {
  if (!template.includes("{")) return [];
  return Array.from(template.matchAll(PLACEHOLDER), (match) => match[1] as string);
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
  const fill = (_: string, name: string): string => {
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
  const path = template.includes("{") ? template.replace(PLACEHOLDER, fill) : template;
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
