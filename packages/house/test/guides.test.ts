import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
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
  ["credentials", [0, 2], "agentref"],
  ["on-call", [0], "agentref"],
  ["retries", [0], "agoralia"],
  ["uploads-and-streams", [0, 2], "buena"],
  ["network", [0], "agentref"],
  ["bulk", [0], "agora"],
  ["your-own-api", [0], "agora"],
  ["how-it-is-built", [0], "agora"],
];

const SECRETS = {
  AGENTREF_API_KEY: "ak_live_test",
  BUENA_API_KEY: "bna_test",
  AGORA_API_KEY: "agora_test_0123456789",
  AGORALIA_API_KEY: "agoralia_test_x",
};

/** What the programs find in their folder: a recording, and documents. */
async function putFiles(): Promise<void> {
  await writeFile(join(folder, "ada.wav"), new Uint8Array(1000));
  for (const [name, vendor] of [
    ["agora", "agora"],
    ["acme", "buena"],
  ] as const) {
    await mkdir(join(folder, "specs", name), { recursive: true });
    await copyFile(join(root, `packages/${vendor}/openapi.yaml`), join(folder, `specs/${name}/openapi.yaml`));
  }
}

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

/** The program that is run as a reader runs it, in a process of its own. */
const ALONE = "first-call";

const mocks = new Map<string, Mock>();
const cwd = process.cwd();
beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "redirect.mjs"), REDIRECT);
  await putFiles();
  // Threads stand where their process does.
  process.chdir(folder);
  for (const vendor of ["agentref", "agoralia", "buena", "agora"])
    mocks.set(vendor, await startMock(join(root, "packages", vendor)));
}, 60_000);
afterAll(async () => {
  process.chdir(cwd);
  for (const mock of mocks.values()) await mock.close();
  await rm(folder, { recursive: true, force: true });
});

describe("the programs of guides", () => {
  it.each(PROGRAMS)("%s run", { timeout: 60_000 }, async (page, chosen, vendor) => {
    const text = await readFile(join(root, `docs/${page}.md`), "utf8");
    const files = programFiles(fencesOfPage(text, `docs/${page}.md`), new Map());
    for (const { name, text: source } of files) {
      const { outputText } = ts.transpileModule(
        source.replace(/^export \{([^}]*)\};\n$/m, (_, names) => exportsOf(names, source)),
        {
          compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
        },
      );
      await writeFile(join(folder, name.replace(/\.ts$/, ".js")), outputText);
    }
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    const mock = mocks.get(vendor);
    const document = await readFile(join(root, `packages/${vendor}/openapi.yaml`), "utf8");
    const base = /^servers:\n\s+- url: (\S+)/m.exec(document)?.[1] ?? "https://x.test";
    for (const index of chosen) {
      const file = files[index]?.name.replace(/\.ts$/, ".js") ?? "";
      const env = { BASE: base, MOCK: mock?.url ?? "" };
      const { code, output } = await (page === ALONE ? runAlone : run)(file, env);
      expect(`${code} ${output}`).toMatch(/^0 /);
      expect(output).not.toBe("");
    }
    expect(mock?.violations).toEqual([]);
  });
});

/** What is handed on to later fences is what a program has: not what is only declared. */
function exportsOf(list: string, source: string): string {
  const names = list.split(",").map((name) => name.trim());
  const isThere = (name: string): boolean =>
    !new RegExp(`\\b(?:interface|type|declare (?:async )?(?:function|const|let|class)) ${name}\\b`).test(
      source,
    );
  return `export { ${names.filter(isThere).join(", ")} };\n`;
}

interface Ran {
  readonly code: unknown;
  readonly output: string;
}

/** In a thread, which has its own modules and globals, and starts faster than a process. */
async function run(file: string, env: Record<string, string>): Promise<Ran> {
  const worker = new Worker(join(folder, file), {
    env: { ...process.env, ...SECRETS, ...env },
    execArgv: ["--import", pathToFileURL(join(folder, "redirect.mjs")).href],
    stdout: true,
    stderr: true,
  });
  let output = "";
  worker.on("error", (error) => {
    output += error;
  });
  const code = new Promise((resolve) => worker.once("exit", resolve));
  await Promise.all(
    [worker.stdout, worker.stderr].map(async (stream) => {
      for await (const part of stream) output += part;
    }),
  );
  return { code: await code, output };
}

function runAlone(file: string, env: Record<string, string>): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "./redirect.mjs", file],
      { cwd: folder, env: { ...process.env, ...SECRETS, ...env }, timeout: 30_000 },
      (error, out, err) => resolve({ code: error?.code ?? 0, output: `${out}${err}` }),
    );
  });
}
