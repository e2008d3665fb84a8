/** Version of changesets that the workspace installs. */
export const changesetsVersion = "^3.0.3";

/** `.changeset/config.json` */
export const changesetsConfiguration: string = `${JSON.stringify(
  {
    changelog: "@changesets/cli/changelog",
    commit: false,
    access: "public",
    baseBranch: "main",
    updateInternalDependencies: "patch",
    fixed: [],
    linked: [],
    ignore: [],
  },
  undefined,
  2,
)}\n`;

/** `.changeset/README.md` */
export const changesetsReadme: string = `# Changesets

A file here says, for the users of one or several packages, what a change means for them, and which part of the version goes up. \`trunkline diff --write\` and \`trunkline update\` write one for a changed document: edit it until users understand it. A release turns them into the packages' change logs.
`;
