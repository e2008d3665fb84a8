/**
 * Version ranges in the package.json of an emitted package outside a workspace of ours. `@trunkline/runtime` is the
 * least version that has what the emitted code calls.
 */
export const versions = {
  "@trunkline/runtime": "^0.1.0",
  "@trunkline/conformance": "^0.1.0",
  "@arethetypeswrong/cli": "^0.18.5",
  "@types/node": "^24.0.0",
  publint: "^0.3.25",
  tsdown: "0.22.14",
  typescript: "^7.0.2",
  vite: "^8.3.8",
  vitest: "^5.1.1",
} as const;

/** Name of a package that emitted packages depend on. */
export type Dependency = keyof typeof versions;

/** The range to write: of the workspace when the package is part of one, else from {@link versions}. */
export function versionOf(name: Dependency, workspace: boolean): string {
  if (!workspace) return versions[name];
  return name.startsWith("@trunkline/") ? "workspace:^" : "catalog:";
}
