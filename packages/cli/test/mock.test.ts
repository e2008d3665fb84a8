import { execFile, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished, vi } from "vitest";
import { main } from "../src/index.ts";

const BIN = fileURLToPath(new URL("../bin/trunkline.cjs", import.meta.url));

const DOCUMENT = `openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: https://shop.example/v1 }]
paths:
  /items:
    get:
      operationId: items.list
      responses:
        "200":
          description: Items.
          content: { application/json: { schema: { type: array }, examples: { default: { value: [1, 2] } } } }
`;

/** A folder in which a package that ships its document is installed. */
async function project(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-mock-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const shop = join(folder, "node_modules/@acme/shop");
  await mkdir(shop, { recursive: true });
  await writeFile(
    join(shop, "package.json"),
    '{ "name": "@acme/shop", "trunkline": { "document": "./api.yaml" } }',
  );
  await writeFile(join(shop, "api.yaml"), DOCUMENT);
  return folder;
}

/** Runs a command as the program does, in this process, with what it prints. */
async function runHere(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; out: string }> {
  let out = "";
  const write = (chunk: unknown): boolean => {
    out += String(chunk);
    return true;
  };
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, "write").mockImplementation(write);
  vi.spyOn(process, "cwd").mockReturnValue(cwd);
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    return { code: await main(args), out };
  } finally {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  }
}

it("counts by the document's quotas where it is asked to, and says where there are none", async () => {
  const folder = await project();
  const path = join(folder, "quotas.yaml");
  await writeFile(
    path,
    `${DOCUMENT}x-trunkline:\n  version: 1\n  quotas: [{ limit: 2, per: hour, scope: key }]\n`,
  );
  const child = spawn(process.execPath, [BIN, "mock", path, "--quotas"], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill());
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const url = /http:\S+/.exec(String((await lines.next()).value))?.[0];
  const answers = [];
  for (let call = 0; call < 3; call++) answers.push(await fetch(`${url}/items`));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(Number(answers[2]?.headers.get("retry-after"))).toBeGreaterThan(3000);

  const none = spawn(process.execPath, [BIN, "mock", "@acme/shop", "--quotas"], { cwd: folder });
  onTestFinished(() => void none.kill());
  const [said, [code]] = await Promise.all([text(none.stderr), once(none, "exit")]);
  expect(said).toContain("quotas: the document states none (quotas under x-trunkline)");
  expect(code).toBe(1);
});

it("answers for a package by its name, with a line for each request, until it is ended", async () => {
  const child = spawn(process.execPath, [BIN, "mock", "@acme/shop", "--cors-origin", "https://app.example"], {
    cwd: await project(),
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill());
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const first = String((await lines.next()).value);
  const url = /http:\S+/.exec(first)?.[0];
  expect(first).toBe(`@acme/shop answers at ${url} (Ctrl+C ends it)`);

  const answer = await fetch(`${url}/items`, { headers: { origin: "https://app.example" } });
  expect(await answer.json()).toEqual([1, 2]);
  expect(answer.headers.get("access-control-allow-origin")).toBe("https://app.example");
  // By what is published: a bundler may leave out a check that looks as if it had no effect.
  const { port } = new URL(String(url));
  const odd = connect(Number(port), "127.0.0.1");
  odd.write("GET /v1/%ff HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
  expect(await text(odd)).toMatch(/^HTTP\/1\.1 400 .*The path is not percent-encoded UTF-8\./s);
  expect((await lines.next()).value).toBe("200 GET    /v1/items");
  expect((await lines.next()).value).toBe("400 GET    /v1/%ff");
  await lines.next();

  const other = await fetch(`${url}/items`, { headers: { origin: "https://other.example" } });
  expect(other.headers.get("access-control-allow-origin")).toBe(null);
  await fetch(`${url}/items?colour=red`);
  expect((await lines.next()).value).toBe("200 GET    /v1/items");
  expect((await lines.next()).value).toBe("422 GET    /v1/items?colour=red");
  expect((await lines.next()).value).toContain('The query parameter "colour" is not declared');

  child.kill("SIGINT");
  expect((await once(child, "exit"))[0]).toBe(0);
}, 30_000);

it("hears that it should end in the middle of a slow pattern", async () => {
  const cwd = await project();
  const slow = DOCUMENT.replace(
    "      responses:",
    '      parameters: [{ name: code, in: query, schema: { type: string, pattern: "^(a+)+$" } }]\n      responses:',
  );
  await writeFile(join(cwd, "slow.yaml"), slow);
  const child = spawn(process.execPath, [BIN, "mock", "slow.yaml", "--time-limit", "60"], {
    cwd,
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const url = /http:\S+/.exec(String((await lines.next()).value))?.[0];
  const answered = fetch(`${url}/items?code=${"a".repeat(60)}!`).catch((error: Error) => error.message);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const told = performance.now();
  child.kill("SIGTERM");
  expect((await once(child, "exit"))[0]).toBe(0);
  expect(performance.now() - told).toBeLessThan(10_000);
  expect(await answered).toBe("fetch failed");
}, 60_000);

it("serves Swagger 2.0, which it converts", async () => {
  const cwd = await project();
  const given = `swagger: "2.0"
info: { title: Old, version: "1" }
host: old.example
basePath: /v1
schemes: [https]
parameters:
  Tags: { in: query, name: tags, type: array, items: { type: string }, collectionFormat: pipes }
paths:
  /items:
    get:
      parameters: [{ $ref: "#/parameters/Tags" }]
      responses:
        200: { description: d, schema: { type: array }, examples: { application/json: [1, 2] } }
`;
  await writeFile(join(cwd, "old.yaml"), given);
  const child = spawn(process.execPath, [BIN, "mock", "./old.yaml"], {
    cwd,
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill());
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const url = /http:\S+/.exec(String((await lines.next()).value))?.[0];
  expect(await (await fetch(`${url}/items?tags=a%7Cb`)).json()).toEqual([1, 2]);
  expect((await lines.next()).value).toBe("200 GET    /v1/items?tags=a%7Cb");
  child.kill("SIGINT");
  expect((await once(child, "exit"))[0]).toBe(0);
}, 30_000);

it("does not call it a success that nothing could be tried", async () => {
  const cwd = await project();
  await writeFile(join(cwd, "bare.yaml"), DOCUMENT.replace(/, examples: .*value: \[1, 2\] \} \}/, ""));
  const client = `export const createClient = () => ({});
export const operations = { "items.list": async () => [] };
`;
  await writeFile(join(cwd, "client.mjs"), client);
  const args = [BIN, "conformance", "./bare.yaml", "--client", "client.mjs"];
  const [code, stdout, stderr] = await new Promise<readonly [unknown, string, string]>((resolve) => {
    execFile(process.execPath, args, { cwd, env: { ...process.env, NO_COLOR: "1" } }, (error, out, said) =>
      resolve([error?.code ?? 0, out, said]),
    );
  });
  expect(stdout).toContain("No operation could be called: the document has no examples of their answers.");
  expect(stdout).toMatch(/\d+ ok, 0 failed, \d+ n\/a/);
  expect(stderr).toMatch(/^error Nothing was tried of client\.mjs: its document has no example of an answer/);
  expect(code).toBe(1);
}, 60_000);

it("says what it cannot serve, without a stack", async () => {
  const cwd = await project();
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as AddressInfo;
  const rows: [args: string[], said: RegExp][] = [
    [["mock", "@acme/shop", "--port", String(port)], /^error Port \d+ is taken\. Choose another\.\n$/],
    [["mock", "@acme/toys"], /^error The package "@acme\/toys" cannot be resolved .*\n$/],
    [["mock", "@acme/shop", "--cors-origin", "app.example"], /^error An origin .* not "app\.example"\.\n$/],
    [
      ["mock", "@acme/shop", "--allow-host", "http://x"],
      /^error An allowed host is .* not "http:\/\/x"\.\n$/,
    ],
    [["mock", "./toys.yaml"], /^error There is no document or package folder at .*toys\.yaml\.\n$/],
    [["conformance", "@acme/toys"], /^error The package "@acme\/toys" cannot be resolved .*\n$/],
    [
      ["conformance", "@acme/shop"],
      /^error .*shop is not a client package: names\.lock is missing\. A client of another generator is called through an adapter: .*\n$/,
    ],
  ];
  for (const [args, said] of rows) {
    const { code, out } = await runHere(cwd, args);
    expect(out).toMatch(said);
    expect(code).toBe(1);
  }
}, 60_000);

it("delivers a webhook to an endpoint, with a line for each attempt, and ends", async () => {
  const folder = await project();
  await writeFile(
    join(folder, "node_modules/@acme/shop/api.yaml"),
    `${DOCUMENT}x-trunkline: { version: 1, webhooks: { scheme: hmac-body, signature: { header: X-Sign }, delivery: { retrySeconds: [0] } } }
webhooks:
  item.made: { post: { requestBody: { content: { application/json: { schema: { type: object }, examples: { one: { value: { id: 1 } } } } } }, responses: { "204": { description: Taken. } } } }
`,
  );
  const seen: string[] = [];
  let status = 500;
  const server = createHttpServer((request, response) => {
    seen.push(String(request.headers["x-sign"]));
    response.writeHead(status).end("\u001b[31mno");
    status = 204;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const to = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const command = ["mock", "@acme/shop", "--deliver", "item.made"];
  const env = { ...process.env, NO_COLOR: "1", SHOP_WEBHOOK_SECRET: "s3cret" };
  // As a program, which has to end by itself.
  const done = await new Promise<{ code: number; out: string }>((resolve) => {
    execFile(process.execPath, [BIN, ...command, "--to", to], { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), out: stdout + stderr }),
    );
  });
  expect(done.out).toMatch(/^500 item\.made \d+ ms .*no\n204 item\.made \d+ ms\n$/);
  expect([done.code, done.out.includes("\u001b")]).toEqual([0, false]);
  const signature = createHmac("sha256", "s3cret").update('{"id":1}').digest("hex");
  expect(seen).toEqual([signature, signature]);

  status = 400;
  const run = (secret: string, ...more: string[]): Promise<{ code: number; out: string }> =>
    runHere(folder, [...command, ...more], { SHOP_WEBHOOK_SECRET: secret });
  const spoiled = await run("s3cret", "--to", to, "--tamper", "signature");
  expect([spoiled.code, seen.at(-1) === signature]).toEqual([0, false]);
  for (const [more, message] of [
    [[], "Say where your endpoint is"],
    [["--to", to], "set SHOP_WEBHOOK_SECRET"],
    [["--to", "http://127.0.0.1:1/", "--secret", "a"], "did not accept"],
    [["--to", to, "--tamper", "all"], "Allowed choices are body"],
  ] as const) {
    const { code, out } = await run("", ...more);
    expect([code > 0, out]).toEqual([true, expect.stringContaining(message)]);
  }
});
