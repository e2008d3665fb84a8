import type { WriteValue } from "../operation.ts";
import { percentEncode, writeStyled } from "../values/write-value.ts";

/** How a path parameter is written, if that is not plain `simple`. */
export interface ParameterStyle {
  readonly style?: "simple" | "label" | "matrix" | undefined;
  readonly explode?: boolean | undefined;
}

/** A path parameter in a style of its own. */
export function pathParameter({ style = "simple", explode = false }: ParameterStyle): WriteValue {
  return (name, value, where) => writeStyled(name, value, where, { style, explode, encode: percentEncode });
}
