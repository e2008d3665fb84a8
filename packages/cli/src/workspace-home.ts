/** Where a workspace is developed, as `trunkline` of its package.json says it. */
export interface WorkspaceHome {
  /** Such as `https://github.com/acme/clients`. */
  readonly repository: string;
  /** Folder of the workspace in the repository; empty = the repository itself. */
  readonly directory: string;
  readonly homepage?: string | undefined;
  readonly bugs?: string | undefined;
}

const REPOSITORY = /^https:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~-]+)+\/?$/;
const FOLDER = /^(?:[\w@.~-]+(?:\/[\w@.~-]+)*)?$/;

/**
 * Reads `repository`, `directory`, `homepage` and `bugs`; undefined where none is set.
 *
 * @param refuse throws, for the reason that it is given
 */
export function readHome(
  fields: Readonly<Record<string, unknown>>,
  refuse: (what: string) => never,
): WorkspaceHome | undefined {
  const { repository, directory = "", homepage, bugs } = fields;
  if (repository === undefined) {
    const alone = ["directory", "homepage", "bugs"].find((key) => fields[key] !== undefined);
    return alone === undefined ? undefined : refuse(`has "${alone}", but no "repository" that it belongs to`);
  }
  if (typeof repository !== "string" || !REPOSITORY.test(repository))
    return refuse('has a "repository" that is not an address such as "https://github.com/acme/clients"');
  if (typeof directory !== "string" || !FOLDER.test(directory) || directory.split("/").includes(".."))
    return refuse('has a "directory" that is not a folder of the repository, such as "clients"');
  if (!isPage(homepage)) return refuse('has a "homepage" that is not an https address');
  if (!isPage(bugs)) return refuse('has "bugs" that are not an https address');
  return { repository, directory, homepage, bugs };
}

function isPage(value: unknown): value is string | undefined {
  if (value === undefined) return true;
  return (
    typeof value === "string" && URL.canParse(value) && /^https:\/\/[\w.~:/?#@!$&'()*+,;=%-]+$/.test(value)
  );
}
