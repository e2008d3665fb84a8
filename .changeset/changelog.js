// Entries for users: the text of the changeset, without commits and people.

/** @param {{ summary: string }} changeset */
async function getReleaseLine({ summary }) {
  const text = summary.trim();
  if (text.startsWith("- ")) return text;
  const [first = "", ...rest] = text.split("\n");
  return [`- ${first}`, ...rest.map((line) => (line === "" ? "" : `  ${line}`))].join("\n");
}

/** @param {unknown} _changesets @param {{ name: string, newVersion: string }[]} dependencies */
async function getDependencyReleaseLine(_changesets, dependencies) {
  if (dependencies.length === 0) return "";
  return `- Uses ${dependencies.map(({ name, newVersion }) => `${name} ${newVersion}`).join(", ")}.`;
}

// biome-ignore lint/style/noDefaultExport: what changesets loads
export default { getReleaseLine, getDependencyReleaseLine };
