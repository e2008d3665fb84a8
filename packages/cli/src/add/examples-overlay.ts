import { stringify } from "yaml";
import type { Addition } from "./complete.ts";
import type { Path } from "./document-paths.ts";

const head = (
  name: string,
): string => `# Made of the schemas by \`trunkline add\` and \`trunkline update ${name}\`, which write it anew.
# What you want to say yourself goes into overlay.yaml.
`;

/** Text of the overlay that gives a document the examples which it lacks; `undefined` where it lacks none. */
export function examplesOverlay(name: string, additions: readonly Addition[]): string | undefined {
  const actions = additions.filter(({ path }) => isNameable(path));
  if (actions.length === 0) return undefined;
  const overlay = {
    overlay: "1.0.0",
    info: { title: "Examples", version: "1" },
    actions: actions.map(({ path, members }) => ({ target: jsonPath(path), update: members })),
  };
  return `${head(name)}${stringify(overlay, { aliasDuplicateObjects: false, lineWidth: 0 })}`;
}

/** Half of a surrogate pair has no spelling in a JSONPath (RFC 9535, 2.3.1.1). */
function isNameable(path: Path): boolean {
  return path.every((key) => typeof key === "number" || !/\p{Surrogate}/u.test(key));
}

/** A JSONPath that names one place. Its strings are JSON's (RFC 9535, 2.3.1.1). */
function jsonPath(path: Path): string {
  return `$${path.map((key) => `[${JSON.stringify(key)}]`).join("")}`;
}
