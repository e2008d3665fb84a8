import { foldersOf } from "./folders.ts";
import { linkBetween, type Page } from "./page.ts";
import { methodPage } from "./pages/method.ts";
import { clientPage, indexPage, webhooksPage } from "./pages/package.ts";
import { typePages } from "./pages/types.ts";
import { placesOf } from "./places.ts";
import type { Reference } from "./reference.ts";
import { cell, code } from "./text.ts";

/** All pages of some clients, as data. The same documents give the same pages. */
export interface Pages {
  readonly pages: readonly Page[];
  /** Path -> text of files: each page as plain Markdown, a list of the packages, and `llms.txt`. */
  readonly files: ReadonlyMap<string, string>;
}

/** Makes the pages of some clients, each package in a folder of its own. */
export function pagesOf(references: readonly Reference[]): Pages {
  const folders = foldersOf(references);
  const packages = references.map((reference, index) => {
    const places = placesOf(reference.model);
    const webhooks = webhooksPage(reference, places);
    const own = [
      indexPage(reference, places),
      clientPage(reference),
      ...(webhooks === undefined ? [] : [webhooks]),
      ...reference.model.operations.map((operation) => methodPage(operation, reference, places)),
      ...typePages(reference.model, places),
    ];
    const folder = folders[index] ?? "";
    return { reference, pages: own.map((page) => ({ ...page, path: `${folder}/${page.path}` })) };
  });
  const pages = packages.flatMap((one) => one.pages);
  return {
    pages,
    files: new Map([
      ...pages.map((page): [string, string] => [
        page.path,
        `# ${page.group === "Methods" ? code(page.title) : plain(page.title)}\n\n${page.body}\n`,
      ]),
      ["index.md", home(packages)],
      ["llms.txt", list(packages)],
    ]),
  };
}

interface PackagePages {
  readonly reference: Reference;
  readonly pages: readonly Page[];
}

/** Names of packages come from a package.json: what is more than a name is escaped. */
function plain(title: string): string {
  return /^[\p{L}\p{N}@/., -]+$/u.test(title) ? title : cell(title);
}

function home(packages: readonly PackagePages[]): string {
  const lines = packages.map(({ reference, pages: [index] }) => {
    const { packageName, model } = reference;
    return `- [${code(packageName)}](${linkBetween("index.md", index?.path ?? "")}): ${cell(model.title)}`;
  });
  return `# Reference\n\n${lines.join("\n")}\n`;
}

/** The list of llmstxt.org: every page with one sentence. */
function list(packages: readonly PackagePages[]): string {
  const sections = packages.flatMap(({ reference, pages }) => {
    const { packageName } = reference;
    return (["Package", "Methods", "Types"] as const).flatMap((group) => {
      const own = pages.filter((page) => page.group === group);
      if (own.length === 0) return [];
      const lines = own.map(({ path, title, summary }) => {
        const link = `- [${plain(title)}](${linkBetween("llms.txt", path)})`;
        return summary === "" ? link : `${link}: ${cell(summary)}`;
      });
      return [`## ${plain(packageName)}: ${group.toLowerCase()}\n\n${lines.join("\n")}`];
    });
  });
  const names = packages.map(({ reference }) => reference.packageName).join(", ");
  return `# ${plain(names)}\n\n> Typed TypeScript clients of HTTP APIs. Each page is Markdown and says all that a call needs.\n\n${sections.join("\n\n")}\n`;
}
