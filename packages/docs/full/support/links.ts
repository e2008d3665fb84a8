import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What pages of a site refer to. */
export interface SiteLinks {
  /** To pages, anchors, images, scripts and styles that are not there. */
  readonly broken: readonly string[];
  /** Addresses of others, which nobody asks here. */
  readonly external: readonly string[];
}

/** Follows every link of a site that was built. */
export async function linksOf(folder: string): Promise<SiteLinks> {
  const pages = new Map<string, string>();
  const files = new Set<string>();
  for await (const path of glob("**/*.*", { cwd: folder })) {
    files.add(path);
    if (path.endsWith(".html")) pages.set(path, await readFile(join(folder, path), "utf8"));
  }
  const anchors = new Map([...pages].map(([path, html]) => [path, anchorsOf(html)]));
  const broken: string[] = [];
  const external = new Set<string>();
  for (const [path, html] of pages) {
    const base = new URL(path.replace(/(?:^|\/)index\.html$/, "/"), "http://site/");
    for (const [, address = ""] of html.matchAll(/<[^>]*\s(?:href|src)="([^"]*)"/g)) {
      const target = new URL(address.replaceAll("&amp;", "&").replaceAll("&#38;", "&"), base);
      if (target.protocol === "data:") continue;
      if (target.host !== "site") {
        external.add(target.href);
        continue;
      }
      const found = decodeURIComponent(target.pathname).slice(1);
      const file = found === "" || found.endsWith("/") ? `${found}index.html` : found;
      const anchor = decodeURIComponent(target.hash.slice(1));
      if (!files.has(file)) broken.push(`${path} -> ${address}`);
      else if (anchor !== "" && !anchors.get(file)?.has(anchor)) broken.push(`${path} -> ${address}`);
    }
  }
  return { broken, external: [...external].sort() };
}

function anchorsOf(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => id.replaceAll("&amp;", "&")));
}
