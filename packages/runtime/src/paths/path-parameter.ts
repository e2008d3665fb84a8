import type { PathWriter } from "../definition.ts";
import { writeStyled } from "../values/styled.ts";

/** How a path parameter is written where that is not plain `simple`. */
export interface ParameterStyle {
  readonly style?: "simple" | "label" | "matrix" | undefined;
  readonly explode?: boolean | undefined;
}

/** A path parameter in a style of its own. */
export function pathParameter({ style = "simple", explode = false }: ParameterStyle): PathWriter {
  return (name, value, where, encode) => writeStyled(name, value, where, { style, explode, encode });
}
