import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { objectOf, valueAt, withValueAt } from "@trunkline/document";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pagesOf, readReference, runsOf, withRun } from "../dist/index.js";
import type { RunData } from "../src/run/contract.ts";
import { inspect } from "../src/run/inspect.ts";
import type { Runs } from "../src/runs.ts";
import { openChromium } from "./support/chromium.ts";
import { type RunServer, serveRuns } from "./support/run-server.ts";

const VENDORS = ["agora", "agoralia", "agentref", "buena"];

let made: Runs;
let server: RunServer;
let browser: Browser;

beforeAll(async () => {
  const folder = (vendor: string): string => fileURLToPath(new URL(`../../${vendor}`, import.meta.url));
  made = await runsOf(await Promise.all(VENDORS.map((vendor) => readReference(folder(vendor)))));
  server = await serveRuns(made);
  browser = await openChromium();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function open(path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${server.url}/page/${path}`);
  return page;
}

/** What the element says when a run is over. */
async function ended(page: Page): Promise<string> {
  await expect
    .poll(() => page.textContent('[part="state"]'), { timeout: 20_000, interval: 20 })
    .toMatch(/^(?!Running)./);
  return (await page.textContent('[part="state"]')) ?? "";
}

async function texts(page: Page, part: string): Promise<string[]> {
  return page.locator(`[part="${part}"]`).allTextContents();
}

/** Runs what somebody wrote in place of the sample. */
async function runEdited(page: Page, sample: string): Promise<string> {
  await page.click('button[name="edit"]');
  await page.fill("textarea", sample);
  await page.click('button[name="run"]');
  return ended(page);
}

const DONE = /^Done\. Nothing was sent/;
const HEAD = 'import { Agora } from "@trunkline/agora";\nconst client = new Agora();\n';
const METHOD = "agora/methods/webhooks.getEndpointHealth.md";

it("has a run for every method, and says of none that it is missing", () => {
  expect(made.missing).toEqual([]);
  expect(made.runs.size).toBeGreaterThan(120);
});

describe.each(VENDORS)("the samples of %s", (vendor) => {
  it("run, and give what the document's examples say", async () => {
    const page = await browser.newPage();
    const wrong: string[] = [];
    const own = [...made.runs].filter(([path]) => path.startsWith(`${vendor}/`));
    for (const [path, run] of own) {
      await page.goto(`${server.url}/page/${path}`);
      await page.click('button[name="run"]');
      const state = await ended(page);
      const [printed, errors] = [await texts(page, "print"), await texts(page, "error")];
      const wanted = expected(JSON.parse(made.files.get(run.src) ?? "") as RunData);
      const isRight =
        errors.length === 0 &&
        DONE.test(state) &&
        (wanted === undefined || wanted.join("\n") === printed.join("\n"));
      if (!isRight) wrong.push(`${path}: ${state} ${JSON.stringify({ errors, printed, wanted })}`);
      if ((await texts(page, "request")).length === 0) wrong.push(`${path}: no request`);
    }
    expect(wrong).toEqual([]);
    expect(own.length).toBeGreaterThan(4);
    await page.close();
  }, 300_000);
});

/** What the sample shows by the examples alone; undefined for what is not JSON. */
function expected({ compiled, route, script }: RunData): readonly string[] | undefined {
  const operation = compiled.operations.find((one) => one.route === route);
  const response = operation?.responses.find(({ status }) => /^2/.test(status));
  const content = response?.content.find(({ examples }) => examples.length > 0);
  if (operation === undefined || content === undefined) return undefined;
  const envelope = operation.extension.envelope ?? compiled.said.envelope;
  const places = envelope === false || envelope === undefined ? [] : [envelope.data].flat();
  const unwrapped = (value: unknown): unknown => {
    const place = places.find((one) => one !== undefined && valueAt(value as never, one) !== undefined);
    return place === undefined ? value : valueAt(value as never, place);
  };
  if (/for await/.test(script)) {
    const name = [operation.extension.pagination].flat()[0];
    const declared = typeof name === "string" ? objectOf(compiled.said.pagination as never)[name] : name;
    const items = String(objectOf(declared as never).items ?? places[0] ?? "");
    const walk = content.examples.filter(
      (one) => /(?:^|-)(?:first|middle|last)$/.test(one.name) && !one.name.includes("-"),
    );
    const pages = walk.length > 0 ? walk : content.examples.slice(0, 1);
    return pages.flatMap((one) => (valueAt(one.value, items) as readonly unknown[]).map(inspect));
  }
  if (!/json/.test(content.type) || !/\nreturn /.test(script)) return undefined;
  const { bulk } = operation.extension;
  // Of the rows that the sample sends, one.
  const counted = [bulk?.received, bulk?.accepted?.[0]].flatMap((pointer) => pointer ?? []);
  const [first] = content.examples;
  return [
    inspect(
      unwrapped(counted.reduce((value, pointer) => withValueAt(value, pointer, 1), first?.value ?? null)),
    ),
  ];
}

it("shows the refusal that a reader chose, and leaves the exchange of a token alone", async () => {
  const page = await open(METHOD);
  await page.selectOption('select[name="status"]', "404");
  await page.click('button[name="run"]');
  expect(await ended(page)).toMatch(DONE);
  expect(await texts(page, "error")).toEqual([expect.stringMatching(/^NotFoundError: 404/)]);
  expect((await texts(page, "request")).map((one) => one.slice(-3))).toEqual(["200", "404"]);
  await page.close();
});

it("strikes out secrets, those that a reader pastes too", async () => {
  const page = await open(METHOD);
  const sample =
    'import { Agora } from "@trunkline/agora";\nconst client = new Agora({ apiKey: "agora_live_PRIVATE" });\nconsole.log("agora_live_PRIVATE");\nawait client.webhooks.listEndpoints(1);';
  await runEdited(page, sample);
  const all = [
    ...(await texts(page, "request")),
    ...(await texts(page, "print")),
    ...(await texts(page, "error")),
  ];
  expect(all.join("\n")).toContain("•••");
  expect(all.join("\n")).not.toContain("PRIVATE");
  await page.close();
});

describe("a sample that somebody wrote", () => {
  it.each([
    ["throws", 'throw new RangeError("not so");', DONE, ["RangeError: not so"]],
    ["throws no error", "throw { a: 1 };", DONE, ["Thrown: {\n  a: 1,\n}"]],
    ["rejects where nobody awaits", 'Promise.reject(new Error("late"));', DONE, ["Error: late"]],
    ["imports what is not there", 'import os from "node:os";\nos.cpus();', DONE, [/cannot import "node:os"/]],
    ["wants files", 'import fs from "node:fs";\nfs.rmSync("/");', DONE, [/This page has no files.*rmSync/]],
    [
      "calls another method",
      `${HEAD}await client.webhooks.listEndpoints(1);`,
      DONE,
      [/answers of GET .* alone/, /^NotFoundError/],
    ],
    [
      "imports by a call",
      'await import("https://x.test/a.js");',
      DONE,
      [/it cannot import "https:\/\/x\.test/],
    ],
    ["is no TypeScript", "const = 1;", /^It did not run/, [/SyntaxError: .*\(1:7\)/]],
    ["is no script", "const a = 1;\nconst a = 2;", DONE, [/SyntaxError: .*already been declared.*line 2/]],
    [
      "is wrong",
      `${HEAD}await client.webhooks.getEndpointHealth({ campaign_id: "x" as never, endpoint_id: 2 });`,
      DONE,
      [/Error: 4(?:00|22)/],
    ],
    ["asks eval", 'eval("1")', DONE, [/EvalError/]],
  ])("that %s is told in the page", async (_, sample, state, errors) => {
    const page = await open(METHOD);
    expect(await runEdited(page, sample)).toMatch(state);
    const said = await texts(page, "error");
    expect(said.length).toBe(errors.length);
    for (const [index, one] of errors.entries())
      if (typeof one === "string") expect(said[index]).toBe(one);
      else expect(said[index]).toMatch(one);
    await page.close();
  });

  it.each([
    ["loops for ever", "for (;;);"],
    ["waits for ever", "await new Promise(() => {});"],
    ["waits for ever in turns", "for (;;) await new Promise((done) => setTimeout(done, 100));"],
  ])("that %s ends, and the next one runs", async (_, sample) => {
    const page = await open(METHOD);
    const before = Date.now();
    expect(await runEdited(page, sample)).toMatch(/did not end within 5 seconds/);
    expect(Date.now() - before).toBeLessThan(9000);
    expect(page.frames().length).toBe(1);
    await page.fill("textarea", "console.log(1);");
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => texts(page, "print")).toEqual(["1"]);
    await page.close();
  });

  it.each([
    ["prints for ever", 'for (;;) console.log("again");'],
    ["prints much at once", 'for (;;) console.log("x".repeat(1e6));'],
    ["prints for ever in turns", "for (;;) { console.log(1); await null; }"],
    ["speaks past its bounds", 'for (;;) self.postMessage({ kind: "print", text: "x" });'],
    [
      "asks for ever",
      `${HEAD}for (;;) await client.webhooks.getEndpointHealth({ campaign_id: 1, endpoint_id: 2 });`,
    ],
  ])("that %s is stopped, and the page goes on", async (_, sample) => {
    const page = await open(METHOD);
    expect(await runEdited(page, sample)).toMatch(/printed more than is shown/);
    expect((await texts(page, "print")).length + (await texts(page, "request")).length).toBeLessThan(320);
    expect((await texts(page, "print")).join("").length).toBeLessThan(250_000);
    expect(page.frames().length).toBe(1);
    await page.close();
  });

  it("is stopped by a click", async () => {
    const page = await open(METHOD);
    await page.click('button[name="edit"]');
    await page.fill("textarea", "for (;;);");
    await page.click('button[name="run"]');
    await expect.poll(() => page.textContent('button[name="run"]')).toBe("Stop");
    await page.click('button[name="run"]');
    expect(await ended(page)).toBe("Stopped.");
    await page.close();
  });

  it("sends nothing, whichever way it tries", async () => {
    const page = await open(METHOD);
    const out = `${server.url}/out`;
    server.log.length = 0;
    const tries = [
      `fetch("${out}/fetch")`,
      `new Promise((_, no) => { const x = new XMLHttpRequest(); x.onerror = no; x.open("GET", "${out}/xhr"); x.send(); })`,
      `new WebSocket("${out.replace("http", "ws")}/ws")`,
      `new EventSource("${out}/events")`,
      `importScripts("${out}/scripts")`,
      `new Function("u", "return import(u)")("${out}/import")`,
      `navigator.sendBeacon("${out}/beacon")`,
      `new Worker("${out}/worker")`,
      `new Worker(URL.createObjectURL(new Blob(["fetch('${out}/nested')"])))`,
      `new RTCPeerConnection()`,
      `indexedDB.open("x")`,
      `caches.open("x")`,
    ];
    const sample = tries
      .map((one, index) => `try { await ${one}; } catch (error) { console.log(${index}, "refused"); }`)
      .join("\n");
    await runEdited(
      page,
      `${sample}\nawait new Promise((done) => setTimeout(done, 500));\nconsole.log(origin, typeof document);`,
    );
    expect((await texts(page, "print")).at(-1)).toBe("null undefined");
    await new Promise((done) => setTimeout(done, 300));
    expect(server.log.filter((line) => line.includes("/out"))).toEqual([]);
    // The data and the engine were asked for by the page, the stripper because it was edited.
    expect(server.log.every((line) => line.startsWith("GET /run/"))).toBe(true);
    await page.close();
  });
});

it("loads nothing before somebody asks, and runs nothing that an address says", async () => {
  server.log.length = 0;
  const page = await browser.newPage();
  const code = encodeURIComponent('console.log("by itself")');
  await page.goto(`${server.url}/page/${METHOD}?code=${code}&run=1#code=${code}`);
  await new Promise((done) => setTimeout(done, 500));
  expect(server.log).toEqual([`GET /page/${METHOD}`, "GET /run/tl-run.js"]);
  expect(await page.locator('[part="panes"]').isHidden()).toBe(true);
  expect(page.frames().length).toBe(1);
  await page.close();
});

it("is used by keyboard alone: reach, edit, run, leave, copy", async () => {
  const context = await browser.newContext();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  await page.goto(`${server.url}/page/${METHOD}`);
  const focused = (): Promise<string | undefined> =>
    page.evaluate(() => {
      const inner = document.activeElement?.shadowRoot?.activeElement;
      return inner?.getAttribute("name") ?? inner?.getAttribute("part") ?? document.activeElement?.tagName;
    });
  const tabTo = async (name: string): Promise<void> => {
    for (let steps = 0; steps < 12 && (await focused()) !== name; steps += 1)
      await page.keyboard.press("Tab");
    expect(await focused()).toBe(name);
  };
  await tabTo("edit");
  await page.keyboard.press("Enter");
  await expect.poll(focused).toBe("edit");
  await expect.poll(() => page.inputValue("textarea")).toContain("new Agora()");
  await page.keyboard.press("Control+A");
  await page.keyboard.type('console.log("typed");');
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => texts(page, "print")).toEqual(["typed"]);
  // A tab leaves the field: nobody is caught in it.
  await page.keyboard.press("Tab");
  await tabTo("copy");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.textContent('[part="state"]')).toBe("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('console.log("typed");');
  await tabTo("list");
  await context.close();
});

it("says in the page what could not be loaded", async () => {
  const page = await open(METHOD);
  await page.evaluate(() => document.querySelector("tl-run")?.setAttribute("src", "/run/nowhere.json"));
  await page.click('button[name="run"]');
  expect(await ended(page)).toBe("It did not run.");
  expect(await texts(page, "error")).toEqual([expect.stringMatching(/nowhere\.json was answered with 404/)]);
  await page.close();
});

it("weighs what it weighs", () => {
  const gzip = (path: string): number => gzipSync(made.files.get(path) ?? "", { level: 9 }).length;
  const data = [...made.files.keys()].filter((path) => path.endsWith(".json")).map(gzip);
  const engines = VENDORS.map((vendor) => gzip(`${vendor}/engine.js`));
  console.log(
    `element ${gzip("tl-run.js")}, engines ${engines.join(" ")}, data of a method up to ${Math.max(...data)}`,
  );
  expect(gzip("tl-run.js")).toBeLessThan(5000);
  expect(Math.max(...data)).toBeLessThan(4000);
  expect(Math.max(...engines)).toBeLessThan(70_000);
});

it("gives no run to a method whose example is missing, nor to a document that no package is made of", async () => {
  const reference = await readReference(fileURLToPath(new URL("../../agora", import.meta.url)));
  const document = structuredClone(reference.document) as {
    paths: Record<string, Record<string, { responses: object }>>;
  };
  const operation = document.paths["/webhooks/{campaign_id}/events"]?.get;
  if (operation === undefined) throw new Error("There is no such operation.");
  const content = { "application/json": { schema: { type: "array", items: { type: "string" } } } };
  operation.responses = { 200: { description: "", content } };
  const changed = { ...reference, document: document as never };
  const { runs } = await runsOf([changed]);
  const path = "agora/methods/webhooks.listEventTypes.md";
  expect(runs.has(path)).toBe(false);
  expect(runs.size).toBe([...made.runs.keys()].filter((one) => one.startsWith("agora/")).length - 1);
  const page = pagesOf([changed]).pages.find((one) => one.path === path);
  expect(page?.body).toContain("The document has no example of an answer of this call");
  if (page !== undefined) expect(withRun(page, runs.get(path), "/run/")).toBe(page);

  const bare = await runsOf([{ ...reference, folder: undefined }]);
  expect(bare.runs.size).toBe(0);
  expect(bare.missing).toEqual(["@trunkline/agora: no package is made of it yet."]);
  const unbuilt = await runsOf([{ ...reference, folder: fileURLToPath(new URL(".", import.meta.url)) }]);
  expect(unbuilt.missing).toEqual([expect.stringMatching(/has neither dist\/index\.mjs nor src\/index\.ts/)]);
});
