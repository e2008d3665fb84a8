import { colors } from "../colors.ts";
import { printableLine } from "../printable.ts";
import type { Change, Impact } from "./change.ts";
import { byImpact } from "./changeset.ts";

export const impactColors: Readonly<Record<Impact, (text: string) => string>> = {
  major: colors.red,
  minor: colors.yellow,
  patch: colors.dim,
  none: colors.dim,
};

/** Changes for a terminal: first those that users of the client meet, then those on the wire. */
export function changeLines(changes: readonly Change[]): readonly string[] {
  return [
    ...section(
      "for users of the client",
      changes.filter(({ rule }) => rule === undefined),
    ),
    ...section(
      "on the wire",
      changes.filter(({ rule }) => rule !== undefined),
    ),
  ];
}

function section(title: string, changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return [];
  const lines = byImpact(changes).map(
    ({ impact, text }) => `    ${impactColors[impact](impact.padEnd(5))} ${printableLine(text)}`,
  );
  return [`  ${title}`, ...lines];
}
