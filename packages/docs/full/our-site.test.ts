import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveFolder } from "../src/site/serve-folder.ts";
import { type Built, build } from "./support/build.ts";
import { openChromium } from "./support/chromium.ts";
import { linksOf } from "./support/links.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** One of each kind of page. */
const KINDS: readonly (readonly [kind: string, path: string])[] = [
  ["home", ""],
  ["a guide", "guides/pages/"],
  ["a guide with tables", "guides/bulk/"],
  ["the longest guide", "guides/errors/"],
  ["a package", "agora/"],
  ["a package of many methods", "agentref/"],
  ["a client", "agora/client/"],
  ["a method", "agora/methods/leads.upload/"],
  ["a list", "agentref/methods/programs.list/"],
  ["types", "agora/types/shared/"],
  ["webhooks", "agora/webhooks/"],
  ["a page that is not there", "404.html"],
];

let out: string;
let built: Built;
let site: { readonly url: string; readonly close: () => Promise<void> };
let browser: Browser;
const asked: string[] = [];

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "trunkline-our-site-"));
  const vendors = ["agentref", "agora", "agoralia", "buena"];
  built = await build(
    out,
    "ours",
    vendors.map((vendor) => `${root}packages/${vendor}`),
  );
  site = await serveFolder(out, "/", 0);
  browser = await openChromium();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await rm(out, { recursive: true, force: true });
});

async function open(path: string, width = 1280, colorScheme: "light" | "dark" = "light"): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${site.url}${path}`);
  return page;
}

describe("the site of this repository", () => {
  it("is built, and prints what that takes", () => {
    console.log(built);
    expect(built.pages).toBeGreaterThan(150);
  });

  it("has no link, anchor or image that leads nowhere", async () => {
    const { broken, external } = await linksOf(out);
    expect(broken).toEqual([]);
    console.log(`external links:\n${external.join("\n")}`);
    const known =
      /^https:\/\/(?:github\.com\/(?:trunkline-clients\/trunkline|withastro\/starlight)|[\w.-]+\/)/;
    expect(external.filter((one) => !known.test(one))).toEqual([]);
  });

  it("has a twin in Markdown of each page, and a list of them", async () => {
    const list = await readFile(join(out, "llms.txt"), "utf8");
    for (const path of ["agora/methods/leads.upload.md", "guides/pages.md", "agora/index.md"]) {
      expect(list).toContain(`(./${path})`);
      expect(await readFile(join(out, path), "utf8")).toMatch(/^# /);
    }
  });

  it("shows a page the navigation of its own part, and of no other", async () => {
    const html = await readFile(join(out, "agora/methods/leads.upload/index.html"), "utf8");
    expect(html).toContain("/agora/methods/webhooks.listEndpoints/");
    expect(html).not.toContain("/agentref/methods/");
  });

  it("loads no more than 120 kB for a method's page, from nowhere else", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const bodies: Promise<Buffer>[] = [];
    const others: string[] = [];
    page.on("response", (response) => {
      if (!response.url().startsWith(site.url)) others.push(response.url());
      bodies.push(response.body());
    });
    await page.goto(`${site.url}agentref/methods/programs.create/`, { waitUntil: "networkidle" });
    const bytes = (await Promise.all(bodies)).reduce((sum, { length }) => sum + length, 0);
    await context.close();
    console.log(`a method's page: ${bytes} bytes in ${bodies.length} answers`);
    expect(others).toEqual([]);
    expect(bodies.length).toBeGreaterThan(2);
    expect(bytes).toBeLessThan(120_000);
  });
});

describe.each(KINDS)("axe on %s", (_, path) => {
  it.each([
    [390, "light"],
    [390, "dark"],
    [1280, "light"],
    [1280, "dark"],
  ] as const)("at %i px, %s", async (width, scheme) => {
    const page = await open(path, width, scheme);
    await page.waitForTimeout(200);
    await page.evaluate(axe.source);
    const findings = await page.evaluate(AXE);
    expect(findings).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.context().close();
  });
});

/** Within the element too. */
const FOCUSED =
  "((document.activeElement.shadowRoot ?? document).activeElement ?? document.activeElement).textContent.trim()";
const PRESS_RUN = `[...document.querySelector("tl-run").shadowRoot.querySelectorAll("button")]
  .find((button) => button.textContent.trim() === "Run").click()`;
const SHOWN = 'document.querySelector("tl-run").shadowRoot.textContent';

/** Text, as it runs in the page. */
const AXE = `axe
  .run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 120)).join(" ")))`;

it("runs the sample of the first page", async () => {
  const page = await open("");
  await page.waitForSelector("tl-run button");
  await page.evaluate(PRESS_RUN);
  await expect.poll(() => page.evaluate(SHOWN), { timeout: 15_000 }).toMatch(/GET .*\/programs/);
  await page.context().close();
});

describe("with the keyboard alone", () => {
  it("somebody runs the sample of a method", async () => {
    const page = await open("agora/methods/leads.upload/");
    await page.waitForSelector("tl-run button");
    let label = "";
    for (let tabs = 0; tabs < 60 && label !== "Run"; tabs += 1) {
      await page.keyboard.press("Tab");
      label = String(await page.evaluate(FOCUSED));
    }
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(SHOWN), { timeout: 15_000 }).toMatch(/POST .*\/leads\/upload/);
    await page.context().close();
  });

  it("somebody searches, and opens what was found", async () => {
    const page = await open("");
    await page.waitForSelector("tl-search > button:not([disabled])");
    await page.keyboard.press("Control+k");
    await page.waitForSelector("dialog[open] input");
    await page.keyboard.type("leads.upload");
    await page.waitForSelector("dialog[open] ol a", { timeout: 15_000 });
    let href = "";
    for (let tabs = 0; tabs < 8 && !href.includes("leads.upload"); tabs += 1) {
      await page.keyboard.press("Tab");
      href = String(await page.evaluate("document.activeElement.getAttribute('href') ?? ''"));
    }
    expect(href).toContain("leads.upload");
    await page.keyboard.press("Enter");
    await page.waitForURL(/leads\.upload/);
    expect(await page.textContent("h1")).toContain("client.leads.upload");
    await page.context().close();
  });

  it("somebody skips to the content, and opens a link of the navigation", async () => {
    const page = await open("agora/methods/leads.upload/");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.getAttribute('href')")).toBe("#_top");
    let label = "";
    for (let tabs = 0; tabs < 60 && label !== "uploadAll" && label !== "listEndpoints"; tabs += 1) {
      await page.keyboard.press("Tab");
      label = String(await page.evaluate("document.activeElement.textContent.trim()"));
    }
    await page.keyboard.press("Enter");
    await page.waitForURL(/listEndpoints/);
    await page.context().close();
  });
});

it("asked nobody else for anything", async () => {
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((url) => !url.startsWith(site.url) && !/^(?:data|blob):/.test(url))).toEqual([]);
  expect((await stat(join(out, "pagefind/pagefind.js"))).size).toBeGreaterThan(0);
});
