import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildSite, readReference, serveSite } from "@trunkline/docs/site";
import { root } from "./run.ts";

// `pnpm docs` builds the site of this repository and serves it; with --build it stands in the folder site.
const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
  readonly trunkline: { readonly repository: string };
};
const { DOCS_BASE: base = "/", DOCS_SITE: site } = process.env;
const vendors = ["agentref", "agora", "agoralia", "buena"];
const references = await Promise.all(vendors.map((vendor) => readReference(join(root, "packages", vendor))));
const content = {
  title: "Trunkline",
  references,
  guides: join(root, "docs"),
  home: join(root, "docs/site/home.md"),
  repository: manifest.trunkline.repository,
  base,
  ...(site === undefined ? {} : { site }),
};
if (process.argv.includes("--build")) {
  const { pages } = await buildSite({ ...content, out: join(root, "site") });
  console.log(`${pages} pages in site`);
} else {
  const { url, pages } = await serveSite(content);
  console.log(`${pages} pages at ${url} (Ctrl+C ends it)`);
}
