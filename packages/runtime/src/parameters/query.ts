import type { Parameter } from "../operation.ts";
import { jsonText } from "../values/json-text.ts";
import { percentEncode, percentEncodeReserved, writeStyled } from "../values/write-value.ts";

/** How a query parameter is written that is not plain `form`, exploded. */
export interface QueryParameterOptions {
  readonly name: string;
  readonly style?: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | undefined;
  readonly explode?: boolean | undefined;
  readonly allowReserved?: boolean | undefined;
  /** Media type of a parameter with `content`: the value is written as JSON. */
  readonly content?: "application/json" | undefined;
}

/** A query parameter in a style of its own. */
export function queryParameter(options: QueryParameterOptions): Parameter {
  const { name, style = "form", explode = style === "form", content } = options;
  const encode = options.allowReserved ? percentEncodeReserved : percentEncode;
  return {
    name,
    write: (label, value, where) =>
      content
        ? `${encode(label, where)}=${encode(jsonText(value, where), where)}`
        : writeStyled(label, value, where, { style, explode, encode, allowEmpty: true }),
  };
}
