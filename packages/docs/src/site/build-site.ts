import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import starlight from "@astrojs/starlight";
import { type AstroInlineConfig, build } from "astro";
import { makeProject } from "./project.ts";
import { serveFolder } from "./serve-folder.ts";
import { type SiteContent, type SiteFiles, siteFiles } from "./site-files.ts";

export interface SiteOptions extends SiteContent {
  /** Folder for the site. What is in it is removed first. */
  readonly out: string;
  /**
   * Address that the site will have, such as `https://docs.example.com`. It is needed for the sitemap.
   *
   * @default none: the site has no sitemap
   */
  readonly site?: string;
}

/** A site that was built. */
export interface BuiltSite {
  readonly pages: number;
  /** Packages whose samples do not run, and why. */
  readonly missing: readonly string[];
}

/**
 * Builds a site: a page for each method, pages of types and webhooks, guides, and a search. It has a light and a dark
 * form, fits small screens, and loads nothing from other servers.
 *
 * @returns how many pages it has, and whose samples do not run
 * @example
 * ```ts
 * import { buildSite, readReference } from "@trunkline/docs/site";
 *
 * const references = [await readReference("@trunkline/agora")];
 * await buildSite({ title: "Agora", references, out: "site" });
 * ```
 */
export async function buildSite(options: SiteOptions): Promise<BuiltSite> {
  const files = await siteFiles(options);
  const root = await makeProject(files);
  const { NODE_ENV } = process.env;
  // Anything else would be a site for those who develop it, without its search.
  Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: "1", NODE_ENV: "production" });
  try {
    await build(configOf(root, options, files));
    const out = resolve(options.out);
    await rm(out, { recursive: true, force: true });
    await mkdir(dirname(out), { recursive: true });
    // Another disk takes no renames.
    await cp(join(root, "dist"), out, { recursive: true });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
    await rm(root, { recursive: true, force: true });
  }
  return { pages: files.pages.size, missing: files.missing };
}

/**
 * Builds a site and serves it on this machine (loopback only).
 *
 * @returns its address, and a function that stops it
 */
export async function serveSite(
  options: SiteContent & {
    /** @default one that is free */
    readonly port?: number | undefined;
  },
): Promise<ServedSite> {
  const out = await mkdtemp(join(tmpdir(), "trunkline-site-"));
  const remove = (): Promise<void> => rm(out, { recursive: true, force: true });
  try {
    const built = await buildSite({ ...options, out });
    const { base = "/", port = 0 } = options;
    const server = await serveFolder(out, base, port);
    return {
      ...server,
      ...built,
      close: async () => {
        await server.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A site that is served. */
export interface ServedSite extends BuiltSite {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const theme = (file: string): string => fileURLToPath(new URL(`../theme/${file}`, import.meta.url));

function configOf(
  root: string,
  { title, base = "/", site }: SiteOptions,
  files: SiteFiles,
): AstroInlineConfig {
  const { navigation } = files;
  return {
    root,
    configFile: false,
    // Else it would lie beside the packages, and one build would be served the pages of another.
    cacheDir: join(root, "cache"),
    logLevel: "error",
    base,
    trailingSlash: "always",
    ...(site === undefined ? {} : { site }),
    devToolbar: { enabled: false },
    vite: {
      plugins: [
        {
          name: "trunkline-navigation",
          resolveId: (id: string) => (id === "virtual:trunkline/navigation" ? `\0${id}` : undefined),
          load: (id: string) =>
            id === "\0virtual:trunkline/navigation"
              ? `export const base = ${JSON.stringify(base)};\nexport const navigation = ${JSON.stringify(navigation)};`
              : undefined,
        },
      ],
    },
    integrations: [
      starlight({
        title,
        sidebar: [],
        pagination: false,
        credits: false,
        expressiveCode: { textMarkers: false },
        lastUpdated: false,
        customCss: [theme("site.css")],
        routeMiddleware: fileURLToPath(new URL("./route-data.js", import.meta.url)),
        components: { MarkdownContent: theme("MarkdownContent.astro"), Search: theme("Search.astro") },
      }),
    ],
  };
}
