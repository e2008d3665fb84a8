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

/** Markdown whose links to other pages of Markdown are those of the site. */
export function linksOfSite(markdown: string, standing: Standing): string {
  let fence: string | undefined;
  const lines = markdown.split("\n").map((line) => {
    const mark = fenceIn(line);
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
      return line;
    }
    fence = mark;
    return mark === undefined ? outsideCode(line, (text) => linksIn(text, standing)) : line;
  });
  return lines.join("\n");
}

/** The marks that a fence begins or ends with. */
function fenceIn(line: string): string | undefined {
  const [whole = "", mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
  // What has further backticks is code within a line.
  return mark?.startsWith("`") && line.slice(whole.length).includes("`") ? undefined : mark;
}

/** A line in which all is changed but code: what stands between two equal runs of backticks. */
function outsideCode(line: string, change: (text: string) => string): string {
  const parts = line.split(/(`+)/);
  const last = new Map(parts.map((part, index) => [part, index]));
  const changed: string[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? "";
    const isRun = index % 2 === 1;
    const end = isRun && (last.get(part) ?? 0) > index ? parts.indexOf(part, index + 1) : index;
    changed.push(isRun ? parts.slice(index, end + 1).join("") : change(part));
    index = end;
  }
  return changed.join("");
}

function linksIn(text: string, standing: Standing): string {
  return text.replace(/\]\(([^)\]\s]+)\)/g, (_, target: string) => `](${linkOfSite(target, standing)})`);
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
