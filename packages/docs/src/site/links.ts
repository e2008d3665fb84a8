import { posix } from "node:path";

/** Where a page of Markdown stands in a site. */
export interface Standing {
  /** Path of the page among the pages of the site. */
  readonly path: string;
  /** Beginning of every address of the site: `/` or `/folder/`. */
  readonly base: string;
  /** Every page of the site. */
  readonly pages: ReadonlySet<string>;
  /** What a link that leaves the pages leads to, such as a file of the repository; as it is when not given. */
  readonly elsewhere?: (path: string) => string;
}

/** Fences and code, which no link stands in, and links. */
const LINKS =
  /(^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\2[`~]*[ \t]*$|(?<!`)(`+)(?!`)[\s\S]*?[^`]\3(?!`))|\]\(([^)\s]+)\)/gm;

/** Markdown whose links to other pages of Markdown are those of the site. */
export function linksOfSite(markdown: string, standing: Standing): string {
  return markdown.replace(LINKS, (whole, code: string | undefined, _1, _2, target: string | undefined) =>
    code !== undefined || target === undefined ? whole : `](${linkOfSite(target, standing)})`,
  );
}

function linkOfSite(target: string, { path, base, pages, elsewhere }: Standing): string {
  if (/^(?:[a-z][a-z\d+.-]*:|#|\/)/i.test(target)) return target;
  const [file = "", anchor] = target.split("#");
  const hash = anchor === undefined ? "" : `#${anchor}`;
  const found = posix.normalize(posix.join(posix.dirname(path), decodeURIComponent(file)));
  if (pages.has(found)) return `${addressOf(found, base)}${hash}`;
  // In a repository, a package's pages are below its folder.
  const [, folder] = /(?:^|\/)packages\/([\w.-]+)(?:\/README\.md)?$/.exec(found) ?? [];
  if (folder !== undefined && pages.has(`${folder}/index.md`)) return addressOf(`${folder}/index.md`, base);
  return elsewhere === undefined ? target : elsewhere(`${found}${hash}`);
}

/** `agora/methods/leads.upload.md` -> `/agora/methods/leads.upload/`. */
export function addressOf(path: string, base: string): string {
  const id = idOf(path);
  return id === "index" ? base : `${base}${id.split("/").map(encodeURIComponent).join("/")}/`;
}

/** The name that a page has within the site: its path without what files and folders add. */
export function idOf(path: string): string {
  return path.replace(/\.md$/, "").replace(/\/index$/, "");
}
