import { relative } from "node:path";
import { commandLine } from "../command-line.ts";
import { queryVariable } from "../drift/published.ts";
import type { Vendor, Workspace } from "../workspace.ts";

/** A vendor that was added. */
export interface Made {
  readonly vendor: Vendor;
  /** How many of the rules for hand-written documents the document does not keep. */
  readonly lax: number;
  /** How many examples were made up. */
  readonly examples: number;
  /** How many could not be. */
  readonly left: number;
  /** The address had a query, which is written nowhere. */
  readonly hasQuery: boolean;
}

/** What a person should look at after adding a vendor. */
export function lookAt(
  vendor: Vendor,
  { root, strict }: Workspace,
  { lax, examples, left, hasQuery }: Omit<Made, "vendor">,
): string {
  const { name, target } = vendor;
  const lines = [
    `specs/${name}/SOURCES.md names where the document came from: complete it as you check its facts.`,
    `${relative(root, target)}/README.md is what users will see.`,
    `${commandLine(`generate ${name} --force --explain`)} shows what was guessed, with the lines that would pin it.`,
    `${commandLine(`list ${name}`)} shows the methods; rename one in specs/${name}/openapi.yaml before the first release.`,
  ];
  if (hasQuery) {
    lines.push(
      `The query of the address was left out of SOURCES.md and published.json, because it may hold a secret. ${commandLine(`drift ${name}`)} reads it from ${queryVariable(vendor)}. If it is not a secret, add it to "url" in specs/${name}/published.json.`,
    );
  }
  if (examples > 0) {
    lines.push(
      `${examples} bodies and parameters had no example and got one that is made from their schemas: put the vendor's own in their place.`,
    );
  }
  if (left > 0) {
    lines.push(`${left} more have none: what was made for the others is as much as one document gets.`);
  }
  if (strict && lax > 0) {
    lines.push(
      `The document does not keep ${lax} of the house rules, so package.json excepts it under trunkline.vendors. Take that line out to see them.`,
    );
  }
  return `\nTo look at:\n${lines.map((line) => `  - ${line}`).join("\n")}`;
}
