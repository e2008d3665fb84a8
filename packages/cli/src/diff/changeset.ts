import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readTextIfThere } from "../read-text.ts";
import { exists } from "../workspace.ts";
import { type Change, gravest, type Impact, isAtLeast } from "./change.ts";

/**
 * The largest bump that the changesets of a workspace give a package.
 *
 * @param except paths of changesets that do not count
 */
export async function announced(
  root: string,
  packageName: string,
  except: readonly string[] = [],
): Promise<Impact> {
  const folder = join(root, ".changeset");
  const names = (await exists(folder)) ? await readdir(folder) : [];
  let found: Impact = "none";
  for (const name of names.filter(
    (one) => one.endsWith(".md") && one !== "README.md" && !except.includes(`.changeset/${one}`),
  )) {
    const bump = bumpIn((await readTextIfThere(join(folder, name))) ?? "", packageName);
    if (bump !== undefined && isAtLeast(bump, found)) found = bump;
  }
  return found;
}

/** The bump that a changeset gives a package. */
export function bumpIn(text: string, packageName: string): Impact | undefined {
  const [fence, ...lines] = text.split("\n").map((line) => line.trimEnd());
  const end = lines.indexOf("---");
  if (fence !== "---" || end === -1) return undefined;
  for (const line of lines.slice(0, end)) {
    const colon = line.lastIndexOf(":");
    const name = line
      .slice(0, colon)
      .trim()
      .replace(/^["']|["']$/g, "");
    const bump = line.slice(colon + 1).trim();
    if (name === packageName && /^(?:major|minor|patch|none)$/.test(bump)) return bump as Impact;
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
