import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "../src/index.ts";
import { linkPackages } from "./support/link.ts";
import { openTestWorkspace, readFiles, type TestWorkspace } from "./support/workspace.ts";

const run = promisify(execFile);

// Building, checking and packing run in processes of their own, which a busy machine makes wait.
vi.setConfig({ testTimeout: 240_000 });

/** A document as its publisher writes it: in tabs, without an example, and with a comment that must stay. */
function published(operations: Readonly<Record<string, string>>, fields = "id: { type: string }"): string {
  const paths = Object.entries(operations).map(
    ([id, path]) => `  ${path}:
    get:
      operationId: ${id}
      tags: [things]
      responses:
        "200":
          description: It.
          content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
`,
  );
  return `# Of Zeta, 2026
openapi: 3.0.3
info: { title: Zeta, version: "1" }
servers: [{ url: https://api.zeta.example }]
paths:
${paths.join("")}components:
  schemas:
    Thing: { type: object, required: [id], properties: { ${fields} } }
`;
}

const first = published({ getThing: "/thing", getOther: "/other" });

let workspace: TestWorkspace;
let server: Server;
let url: string;
/** What the publisher answers with. */
let answer: { text: string; status: number; headers: Record<string, string> };
/** A copy of a workspace in which the package of the first document is built; `undefined` until a case needs it. */
let built: string | undefined;

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(answer.status, answer.headers).end(answer.text);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.yaml`;
});
beforeEach(async () => {
  workspace = await openTestWorkspace({
    "package.json": '{\n  "trunkline": {\n    "scope": "@acme"\n  }\n}\n',
    ".changeset/config.json": "{}\n",
  });
  answer = { text: first, status: 200, headers: { "content-type": "application/yaml" } };
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await workspace.close();
});
afterAll(async () => {
  server.close();
  if (built !== undefined) await rm(built, { recursive: true });
});

const spec = (): Promise<string> => workspace.read("specs/zeta/openapi.yaml");

/** Everything of the workspace that a person would commit. */
const committed = async (): Promise<Record<string, string>> => {
  const files = await readFiles(workspace.root, ["specs", "packages", ".changeset"]);
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => !/(?:^|\/)(?:dist|reports|node_modules)\//.test(path)),
  );
};

/** Adds the document, and builds the package: once. What `add` proves of it, `update` proves again. */
async function addBuiltZeta(): Promise<void> {
  if (built === undefined) {
    await addZeta();
    await linkPackages(workspace.root);
    expect(await main(["generate", "zeta", "--build"]), workspace.output()).toBe(0);
    built = await mkdtemp(join(tmpdir(), "trunkline-built-"));
    await cp(workspace.root, built, { recursive: true, verbatimSymlinks: true });
  } else await cp(built, workspace.root, { recursive: true, verbatimSymlinks: true });
  workspace.clear();
}

/** Adds the document without proving it. */
async function addZeta(from = url): Promise<void> {
  await main(["add", "zeta", from, "--no-install"]);
  workspace.clear();
}

describe("trunkline update", () => {
  it("applies what was published, proves it, and writes the changeset", async () => {
    await addBuiltZeta();
    expect(await spec()).toBe(first);
    expect(await main(["release", "zeta"])).toBe(0);
    await workspace.remove(".changeset/add-zeta.md");

    workspace.clear();
    expect(await main(["update"])).toBe(0);
    expect(workspace.output()).toMatch(/^zeta as it was on \d{4}-\d\d-\d\d: http/);

    answer.text = published(
      { getThing: "/thing", getThird: "/third" },
      "id: { type: string }, size: { type: integer }",
    );
    workspace.clear();
    const before = await committed();
    expect(await main(["update", "--check"])).toBe(1);
    expect(workspace.output()).toMatch(/major.*getOther/);
    expect(workspace.output()).toMatch(/There are changes to apply: .*update zeta/);
    expect(await committed()).toEqual(before);

    // In a process of its own: this one has loaded the package as it was.
    const command = join(workspace.root, "node_modules/.bin/trunkline");
    const { stdout } = await run(command, ["update", "zeta"], { cwd: workspace.root });
    for (const step of ["generate", "build", "typecheck", "contract", "lint:package", "pack"]) {
      expect(stdout).toContain(`✓ ${step}`);
    }
    expect(stdout).toMatch(/✓ wrote \.changeset\/zeta-[0-9a-f]{6}\.md/);
    expect(await spec()).toBe(answer.text);
    const after = await committed();
    const changeset = Object.entries(after).find(([path]) => path.startsWith(".changeset/zeta-"))?.[1];
    expect(changeset).toMatch(/\*\*Breaking\.\*\* .*getOther/);
    expect(after["specs/zeta/examples.overlay.yaml"]).toContain('"size": 1'.replaceAll('"', ""));
    expect(after["packages/zeta/src/resources/things.ts"]).toContain("getThird");

    workspace.clear();
    expect(await main(["update", "zeta"])).toBe(0);
    expect(workspace.output()).toMatch(/^zeta as it was on/);
  });

  it("leaves everything as it was when the package would not hold", async () => {
    await addBuiltZeta();
    answer.text = first.replace("components:", "x-trunkline: { version: 1, naming: 12 }\ncomponents:");
    const before = await committed();
    // What is installed and built counts too: other packages of the workspace use it.
    await workspace.put("package-lock.json", '{ "lockfileVersion": 3 }\n');
    const dist = await workspace.read("packages/zeta/dist/index.mjs");
    workspace.clear();
    expect(await main(["update"])).toBe(1);
    expect(workspace.output()).toMatch(/"naming" is not a key of x-trunkline.*Everything is as it was/s);
    expect(await committed()).toEqual(before);

    workspace.clear();
    answer.text = published({ getThing: "/thing", getOther: "/other", getMore: "/more" });
    const spoil = "echo spoilt > dist/index.mjs\nrm ../../package-lock.json\nexit 1\n";
    await workspace.put("node_modules/.bin/tsdown", `#!/bin/sh\n${spoil}`);
    expect(await main(["update"])).toBe(1);
    expect(workspace.output()).toMatch(/✗ build.*would not hold with what is published now: build/s);
    expect(await committed()).toEqual(before);
    expect(await workspace.read("packages/zeta/dist/index.mjs")).toBe(dist);
    expect(await workspace.read("package-lock.json")).toContain("lockfileVersion");
  });

  it("takes back first what was cut short", async () => {
    await addZeta();
    const before = await committed();
    for (const [path, text] of Object.entries(before)) {
      await workspace.put(`node_modules/.cache/trunkline/update/zeta/${path}`, text);
    }
    await workspace.put("specs/zeta/openapi.yaml", "half");
    await workspace.put("packages/zeta/src/extra.ts", "half");
    await workspace.remove("packages/zeta/README.md");
    expect(await main(["update", "--check"])).toBe(0);
    expect(workspace.output()).toContain("an earlier update was cut short; its changes were undone first");
    expect(await committed()).toEqual(before);
  });

  it.each<[what: string, change: () => void, message: RegExp]>([
    [
      "a source that is down",
      () => {
        answer.status = 503;
      },
      /answers with 503.*If it has moved, say where: .*update zeta --from .*Nothing was changed\./,
    ],
    [
      "a source that moved away",
      () => {
        answer.status = 301;
        answer.headers.location = "https://elsewhere.example/openapi.yaml";
      },
      /redirects to https:\/\/elsewhere\.example, which is not followed/,
    ],
    [
      "a web page",
      () => {
        answer.text = "<!doctype html><title>Sign in</title>";
      },
      /gives a web page or XML/,
    ],
    [
      "another media type",
      () => {
        answer.headers = { "content-type": "text/plain; charset=utf-8" };
      },
      /gives text\/plain, and gave application\/yaml\. If that is meant: .*update zeta --force\. Nothing was changed\./,
    ],
    [
      "half of it",
      () => {
        answer.text = published({ getThing: "/thing" });
      },
      /has 1 operations, and had 2\. If that is meant: .*update zeta --force\. Nothing was changed\./,
    ],
    [
      "what is not a document",
      () => {
        answer.text = "a: 1\n";
      },
      /Nothing was changed/,
    ],
  ])("tells of %s, and changes nothing", async (_what, change, message) => {
    await addZeta();
    change();
    const before = await committed();
    expect(await main(["update"])).toBe(1);
    expect(workspace.output()).toMatch(message);
    expect(await committed()).toEqual(before);
  });

  it("takes what looks like a mistake with --force, and a new origin with --from", async () => {
    await addZeta();
    answer.text = published({ getThing: "/thing" });
    expect(await main(["update", "--check", "--force"])).toBe(1);
    expect(workspace.output()).toContain("There are changes to apply");
    workspace.clear();
    await workspace.put("moved/api.yaml", first);
    expect(await main(["update", "zeta", "--check", "--from", join(workspace.root, "moved/api.yaml")])).toBe(
      1,
    );
    expect(workspace.output()).toContain("moved/api.yaml, read on");
  });

  it("tells which line the target of an overlay was for", async () => {
    await addZeta();
    await workspace.put(
      "specs/zeta/overlay.yaml",
      'overlay: "1.0.0"\nactions:\n  - target: $.paths["/other"].get\n    update: { summary: Mine }\n',
    );
    answer.text = published({ getThing: "/thing", getThird: "/third" });
    const line = first.slice(0, first.indexOf("/other")).split("\n").length + 1;
    expect(await main(["update"])).toBe(1);
    expect(workspace.output()).toContain(
      'specs/zeta/overlay.yaml:3:5 error overlay-no-match: $.paths["/other"].get',
    );
    expect(workspace.output()).toContain(
      `it was for specs/zeta/openapi.yaml:${line}, which the new document does not have`,
    );
    expect(await spec()).toBe(first);
  });

  it("keeps what a person wrote into the overlay, and examples that are theirs", async () => {
    await addZeta();
    await workspace.put(
      "specs/zeta/overlay.yaml",
      'overlay: "1.0.0"\nactions:\n  - target: $.paths["/thing"].get.responses["200"].content["application/json"]\n    update: { example: { id: mine } }\n',
    );
    expect(await main(["generate", "zeta"])).toBe(0);
    expect(await workspace.read("packages/zeta/openapi.yaml")).toContain("mine");
    expect(await main(["update", "--check"])).toBe(0);
  });

  it("gives up no change that was made by hand", async () => {
    await addZeta();
    await workspace.put("specs/zeta/openapi.yaml", first.replace("Of Zeta", "Mine"));
    expect(await main(["update"])).toBe(1);
    expect(workspace.output()).toMatch(
      /openapi\.yaml was changed since it was read on .*overlay\.yaml.*update zeta --force/s,
    );
  });

  it("says what to do for a document whose source nobody knows", async () => {
    expect(await main(["update"])).toBe(0);
    expect(await main(["update", "acme"])).toBe(1);
    expect(workspace.output()).toMatch(/specs\/acme has no source\.json.*update acme --from/s);
    workspace.clear();
    await workspace.put("specs/acme/source.json", "{}");
    expect(await main(["update", "acme"])).toBe(1);
    expect(workspace.output()).toContain("specs/acme/source.json is not a record of a source of version 1");
    expect(await main(["update", "--from", "a.yaml"])).toBe(1);
    expect(workspace.output()).toContain("--from is for one vendor");
  });

  it.each([
    ["specs/acme/source.json", ["update", "acme"], "a record of a source"],
    ["specs/acme/released/releases.json", ["diff"], "a record of releases"],
  ])("says that a newer version wrote %s", async (place, command, what) => {
    await workspace.put(place, '{ "version": 3 }');
    workspace.clear();
    expect(await main(command)).toBe(1);
    expect(workspace.output()).toContain(
      `${place} is ${what} of version 3, which a newer Trunkline wrote. Bring @trunkline/cli up to date.`,
    );
  });

  it("waits for nobody: a second update says who is at it", async () => {
    const lock = "node_modules/.cache/trunkline/update.lock";
    const holder = { pid: process.ppid, host: "build-2", since: "" };
    await workspace.put(lock, JSON.stringify(holder));
    expect(await main(["update"])).toBe(1);
    expect(workspace.output()).toContain(
      `Another update is under way here (process ${process.ppid} of build-2)`,
    );
    await workspace.put(lock, JSON.stringify({ ...holder, pid: 999_999_999, host: hostname() }));
    expect(await main(["update"])).toBe(0);
  });

  it("reads a private source with a header field and a query of the environment, and writes neither", async () => {
    const asked: (string | undefined)[] = [];
    server.on("request", (request) => asked.push(request.url, request.headers.authorization));
    vi.stubEnv("TRUNKLINE_HEADER_ZETA", "Authorization: Bearer s3cret-of-zeta");
    await addZeta(`${url}?token=qu3ry-secret`);
    expect(JSON.parse(await workspace.read("specs/zeta/source.json"))).toMatchObject({
      origin: url,
      hasQuery: true,
    });
    answer.status = 403;
    expect(await main(["update"])).toBe(1);
    expect(workspace.output()).toContain("give it in TRUNKLINE_QUERY_ZETA");
    answer.status = 200;
    vi.stubEnv("TRUNKLINE_QUERY_ZETA", "token=qu3ry-secret");
    expect(await main(["update"])).toBe(0);
    expect(asked.at(-2)).toBe("/openapi.yaml?token=qu3ry-secret");
    expect(asked.at(-1)).toBe("Bearer s3cret-of-zeta");
    const written = JSON.stringify(await committed()) + workspace.output();
    expect(written).not.toMatch(/s3cret|qu3ry/);
  });
});

it("keeps the bytes of a document, whatever they are", async () => {
  const bytes = Buffer.from(`\uFEFF${first}`.replaceAll("\n", "\r\n"));
  await workspace.put("given.yaml", "");
  await writeFile(join(workspace.root, "given.yaml"), bytes);
  await main(["add", "zeta", join(workspace.root, "given.yaml"), "--no-install"]);
  expect(await readFile(join(workspace.root, "specs/zeta/openapi.yaml"))).toEqual(bytes);
  expect(JSON.parse(await workspace.read("specs/zeta/source.json")).origin).toBe("given.yaml");
});
