import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execute } from "../add/package-manager.ts";
import { CommandFailure } from "../failure.ts";
import { printable } from "../printable.ts";
import { REDOCLY_SECONDS, redocly } from "../redocly.ts";
import type { Change, Impact } from "./change.ts";

/** What `redocly diff` reports, as far as it is used. */
interface Report {
  readonly changes: readonly WireChange[];
}

interface WireChange {
  readonly path: string;
  readonly kind: string;
  readonly impact: Impact;
  readonly property?: string;
  readonly verdicts: readonly {
    readonly ruleId: string;
    readonly impact: Impact;
    readonly message: string;
  }[];
}

/** What was compared last: an update shows the changes, and writes a changeset of the same ones when it is applied. */
let last:
  | { readonly before: string; readonly after: string; readonly changes: readonly Change[] }
  | undefined;

/**
 * What changed on the wire between two bundled documents, as `redocly diff` sees it, corrected by what it cannot know:
 * that enums of answers are open in our clients, and that names of operations are the names lock's.
 *
 * @throws CommandFailure when the comparison itself fails
 */
export async function wireChanges(before: string, after: string): Promise<readonly Change[]> {
  if (before === after) return [];
  if (last?.before !== before || last.after !== after) {
    last = { before, after, changes: await compare(before, after) };
  }
  return last.changes;
}

async function compare(before: string, after: string): Promise<readonly Change[]> {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-diff-"));
  try {
    await writeFile(join(folder, "before.yaml"), before);
    await writeFile(join(folder, "after.yaml"), after);
    await writeFile(join(folder, "redocly.yaml"), "telemetry: off\nextends: [diff-recommended]\n");
    const options = ["--format=json", "--fail-on=none", "--output=report.json"];
    const command = redocly("diff", "before.yaml", "after.yaml", ...options);
    const { code, output } = await execute(command, folder, REDOCLY_SECONDS);
    if (code !== 0) {
      throw new CommandFailure(`The documents cannot be compared on the wire:\n${printable(output)}`);
    }
    const report = JSON.parse(await readFile(join(folder, "report.json"), "utf8")) as Report;
    return report.changes.flatMap(changesOf);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Rules whose subject is seen better from the client: what becomes of the method, whatever the document calls it. */
const seenFromTheClient: ReadonlySet<string> = new Set([
  "operation-id-changed",
  "operation-removed",
  "path-removed",
]);

/** The changes that a row of its report stands for. */
export function changesOf({ path, kind, impact, property, verdicts }: WireChange): Change[] {
  if (verdicts.length === 0) {
    const what = property === undefined ? "" : `, ${property}`;
    // What is only described otherwise reaches the shipped document and the hover texts.
    return [{ impact, text: `${kind}: ${path}${what}`, rule: "unrated" }];
  }
  return verdicts
    .filter(({ ruleId }) => !seenFromTheClient.has(ruleId))
    .map((verdict) => ({
      impact: isOpenEnum(verdict.ruleId, path) ? "minor" : verdict.impact,
      text: verdict.message,
      rule: verdict.ruleId,
    }));
}

/** A new value in an answer: the client's types admit it already. */
function isOpenEnum(rule: string, path: string): boolean {
  return rule === "enum-values-added" && !/\/(?:parameters|requestBody)\b/.test(path);
}
