/** Where a package is developed, for its package.json. The registry accepts provenance for this repository only. */
export interface PackageHome {
  /** Address of the repository, such as `https://github.com/acme/clients`. */
  readonly repository: string;
  /** Folder of the package in it, such as `packages/petstore`. */
  readonly directory: string;
  /** @default the folder's page on github.com and gitlab.com, elsewhere none */
  readonly homepage?: string | undefined;
  /** Where faults are reported. @default the repository's issues on github.com and gitlab.com, elsewhere none */
  readonly bugs?: string | undefined;
}

/** The fields of a package.json that say where the package is developed. */
export interface HomeFields {
  readonly repository?: { readonly type: "git"; readonly url: string; readonly directory: string };
  readonly homepage?: string;
  readonly bugs?: { readonly url: string };
}

/** Between a repository's address and a page of it. */
const PAGES: Readonly<Record<string, string>> = { "github.com": "", "gitlab.com": "/-" };

/** @returns no fields if no home is set */
export function homeFields(home: PackageHome | undefined): HomeFields {
  if (home === undefined) return {};
  const address = home.repository.replace(/(?:\.git)?\/?$/, "");
  const pages = PAGES[new URL(address).hostname];
  const page = (path: string): string | undefined =>
    pages === undefined ? undefined : address + pages + path;
  const homepage = home.homepage ?? page(`/tree/HEAD/${home.directory}#readme`);
  const bugs = home.bugs ?? page("/issues");
  return {
    ...(homepage === undefined ? {} : { homepage }),
    ...(bugs === undefined ? {} : { bugs: { url: bugs } }),
    repository: { type: "git", url: `git+${address}.git`, directory: home.directory },
  };
}
