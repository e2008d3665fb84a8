import { ownOperations } from "../../model/resources.ts";
import type { Model } from "../../model/types.ts";
import { formatLock } from "../../names/lock.ts";
import { emitReadme } from "../readme/readme.ts";
import { emitSkill } from "../skill/skill.ts";
import { emitSources } from "../typescript/sources.ts";
import { emitFaultTest } from "./fault-test.ts";
import type { PackageHome } from "./home.ts";
import { emitManifest } from "./manifest.ts";
import type { PackageMetadata } from "./metadata.ts";
import { emitPick } from "./pick.ts";
import { emitRaw } from "./raw.ts";
import { staticFilesOf } from "./static-files.ts";
import { emitVersion } from "./version.ts";

/** What of a package does not come from its model. */
export interface PackageFacts {
  readonly packageName: string;
  readonly workspace: boolean;
  readonly home?: PackageHome | undefined;
  readonly metadata?: PackageMetadata | undefined;
  /** How many cases of the fault suite apply, where a person pinned it. */
  readonly applicableFaults: number | undefined;
  /** What the package has and keeps. */
  readonly existing: { readonly version: string; readonly changelog: string | undefined };
}

/** Every file of a package that the model decides, or nothing does, unformatted, keyed by its path. */
export function emitClient(
  model: Model,
  { packageName, workspace, existing, home, metadata, applicableFaults }: PackageFacts,
): Map<string, string> {
  return new Map([
    ["package.json", emitManifest(model, { packageName, workspace, existing, home, metadata })],
    ["README.md", emitReadme(model, { packageName })],
    ...emitSkill(model, packageName),
    // Release tooling writes the change log; a new package gets its heading.
    ["CHANGELOG.md", existing.changelog ?? `# ${packageName}\n`],
    ["names.lock", formatLock(model.lock)],
    ...staticFilesOf(model),
    ...(applicableFaults === undefined
      ? []
      : ([["test/faults.test.ts", emitFaultTest(applicableFaults)]] as const)),
    ...emitSources(model),
    ["src/pick.ts", emitPick(model.client.name, model.client.optionsName, ownOperations(model).length > 0)],
    ["src/raw.ts", emitRaw(model.client.name)],
    ["src/version.ts", emitVersion(existing.version)],
  ]);
}
