import { readFile } from "node:fs/promises";
import { posix, relative } from "node:path";
import { pagesOf } from "../pages-of.ts";
import type { Reference } from "../reference.ts";
import { type Run, runsOf, withRun } from "../runs.ts";
import { type Guide, readGuides } from "./guides.ts";
import { linksOfSite } from "./links.ts";
import { guidesSection, packageSection, type Section } from "./navigation.ts";

/** What a site is made of. */
export interface SiteContent {
  /** Name of the site, on each page. */
  readonly title: string;
  readonly references: readonly Reference[];
  /**
   * Folder of guides; its README.md lists them.
   * @default none
   */
  readonly guides?: string;
  /**
   * The first page: path, in the folder of guides, of a Markdown file with the front matter of Starlight.
   *
   * @default a list of the packages
   */
  readonly home?: string;
  /**
   * Address of the repository. Links in guides to files of the repository lead there.
   *
   * @default links stay as they are
   */
  readonly repository?: string;
  /**
   * Beginning of every address of the site, with slashes around it.
   * @default "/"
   */
  readonly base?: string;
}

/** A site before it is built: data alone. */
export interface SiteFiles {
  /** Path of a page -> Markdown with front matter, its links those of the site. */
  readonly pages: ReadonlyMap<string, string>;
  /** Files that are served as they are: each page as plain Markdown, and `llms.txt`. */
  readonly plain: ReadonlyMap<string, string>;
  readonly navigation: readonly Section[];
  /** Packages whose samples do not run, and why. */
  readonly missing: readonly string[];
}

/** Makes the pages of a site. */
export async function siteFiles(content: SiteContent): Promise<SiteFiles> {
  const { references, base = "/", repository, title } = content;
  const home = content.home === undefined ? undefined : await readFile(content.home, "utf8");
  const homePath = posix.join(
    "guides",
    relative(content.guides ?? "", content.home ?? "").replaceAll("\\", "/"),
  );
  const reference = pagesOf(references);
  const { runs, files: runFiles, missing } = await runsOf(references);
  const script = `<script type="module" src="${base}run/tl-run.js"></script>`;
  const guides = content.guides === undefined ? [] : await readGuides(content.guides);
  const paths = new Set([
    ...reference.pages.map(({ path }) => path),
    ...guides.map(({ file }) => `guides/${file}`),
    "index.md",
  ]);
  // Guides stand in a folder of the repository's root.
  const elsewhere = (path: string): string =>
    repository === undefined ? path : `${repository}/blob/HEAD/${path.replace(/^(?:\.\.\/)*/, "")}`;
  const withLinks = (path: string, body: string): string =>
    linksOfSite(body, { path, base, pages: paths, ...(path.startsWith("guides/") ? { elsewhere } : {}) });
  const page = (path: string, name: string, summary: string, body: string): [string, string] => [
    path,
    `${frontMatter({ title: name, ...(summary === "" ? {} : { description: summary }) })}\n${withLinks(path, body)}\n`,
  ];
  const overview = reference.files.get("index.md") ?? "";
  const running = (text: string, run: Run | undefined): string => {
    const { body } = withRun({ body: text }, run, `${base}run/`);
    return body === text ? text : `${body}\n\n${script}`;
  };
  // The first page has a program of its own: it runs where it is the sample of a method.
  const shown = [...runs.values()].find(({ sample }) => home?.includes(`\n${sample}\n`));
  return {
    pages: new Map([
      ...reference.pages.map((one) =>
        page(one.path, one.title, one.summary, running(one.body, runs.get(one.path))),
      ),
      ...guides.map((one) => page(`guides/${one.file}`, one.title, one.summary, one.body)),
      home === undefined
        ? page("index.md", title, "", overview.replace(/^# .*\n+/, ""))
        : ["index.md", running(withLinks(homePath, home), shown)],
    ]),
    plain: new Map([
      ...reference.files,
      ...[...runFiles].map(([path, text]): [string, string] => [`run/${path}`, text]),
      ...guides.map((one): [string, string] => [`guides/${one.file}`, `# ${one.title}\n\n${one.body}`]),
      ["index.md", home === undefined ? overview : withoutFrontMatter(home, title)],
      ["llms.txt", `${reference.files.get("llms.txt")}${guideList(guides)}`],
    ]),
    missing,
    navigation: [
      ...(guides.length === 0 ? [] : [guidesSection(guides)]),
      ...references.map(({ packageName, model }, index) =>
        packageSection(
          packageName,
          model,
          reference.pages.filter(({ path }) => path.startsWith(folderAt(reference, index))),
        ),
      ),
    ],
  };
}

/** The folder of the package at a place: packages begin with their index. */
function folderAt({ pages }: ReturnType<typeof pagesOf>, index: number): string {
  const starts = pages.filter(({ path }) => /^[^/]+\/index\.md$/.test(path));
  return starts[index]?.path.replace(/index\.md$/, "") ?? "";
}

function guideList(guides: readonly Guide[]): string {
  if (guides.length === 0) return "";
  const lines = guides.map(
    ({ file, title, summary }) => `- [${title}](./guides/${file})${summary === "" ? "" : `: ${summary}`}`,
  );
  return `\n## Guides\n\n${lines.join("\n")}\n`;
}

function withoutFrontMatter(markdown: string, title: string): string {
  return `# ${title}\n\n${markdown.replace(/^---\n[\s\S]*?\n---\n+/, "")}`;
}

/** Strings of JSON are strings of YAML, and nothing else can stand in them. */
function frontMatter(fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---\n`;
}
