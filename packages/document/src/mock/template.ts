/** A segment of a path template: literal texts, and the names of the parameters between them. */
export interface SegmentTemplate {
  /** One more than names. */
  readonly literals: readonly string[];
  readonly names: readonly string[];
  /** Literal texts as they are meant, because they cannot stand in a path as they are. */
  readonly isDecoded: boolean;
}

/** Reads `{name}.{format}`. A brace without its partner is a character. */
export function segmentTemplate(segment: string): SegmentTemplate {
  const literals: string[] = [];
  const names: string[] = [];
  let literal = 0;
  let open = segment.indexOf("{");
  while (open !== -1) {
    const close = segment.indexOf("}", open);
    if (close === -1) break;
    if (close > open + 1) {
      literals.push(segment.slice(literal, open));
      names.push(segment.slice(open + 1, close));
      literal = close + 1;
    }
    open = segment.indexOf("{", close);
  }
  literals.push(segment.slice(literal));
  return { literals, names, isDecoded: literals.some((text) => /[^!$-;=@-Z_a-z~]/.test(text)) };
}

/**
 * The values of a segment's parameters, each of at least one character; undefined when the segment does not fit. Each
 * value ends where what follows it begins for the first time, so that every character is looked at once.
 */
export function matchSegment(template: SegmentTemplate, segment: string): readonly string[] | undefined {
  const { literals, names } = template;
  const first = literals[0] ?? "";
  const last = literals.at(-1) ?? "";
  if (names.length === 0) return segment === first ? [] : undefined;
  const end = segment.length - last.length;
  if (!segment.startsWith(first) || !segment.endsWith(last)) return undefined;
  const values: string[] = [];
  let at = first.length;
  for (const literal of literals.slice(1, -1)) {
    const found = segment.indexOf(literal, at + 1);
    if (found <= at || found + literal.length > end) return undefined;
    values.push(segment.slice(at, found));
    at = found + literal.length;
  }
  return at < end ? [...values, segment.slice(at, end)] : undefined;
}
