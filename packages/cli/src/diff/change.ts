/** What a change asks of the version: `major` breaks code that uses the client, `minor` adds to it. */
export type Impact = "none" | "patch" | "minor" | "major";

/** One change of a document, as a user of the client meets it. */
export interface Change {
  readonly impact: Impact;
  /** One sentence. */
  readonly text: string;
  /** Rule of `redocly diff` that found it; none for what is seen from the client. */
  readonly rule?: string;
}

const order: readonly Impact[] = ["none", "patch", "minor", "major"];

/** The gravest impact of some changes. */
export function gravest(changes: readonly Change[]): Impact {
  return changes.reduce<Impact>((found, { impact }) => (isAtLeast(impact, found) ? impact : found), "none");
}

export function isAtLeast(impact: Impact, other: Impact): boolean {
  return order.indexOf(impact) >= order.indexOf(other);
}

/** The part of the version that goes up. Before 1.0.0 npm's ranges take the second part for the first. */
export function bumpOf(impact: Impact, version: string): Impact {
  if (!version.startsWith("0.")) return impact;
  return impact === "major" ? "minor" : impact === "minor" ? "patch" : impact;
}
