import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Change, gravest, type Impact, isAtLeast } from "./change.ts";

/** The largest bump that the changesets of a workspace give a package. */
export async function announced(root: string, packageName: string): Promise<Impact> {
  const folder = join(root, ".changeset");
  const names = await readdir(folder).catch(() => []);
  let found: Impact = "none";
  for (const name of names.filter((one) => one.endsWith(".md") && one !== "README.md")) {
    const bump = bumpIn(await readFile(join(folder, name), "utf8"), packageName);
    if (bump !== undefined && isAtLeast(bump, found)) found = bump;
  }
  return found;
}

function bumpIn(text: string, packageName: string): Impact | undefined {
  const header = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? "";
  for (const line of header.split("\n")) {
    const match = /^\s*["']?([^"':]+)["']?\s*:\s*(major|minor|patch|none)\s*$/.exec(line);
    if (match?.[1] === packageName) return match[2] as Impact;
  }
  return undefined;
}

/** A changeset that tells users what changed, gravest first. */
export function changesetFor(packageName: string, bump: Impact, changes: readonly Change[]): string {
  const seen = changes.filter(({ rule }) => rule === undefined);
  const told = seen.length > 0 ? seen : changes.filter(({ rule }) => rule !== "unrated");
  const lines = [
    ...new Set(
      byImpact(told).map(({ impact, text }) => `- ${impact === "major" ? "**Breaking.** " : ""}${text}`),
    ),
  ];
  if (lines.length === 0) lines.push("- Descriptions and examples.");
  return `---\n${JSON.stringify(packageName)}: ${bump}\n---\n\n${lines.join("\n")}\n`;
}

/** Gravest first, in their own order otherwise. */
export function byImpact(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort((a, b) => (a.impact === b.impact ? 0 : gravest([a, b]) === a.impact ? -1 : 1));
}
