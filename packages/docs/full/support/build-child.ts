// A program of its own, as users have it: test runners set variables that makers of sites read. Prints what it took.
import { fileURLToPath } from "node:url";
import { buildSite, readReference } from "../../dist/site.js";

const [out = "", kind = "", ...sources] = process.argv.slice(2);
const root = fileURLToPath(new URL("../../../../", import.meta.url));
const ours = {
  title: "Trunkline",
  guides: `${root}docs`,
  home: `${root}docs/site/home.md`,
  repository: "https://github.com/trunkline-clients/trunkline",
};
const references = await Promise.all(
  sources.map((source, index) =>
    readReference(source, source.includes("/packages/") ? {} : { packageName: `@acme/shop${index || ""}` }),
  ),
);
const started = performance.now();
const { pages } = await buildSite({ ...(kind === "ours" ? ours : { title: "Shop" }), references, out });
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ pages, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
