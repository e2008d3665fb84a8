import { UsageError } from "../errors/usage-error.ts";
import type { WriteValue } from "../operation.ts";
import { DOT_SEGMENT, pathParameterNames, serializePath } from "../parameters/address.ts";
import { pathParameter } from "../parameters/path.ts";

type Values = Readonly<Record<string, unknown>>;

/** Writes an address of which the path is a template, as openapi-fetch has it. */
export type PathSerializer = (address: string, values: Record<string, unknown>) => string;

/** openapi-fetch's way to name a parameter's style in its template: `{.label}`, `{;matrix*}`, `*` for exploded. */
const STYLED_NAME = /^([.;]?)(.+?)(\*?)$/;

/** What a path may not hold: it would end there, and URL parsers read a backslash as a slash and skip line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ENDS_PATH = /[\\?#\x00-\x1f]/;

/** Fills a template in the styles that its names tell; a value makes no other path of it. @throws {UsageError} */
export function writeRawPath(template: string, values: Values): string {
  const styles: Record<string, WriteValue> = {};
  const byPlaceholder: Record<string, unknown> = {};
  for (const placeholder of pathParameterNames(template)) {
    const [, prefix, name = placeholder, star] = STYLED_NAME.exec(placeholder) ?? [];
    const style = prefix === "." ? "label" : prefix === ";" ? "matrix" : "simple";
    const write = pathParameter({ style, explode: star === "*" });
    styles[placeholder] = (_, value, where) => write(name, value, where);
    if (Object.hasOwn(values, name)) byPlaceholder[placeholder] = values[name];
  }
  return serializePath(template, byPlaceholder, styles);
}

/**
 * A path serializer of the caller's, once more looked at: what it writes has the template's segments, none of them
 * empty or `..`, as what we write has.
 *
 * @throws {UsageError} naming the template, not the values
 */
export function guardPath(write: PathSerializer, base: string): PathSerializer {
  return (address, values) => {
    const written: unknown = write(address, values);
    const template = address.slice(base.length);
    if (typeof written !== "string" || !written.startsWith(`${base}/`)) {
      throw new UsageError(
        `pathSerializer made of "${template}" what does not begin with ${base}: it is given the whole address, and returns it filled in.`,
      );
    }
    const wanted = template.split("/");
    const segments = written.slice(base.length).split("/");
    const leads =
      ENDS_PATH.test(written) ||
      segments.length !== wanted.length ||
      segments.some((one, at) => DOT_SEGMENT.test(one.trim()) || (one.trim() === "" && wanted[at] !== ""));
    if (leads) {
      throw new UsageError(
        `pathSerializer made another path of "${template}": it may not add a segment, leave one empty, write "." or "..", or end the path with "?" or "#".`,
      );
    }
    return written;
  };
}
