import { contentOf, type DocumentOperation } from "../document/operations.ts";
import { headerParameters, mediaTypeOf } from "../media-type.ts";
import type { Question } from "./judgement.ts";

/** Media ranges that an answer is chosen by: those that the request accepts, where the wanted answer can meet one. */
export function wantedTypes(
  operation: DocumentOperation,
  { headers, status, mediaType }: Question,
): readonly string[] {
  if (mediaType !== undefined) return [mediaType];
  const types = contentOf(operation, status).map((content) => content.type);
  const ranges = headers.accept === undefined ? [] : rangesOf(headers.accept);
  return types.length === 0 || types.some((type) => accepts(ranges, type)) ? ranges : types;
}

const TOKEN = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;

function accepts(ranges: readonly string[], type: string): boolean {
  const wanted = mediaTypeOf(type) ?? "";
  return ranges.some((range) => {
    const name = mediaTypeOf(range) ?? "";
    return name === "*/*" || name === wanted || (name.endsWith("/*") && wanted.startsWith(name.slice(0, -1)));
  });
}

/** The media ranges of an `Accept`, without what is not one: Prism fails of that. */
function rangesOf(accept: string): readonly string[] {
  return accept.split(",").flatMap((range) => {
    const type = mediaTypeOf(range);
    const parameters = [...headerParameters(range)].filter((parameter) =>
      parameter.every((text) => TOKEN.test(text)),
    );
    return type === undefined ? [] : [[type, ...parameters.map((one) => one.join("="))].join("; ")];
  });
}
