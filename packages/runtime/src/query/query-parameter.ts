import { jsonText } from "../bodies/json-text.ts";
import type { QueryParameter } from "../definition.ts";
import { percentEncode, percentEncodeReserved } from "../values/percent.ts";
import { writeStyled } from "../values/styled.ts";

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
export function queryParameter(options: QueryParameterOptions): QueryParameter {
  const { name, style = "form", explode = style === "form", content } = options;
  const encode = options.allowReserved ? percentEncodeReserved : percentEncode;
  return {
    name,
    write: (value, where) =>
      content
        ? `${encode(name, where)}=${encode(jsonText(value, where), where)}`
        : writeStyled(name, value, where, { style, explode, encode, lax: true }),
  };
}
