/** Files of a new workspace: path -> text. It needs nothing but npm. */
export function workspaceFiles(scope: string, version: string): ReadonlyMap<string, string> {
  const manifest = {
    name: `${scope.slice(1)}-clients`,
    private: true,
    type: "module",
    workspaces: ["packages/*"],
    scripts: {
      generate: "trunkline generate",
      build: "npm run build --workspaces --if-present",
      test: "trunkline generate --check && npm run build && npm run typecheck --workspaces --if-present && npm run test --workspaces --if-present",
    },
    devDependencies: { "@trunkline/cli": `^${version}` },
    trunkline: { scope },
  };
  return new Map([
    ["package.json", `${JSON.stringify(manifest, undefined, 2)}\n`],
    [".gitignore", "node_modules/\ndist/\nreports/\n*.tgz\n"],
    [
      "redocly.yaml",
      "# Rules: https://redocly.com/docs/cli/rules\ntelemetry: off\nextends:\n  - spec\napis:\n",
    ],
    ["README.md", readme(scope)],
  ]);
}

function readme(scope: string): string {
  return `# API clients

One OpenAPI document per vendor goes in, one typed npm package per vendor comes out.

\`\`\`sh
npm install
npm exec -- trunkline add acme https://api.acme.example/openapi.yaml
npm test
\`\`\`

| Folder | What is in it |
| --- | --- |
| \`specs/<vendor>\` | the document, written by hand; \`names.lock\` keeps the names of the client |
| \`packages/<vendor>\` | the package \`${scope}/<vendor>\`, made from it; commit it, never edit it |

After a change of a document: \`npm run generate\`, read the diff, \`npm test\`.

## Packages

| Package | API | Document |
| --- | --- | --- |
`;
}
