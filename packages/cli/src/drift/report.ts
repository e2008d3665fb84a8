import { colors } from "../colors.ts";
import { commandLine } from "../command-line.ts";
import { recordedAddress } from "../fetch/address.ts";
import { printableLine } from "../printable.ts";
import type { Drift } from "./published.ts";

/** Operations in a report as Markdown: it becomes an issue, and the longest that GitHub takes has 65536 characters. */
const MOST = 100;
/** Characters of a route there. */
const LONGEST = 200;

/** How many operations differ. */
export function countOf({ added, changed, removed }: Drift): number {
  return added.length + changed.length + removed.length;
}

/** What differs, for a terminal. */
export function plainReport(name: string, drift: Drift): string {
  const count = countOf(drift);
  const lines = linesOf(drift).map(([what, route]) => `  ${what.padEnd(8)} ${printableLine(route)}`);
  return [
    `${name} ${count === 0 ? colors.dim("as it was") : colors.yellow(`${count} changed`)}`,
    ...lines,
  ].join("\n");
}

/** What differs, as Markdown that shows a vendor's routes and obeys none of them. */
export async function markdownReport(name: string, url: string, drift: Drift): Promise<string> {
  const { markdownCode, markdownText } = await import("@trunkline/generator");
  const all = linesOf(drift);
  const lines = all.slice(0, MOST).map(([what, route]) => `- [ ] ${what}: ${markdownCode(cut(route))}`);
  if (all.length > MOST) {
    lines.push(`\n… and ${all.length - MOST} more: \`${commandLine(`drift ${name}`)}\` prints them all.`);
  }
  return `## ${markdownText(name)}\n\n<${recordedAddress(new URL(url))}>\n\n${lines.join("\n")}\n`;
}

function cut(route: string): string {
  return route.length > LONGEST ? `${route.slice(0, LONGEST)}…` : route;
}

function linesOf({ added, changed, removed }: Drift): readonly (readonly [what: string, route: string])[] {
  return [
    ...added.map((route) => ["added", route] as const),
    ...changed.map((route) => ["changed", route] as const),
    ...removed.map((route) => ["removed", route] as const),
  ];
}
