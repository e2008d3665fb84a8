/** Text of a document for a list of packages or skills: one line, no control characters, and not endless. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{C}\p{Z}\s]+/gu, " ")
    .trim()
    .slice(0, 200)
    .replace(/\p{Surrogate}/gu, "");
}
