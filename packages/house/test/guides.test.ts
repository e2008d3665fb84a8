import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Mock, startMock } from "@trunkline/mock";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fencesOfPage } from "../fences/extract.ts";
import { programFiles } from "../fences/program.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
/** Below this package, so that programs resolve what it has installed. */
const folder = fileURLToPath(new URL("../.guides/", import.meta.url));

/** Guides whose programs need nothing but a server: page -> which of its fences, from 0. */
const PROGRAMS: readonly (readonly [page: string, fences: readonly number[], vendor: string])[] = [
  ["first-call", [0], "agentref"],
  ["pages", [0], "agentref"],
  ["changing-a-document", [0], "agentref"],
  ["security", [0], "agentref"],
  ["middleware", [0, 1], "agentref"],
  ["runtimes", [0], "agentref"],
  ["testing", [1], "agentref"],
  ["webhooks", [1], "agora"],
  ["coming-from", [0, 1], "buena"],
];

/** Sends to a mock what the program sends to its vendor. */
const REDIRECT = `const sent = globalThis.fetch;
globalThis.fetch = async (address, options) => {
  const url = new URL(address.url ?? address);
  const path = url.pathname.slice(new URL(process.env.BASE).pathname.replace(/\\/$/, "").length) + url.search;
  const answer = await sent(process.env.MOCK + path, options);
  // As if the vendor had answered: of another address the client would think of a redirect.
  return new Response([204, 304].includes(answer.status) ? null : answer.body, answer);
};
`;

const mocks = new Map<string, Mock>();
beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "redirect.mjs"), REDIRECT);
  for (const vendor of ["agentref", "buena", "agora"])
    mocks.set(vendor, await startMock(join(root, "packages", vendor)));
}, 60_000);
afterAll(async () => {
  for (const mock of mocks.values()) await mock.close();
  await rm(folder, { recursive: true, force: true });
});

describe("the programs of guides", () => {
  it.each(PROGRAMS)("%s run", { timeout: 60_000 }, async (page, chosen, vendor) => {
    const text = await readFile(join(root, `docs/${page}.md`), "utf8");
    const files = programFiles(fencesOfPage(text, `docs/${page}.md`), new Map());
    for (const { name, text: source } of files) {
      const { outputText } = ts.transpileModule(source.replace(/^export \{[^}]*\};\n$/m, exportsOf), {
        compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
      });
      await writeFile(join(folder, name.replace(/\.ts$/, ".js")), outputText);
    }
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    const mock = mocks.get(vendor);
    const document = await readFile(join(root, `packages/${vendor}/openapi.yaml`), "utf8");
    const base = /^servers:\n\s+- url: (\S+)/m.exec(document)?.[1] ?? "https://x.test";
    for (const index of chosen) {
      const file = files[index]?.name.replace(/\.ts$/, ".js") ?? "";
      const { code, output } = await run(file, { BASE: base, MOCK: mock?.url ?? "" });
      expect(`${code} ${output}`).toMatch(/^0 /);
      expect(output).not.toBe("");
    }
    expect(mock?.violations).toEqual([]);
  });
});

/** Types are no values: what is handed on to later fences is what a program has. */
function exportsOf(list: string): string {
  return /\b(?:interface|declare|type)\b/.test(list) ? "" : list;
}

function run(file: string, env: Record<string, string>): Promise<{ code: unknown; output: string }> {
  const secrets = {
    AGENTREF_API_KEY: "ak_live_test",
    BUENA_API_KEY: "bna_test",
    AGORA_API_KEY: "agora_test_x",
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "./redirect.mjs", file],
      { cwd: folder, env: { ...process.env, ...secrets, ...env }, timeout: 30_000 },
      (error, out, err) => resolve({ code: error?.code ?? 0, output: `${out}${err}` }),
    );
  });
}
