import type { PackageManagerName } from "../package-manager-files.ts";

/** What version control does not keep. */
export const ignored: readonly string[] = ["node_modules/", "dist/", "reports/", "*.tgz"];

/** The rules by which documents are linted. */
export const redoclyConfiguration: string =
  "# Rules: https://redocly.com/docs/cli/rules\ntelemetry: off\nextends:\n  - spec\napis:\n";

/** Package manager -> how it runs a script of every package that has it. */
const everywhere: Readonly<Record<PackageManagerName, (script: string) => string>> = {
  npm: (script) => `npm run ${script} --workspaces --if-present`,
  pnpm: (script) => `pnpm -r run ${script}`,
  yarn: (script) => `yarn workspaces run ${script}`,
  bun: (script) => `bun run --filter '*' ${script}`,
};

interface Choice {
  readonly scope: string;
  readonly specs: string;
  readonly packages: string;
  readonly manager: PackageManagerName;
  readonly release: boolean;
}

/** The scripts of a new workspace. */
export function scriptsOf({ manager }: Choice): Readonly<Record<string, string>> {
  const each = everywhere[manager];
  return {
    generate: "trunkline generate",
    build: each("build"),
    test: ["trunkline generate --check", each("build"), each("typecheck"), each("test")].join(" && "),
  };
}

/** The scripts of releases. */
export const releaseScripts: Readonly<Record<string, string>> = {
  // A version is part of what is made, and its document is recorded.
  version: "changeset version && trunkline generate && trunkline release",
  "release:dry": "trunkline release --dry",
};

/** The commands that a person types first. */
export function firstCommands(
  manager: PackageManagerName,
  runner: string,
  document: string,
): readonly string[] {
  return [
    `${manager} install`,
    `${runner} trunkline add ${document}`,
    manager === "bun" ? "bun run test" : `${manager} test`,
  ];
}

/** README.md of a new workspace. */
export function readme({ scope, specs, packages, manager, release }: Choice): string {
  const generate = manager === "yarn" ? "yarn generate" : `${manager} run generate`;
  const commands = firstCommands(manager, runners[manager], "acme https://api.acme.example/openapi.yaml");
  return `# API clients

One OpenAPI document per vendor goes in, one typed npm package per vendor comes out.

\`\`\`sh
${commands.join("\n")}
\`\`\`

| Folder | What is in it |
| --- | --- |
| \`${specs}/<vendor>\` | the document, written by hand; \`names.lock\` keeps the names of the client |
| \`${packages}/<vendor>\` | the package \`${scope}/<vendor>\`, made from it; commit it, never edit it |

After a change of a document: \`${generate}\`, read the diff, \`${commands[2]}\`. A document of somebody else's stays as it was published: \`${runners[manager]} trunkline update\` brings it up to date with its publisher, and your own additions stand in \`overlay.yaml\` beside it.
${release ? releasing(manager) : ""}
## Packages

| Package | API | Document |
| --- | --- | --- |
`;
}

function releasing(manager: PackageManagerName): string {
  const run = (script: string): string =>
    manager === "yarn" ? `yarn ${script}` : `${manager} run ${script}`;
  return `
## Release

1. \`${runners[manager]} trunkline diff --write\` writes a changeset for what changed in a document: edit it until users understand it, and commit it.
2. \`${run("version")}\` gives the packages their next versions and change logs, and records their documents. On \`main\`, the \`release\` workflow does it in a pull request.
3. \`${run("release:dry")}\` builds, checks and packs what would be published, and loads it as a user would. Merged, the workflow publishes what the registry does not have.

Before the first release: set \`"repository"\` and \`"license"\` under \`"trunkline"\` in package.json, run \`${run("generate")}\`, and publish each package once by hand (\`npm publish --access public\` in its folder). Then set this repository, \`release.yml\` and the environment \`npm\` as its trusted publisher in the package's settings on npm.
`;
}

/** Package manager -> what runs an installed command, and never what the registry has of that name. */
export const runners: Readonly<Record<PackageManagerName, string>> = {
  npm: "npm exec --",
  pnpm: "pnpm exec",
  yarn: "yarn run",
  bun: "bun run",
};
