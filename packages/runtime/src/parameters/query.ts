import type { Parameter } from "../operation.ts";
import { jsonText } from "../values/json-text.ts";
import { percentEncode, percentEncodeReserved, requiredError, writeStyled } from "../values/write-value.ts";

/** How a query parameter is written that is not plain `form`, exploded. */
export interface QueryParameterOptions {
  readonly name: string;
  readonly style?: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | undefined;
  readonly explode?: boolean | undefined;
  readonly allowReserved?: boolean | undefined;
  /** Media type of a parameter with `content`: the value is written as JSON. */
  readonly content?: "application/json" | undefined;
  /** Refuses a value that would write nothing, such as an empty list. @default it is left out */
  readonly required?: boolean | undefined;
  /** How lists within a `deepObject` are written: `tags[]=a` or `tags[0]=a`. @default they are refused, as objects within are */
  readonly lists?: "brackets" | "indices" | undefined;
}

/** A query parameter in a style of its own. */
export function queryParameter(options: QueryParameterOptions): Parameter {
  const { name, style = "form", explode = style === "form", content, required, lists } = options;
  const encode = options.allowReserved ? percentEncodeReserved : percentEncode;
  return {
    name,
    write(label, value, where) {
      if (content) return `${encode(label, where)}=${encode(jsonText(value, where), where)}`;
      const text = writeStyled(label, value, where, { style, explode, encode, allowEmpty: true, lists });
      if (text === undefined && required) throw requiredError(where);
      return text;
    },
  };
}
