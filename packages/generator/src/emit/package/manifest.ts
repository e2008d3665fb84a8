import type { Model } from "../../model/types.ts";
import { oneLine } from "../one-line.ts";
import { homeFields, type PackageHome } from "./home.ts";
import { metadataFields, type PackageMetadata } from "./metadata.ts";
import { type Dependency, versionOf } from "./versions.ts";

/** What the target's present package.json decides: release tooling owns the version. */
export interface KeptManifest {
  readonly version: string;
}

export interface ManifestOptions {
  readonly packageName: string;
  /** The package is part of a pnpm workspace with the runtime and a catalog. */
  readonly workspace: boolean;
  readonly existing: KeptManifest;
  readonly home: PackageHome | undefined;
  readonly metadata: PackageMetadata | undefined;
}

/** The package.json of an emitted package. */
export function emitManifest(
  model: Model,
  { packageName, workspace, existing, home, metadata = {} }: ManifestOptions,
): string {
  const { about, engines, publishing } = metadataFields(metadata);
  const hasWebhooks = model.webhooks?.signed !== undefined;
  // An entry that leads to no file is an error of publint.
  const hasResources = model.resources.length > 0;
  const ranges = (names: readonly Dependency[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, versionOf(name, workspace)]));
  const manifest = {
    name: packageName,
    version: existing.version,
    description: `Typed client for the ${oneLine(model.title)}`,
    ...homeFields(home),
    ...about,
    type: "module",
    sideEffects: false,
    engines,
    ...publishing,
    files: ["dist", "openapi.yaml", "names.lock", "skills", "CHANGELOG.md"],
    main: "./dist/index.cjs",
    types: "./dist/index.d.cts",
    exports: {
      ".": entry("index"),
      "./pick": entry("pick"),
      "./raw": entry("raw"),
      ...(hasResources ? { "./resources/*": entry("resources/*") } : {}),
      ...(hasWebhooks ? { "./webhooks": entry("webhooks") } : {}),
      "./openapi.yaml": "./openapi.yaml",
      "./names.lock": "./names.lock",
      "./package.json": "./package.json",
    },
    // TypeScript's `node10` does not read exports.
    typesVersions: {
      "*": {
        pick: ["./dist/pick.d.cts"],
        raw: ["./dist/raw.d.cts"],
        ...(hasResources ? { "resources/*": ["./dist/resources/*.d.cts"] } : {}),
        ...(hasWebhooks ? { webhooks: ["./dist/webhooks.d.cts"] } : {}),
      },
    },
    trunkline: { client: model.client.name, document: "./openapi.yaml", names: "./names.lock" },
    scripts: {
      build: "tsdown",
      typecheck: "tsc -p .",
      test: "vitest run",
      "lint:package": "publint --strict && attw --pack . --exclude-entrypoints openapi.yaml names.lock",
    },
    dependencies: ranges(["@trunkline/runtime"]),
    devDependencies: ranges([
      "@arethetypeswrong/cli",
      "@trunkline/conformance",
      "@types/node",
      "publint",
      "tsdown",
      "typescript",
      "vite",
      "vitest",
    ]),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function entry(name: string): object {
  return {
    import: { types: `./dist/${name}.d.mts`, default: `./dist/${name}.mjs` },
    require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
  };
}
