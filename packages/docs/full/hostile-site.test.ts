import { glob, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fullDocument } from "../../generator/test/untrusted/full-document.ts";
import { payloads } from "../../generator/test/untrusted/payloads.ts";
import { placesOf } from "../../generator/test/untrusted/places.ts";
import { costly, refusable } from "../../generator/test/untrusted/refusable.ts";
import { spoil } from "../../generator/test/untrusted/spoil.ts";
import { serveFolder } from "../src/site/serve-folder.ts";
import { build } from "./support/build.ts";
import { openChromium } from "./support/chromium.ts";

/** What HTML, Markdown or a maker of sites could act on. */
Object.assign(payloads, {
  "a component of Astro": (id: string) =>
    `{globalThis.fired("${id}")} <Fired client:load /> {{ fired("${id}") }}`,
  "a directive": (id: string) => `:::tip ${id}\n\n:::\n\n:link[${id}]{onclick="fired(1)"} ::video{src=x}`,
});
const HOSTILE = [
  "</script>",
  "`",
  '"',
  "link",
  "reference link",
  "---",
  "#",
  "newline",
  "controls",
  "code sample",
  "a component of Astro",
  "a directive",
];

let folder: string;
let out: string;
let site: { readonly url: string; readonly close: () => Promise<void> };
let browser: Browser;
const pages = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "trunkline-hostile-"));
  out = join(folder, "site");
  const base = fullDocument();
  const places = placesOf(base).filter(({ id }) => !refusable.has(id) && !costly.has(id));
  const documents = await Promise.all(
    HOSTILE.map(async (name, index) => {
      await mkdir(join(folder, `shop${index}`));
      const path = join(folder, `shop${index}`, "openapi.json");
      await writeFile(path, spoil(base, places, name).text);
      return path;
    }),
  );
  await build(out, "others", documents);
  for await (const path of glob("**/*.html", { cwd: out }))
    pages.set(path, await readFile(join(out, path), "utf8"));
  site = await serveFolder(out, "/", 0);
  browser = await openChromium();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

it("holds the words of the documents, as words", () => {
  expect(pages.size).toBeGreaterThan(HOSTILE.length * 10);
  expect([...pages.values()].join("").split("globalThis.fired").length).toBeGreaterThan(100);
});

/** Text, as it runs in a page: what of another one could act. Parsed only, so that nothing of it runs. */
const ACTIVE = `(html) => {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.querySelectorAll("*")].flatMap((element) => {
    const { localName, attributes, textContent } = element;
    const isForeign = ["iframe", "object", "embed", "base"].includes(localName);
    const isScript = localName === "script" && textContent.includes("fired");
    const names = [...attributes].filter(({ name, value }) =>
      name.startsWith("on") ||
      (["href", "src", "action", "srcdoc"].includes(name) && /^\\s*(?:javascript|vbscript|data:text)|evil\\.test/i.test(value)));
    return isForeign || isScript || names.length > 0 ? [element.outerHTML.slice(0, 200)] : [];
  });
}`;

it("has no tag, link or script of theirs", async () => {
  const page = await browser.newPage();
  const found: string[] = [];
  for (const [path, html] of pages) {
    const active = (await page.evaluate(`(${ACTIVE})(${JSON.stringify(html)})`)) as readonly string[];
    found.push(...active.map((text) => `${path}: ${text}`));
  }
  const spoilt = "<p onclick=fired()><a href='javascript:fired()'>x</a><script>fired()</script>";
  expect(await page.evaluate(`(${ACTIVE})(${JSON.stringify(spoilt)})`)).toHaveLength(3);
  await page.close();
  expect(found).toEqual([]);
});

it("runs nothing of theirs in a browser, and asks nobody of theirs", async () => {
  const context = await browser.newContext();
  const fired: string[] = [];
  const others: string[] = [];
  await context.exposeFunction("fired", (id: unknown) => void fired.push(String(id)));
  await context.route(
    (url) => !url.href.startsWith(site.url),
    (route) => {
      others.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  for (const index of HOSTILE.keys()) {
    const own = [...pages.keys()].filter((path) => path.startsWith(`shop${index || ""}/`));
    const longest = [...own].sort((a, b) => (pages.get(b)?.length ?? 0) - (pages.get(a)?.length ?? 0));
    for (const path of longest.slice(0, 4)) await page.goto(`${site.url}${path}`, { waitUntil: "load" });
  }
  await context.close();
  expect(fired).toEqual([]);
  expect(others.filter((url) => !/^(?:data|blob):/.test(url))).toEqual([]);
});
