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
export function readme({ scope, specs, packages, manager }: Choice): string {
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

After a change of a document: \`${generate}\`, read the diff, \`${commands[2]}\`.

## Packages

| Package | API | Document |
| --- | --- | --- |
`;
}

/** Package manager -> what runs an installed command, and never what the registry has of that name. */
export const runners: Readonly<Record<PackageManagerName, string>> = {
  npm: "npm exec --",
  pnpm: "pnpm exec",
  yarn: "yarn run",
  bun: "bun run",
};
