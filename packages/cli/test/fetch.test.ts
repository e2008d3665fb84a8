import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "../src/index.ts";
import { document, openTestWorkspace, readFiles, type TestWorkspace } from "./support/workspace.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let workspace: TestWorkspace;
let server: Server;
let requests: IncomingMessage[];
let answer: Answer;
let origin: string;
beforeEach(async () => {
  requests = [];
  server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  workspace = await openTestWorkspace();
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await workspace.close();
});

const redirect =
  (location: string, status = 302): Answer =>
  (_request, response) =>
    response.writeHead(status, { location }).end();

function endless(response: ServerResponse): void {
  while (!response.destroyed && response.write("a".repeat(65_536)));
  response.once("drain", () => endless(response));
}

/** What a server does -> what is said of it. */
const misbehaviour: readonly (readonly [what: string, answer: () => Answer, said: RegExp])[] = [
  [
    "redirects to another port",
    () => redirect("http://127.0.0.1:9/x"),
    /redirects to http:\/\/127\.0\.0\.1:9,/,
  ],
  [
    "redirects to another host",
    () => redirect(`${origin.replace("127.0.0.1", "localhost")}/x`),
    /redirects to /,
  ],
  ["redirects without a scheme", () => redirect("//169.254.169.254/latest/meta-data"), /redirects to /],
  ["redirects to a file", () => redirect("file:///etc/hosts"), /redirects to another origin/],
  [
    "redirects with a user name",
    () => redirect(`${origin.replace("//", "//me:secret@")}/x`),
    /redirects to /,
  ],
  ["redirects to itself", () => redirect("#again"), /redirects more than 5 times/],
  ["redirects nowhere", () => (_request, response) => response.writeHead(302).end(), /does not say to which/],
  [
    "compresses",
    () => (_request, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(1_000_000))),
    /an encoding that was not asked for/,
  ],
  ["never ends", () => (_request, response) => endless(response), /beyond the bound of 33554432 bytes/],
  [
    "lies of its length",
    () => (_request, response) =>
      response
        .writeHead(200, { "content-length": "100000" })
        .end("openapi: 3.1.0\n", () => response.destroy()),
    /cannot be read \(/,
  ],
  [
    "says that nothing is there",
    () => (_request, response) => response.writeHead(404).end(document),
    /answers with 404/,
  ],
  [
    "gives a page",
    () => (_request, response) => response.end("\n<!doctype html><title>Sign in</title>"),
    /a web page or XML/,
  ],
  [
    "gives bytes that are not text",
    () => (_request, response) => response.end(Buffer.from([0xff, 0xfe])),
    /is not UTF-8/,
  ],
  ["gives a list", () => (_request, response) => response.end("[]"), /error/],
  ["gives nothing", () => (_request, response) => response.end(), /error/],
  ["hangs up", () => (_request, response) => response.destroy(), /cannot be read \(ECONNRESET\)/],
  [
    "names further documents",
    () => (_request, response) =>
      response
        .writeHead(200, { link: '<http://127.0.0.1:9/x>; rel="alternate"', refresh: "0; url=/x" })
        .end("{}"),
    /error/,
  ],
  [
    "refers to another server",
    () => (_request, response) =>
      response.end(document.replace("#/components/schemas/Thing", "http://127.0.0.1:9/x.yaml")),
    /error ref-remote/,
  ],
  [
    "refers to a file",
    () => (_request, response) =>
      response.end(document.replace("#/components/schemas/Thing", "file:///etc/hosts")),
    /error ref-remote/,
  ],
];

describe.each([
  ["add", async () => main(["add", "other", `${origin}/openapi.yaml`, "--no-install"])],
  [
    "drift",
    async () => {
      await workspace.put(
        "specs/acme/published.json",
        JSON.stringify({ url: `${origin}/openapi.yaml`, operations: {} }),
      );
      return main(["drift", "acme"]);
    },
  ],
  [
    "update",
    async () => {
      const digest = createHash("sha256").update(document).digest("hex");
      const record = { version: 1, date: "2026-01-31", digest, document: digest, operations: 1 };
      await workspace.put(
        "specs/acme/source.json",
        JSON.stringify({ ...record, origin: `${origin}/openapi.yaml` }),
      );
      return main(["update", "acme"]);
    },
  ],
])("trunkline %s", (_command, run) => {
  it.each(misbehaviour)(
    "says what is wrong when the server %s, and writes nothing",
    async (_what, act, said) => {
      answer = act();
      for (const file of ["published", "source"]) await workspace.put(`specs/acme/${file}.json`, "{}");
      const before = await readFiles(workspace.root, ["."]);
      expect(await run()).toBe(1);
      expect(workspace.output()).toMatch(said);
      expect(workspace.output()).toMatch(/^error .+\.$/m);
      expect(workspace.output()).not.toMatch(/^ {4}at |secret/m);
      expect(new Set(requests.map(({ url }) => url))).toEqual(new Set(["/openapi.yaml"]));
      const after = await readFiles(workspace.root, ["."]);
      expect(Object.keys(after)).toEqual(Object.keys(before));
    },
  );

  it.each([
    ["gives no answer", () => {}],
    [
      "gives one byte after the other",
      (_request: IncomingMessage, response: ServerResponse) => {
        const timer = setInterval(() => response.write("#"), 20);
        response.on("close", () => clearInterval(timer));
      },
    ],
  ])("ends when the server %s", async (_what, act) => {
    answer = act;
    const timeout = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException("late", "TimeoutError")), 200);
      return controller.signal;
    });
    expect(await run()).toBe(1);
    expect(timeout).toHaveBeenCalledWith(30_000);
    expect(workspace.output()).toMatch(/cannot be read within 30 seconds\. Download the document yourself/);
  });
});

describe("a document at an address", () => {
  it("is asked for plainly, followed within its origin, and read with the files beside it", async () => {
    answer = ({ url }, response) => {
      if (url === "/docs/thing.yaml") response.end("type: object\ndescription: A thing.\n");
      else if (url === "/docs/v1/openapi.yaml")
        response.end(document.replace("#/components/schemas/Thing", "../thing.yaml"));
      else response.writeHead(307, { location: "/docs/v1/openapi.yaml" }).end();
    };
    await main(["add", "other", `${origin}/openapi`, "--no-install"]);
    expect(requests.map(({ url }) => url)).toEqual(["/openapi", "/docs/v1/openapi.yaml", "/docs/thing.yaml"]);
    expect(requests[0]?.headers).toMatchObject({ "accept-encoding": "identity" });
    expect(Object.keys(requests[0]?.headers ?? {}).sort()).toEqual([
      "accept",
      "accept-encoding",
      "connection",
      "host",
    ]);
    expect(await workspace.read("specs/other/openapi.yaml")).not.toContain("thing.yaml");
    expect(await workspace.read("specs/other/source/v1/openapi.yaml")).toContain("../thing.yaml");
    expect(await workspace.read("specs/other/source/thing.yaml")).toBe(
      "type: object\ndescription: A thing.\n",
    );
    expect(JSON.parse(await workspace.read("specs/other/source.json")).origin).toBe(`${origin}/openapi`);
    workspace.clear();
    expect(await main(["update", "other"])).toBe(0);
  });

  it("of several files is read with the header field of the environment, and compared by all of them", async () => {
    let thing = "type: object\ndescription: A thing.\n";
    answer = ({ url, headers }, response) => {
      if (headers.authorization !== "Bearer s3cret") response.writeHead(401).end();
      else if (url === "/thing.yaml") response.end(thing);
      else response.end(document.replace("#/components/schemas/Thing", "thing.yaml"));
    };
    vi.stubEnv("TRUNKLINE_HEADER_OTHER", "Authorization: Bearer s3cret");
    expect(await main(["add", "other", `${origin}/openapi.yaml`, "--no-install"])).not.toBe(2);
    expect(await workspace.read("specs/other/source/thing.yaml")).toBe(thing);
    expect(await main(["update", "other", "--check"]), workspace.output()).toBe(0);

    thing = `# By its publisher\n${thing}`;
    workspace.clear();
    expect(await main(["update", "other", "--check"])).toBe(1);
    expect(workspace.output()).toContain("nothing that users of the client would see");

    await workspace.put("specs/other/source/thing.yaml", "type: object\n");
    workspace.clear();
    expect(await main(["update", "other", "--check"])).toBe(1);
    expect(workspace.output()).toContain("was changed since it was read");
    vi.unstubAllEnvs();
  });

  it("is recorded and told of without its query, and fetched again with it", async () => {
    answer = ({ url }, response) => {
      if (url === "/openapi.yaml?token=s3cret") response.end(document);
      else response.writeHead(403).end();
    };
    await main(["add", "other", `${origin}/openapi.yaml?token=s3cret#s3cret`, "--no-install"]);
    expect(JSON.stringify(await readFiles(workspace.root, ["."]))).not.toContain("s3cret");
    expect(workspace.output()).toMatch(
      /The query of the address was left out of SOURCES\.md and source\.json/,
    );
    expect(await workspace.read("specs/other/SOURCES.md")).toContain(`| Document | ${origin}/openapi.yaml; `);
    expect(JSON.parse(await workspace.read("specs/other/source.json"))).toMatchObject({
      origin: `${origin}/openapi.yaml`,
      hasQuery: true,
    });

    expect(await main(["update", "other"])).toBe(1);
    expect(workspace.output()).toMatch(/answers with 403\. .*give it in TRUNKLINE_QUERY_OTHER/);
    vi.stubEnv("TRUNKLINE_QUERY_OTHER", "token=s3cret");
    expect(await main(["update", "other"])).toBe(0);
    vi.stubEnv("TRUNKLINE_QUERY_OTHER", "token=s3cret2");
    expect(await main(["update", "other"])).toBe(1);
    vi.unstubAllEnvs();
    expect(JSON.stringify(await readFiles(workspace.root, ["."]))).not.toContain("s3cret");
    expect(workspace.output()).not.toContain("s3cret");
  });

  it.each([
    ["a user name", "https://me@acme.example/openapi.yaml?s3cret", /user name or a password/],
    ["a password", "https://:s3cret@acme.example/openapi.yaml", /user name or a password/],
    ["no encryption", "http://acme.example/openapi.yaml?s3cret", /not encrypted/],
    ["no encryption, by number", "http://[::ffff:10.0.0.1]/?s3cret", /not encrypted/],
    ["no encryption, as a decimal", "http://167772161/?s3cret", /not encrypted/],
    ["a file", "file:///etc/hosts?s3cret", /has to begin with https:/],
    ["FTP", "ftp://acme.example/s3cret", /has to begin with https:/],
    ["no host", "https://?s3cret", /not a valid address/],
    ["half an address", "http://[s3cret", /not a valid address/],
  ])("is not asked for with %s", async (_what, address, said) => {
    for (const run of [
      () => main(["add", "other", address, "--no-install"]),
      async () => {
        await workspace.put("specs/acme/published.json", JSON.stringify({ url: address, operations: {} }));
        return main(["drift"]);
      },
    ]) {
      workspace.clear();
      expect(await run()).toBe(1);
      expect(workspace.output()).toMatch(said);
      expect(workspace.output()).not.toContain("s3cret");
    }
  });

  it("may be given in other spellings of this machine", async () => {
    answer = (_request, response) => response.end(document);
    const { port } = new URL(origin);
    for (const host of ["2130706433", "0x7f.1", "LOCALHOST"]) {
      expect(await main(["add", "other", `HTTP://${host}:${port}/openapi.yaml`, "--no-install"])).toBe(1);
      expect(await workspace.read("specs/other/source.json")).toMatch(/127\.0\.0\.1|localhost/);
      await main(["remove", "other", "--no-install", "--force"]);
    }
  });

  it("never fills the memory", async () => {
    answer = (_request, response) => endless(response);
    const before = process.memoryUsage().rss;
    await main(["add", "other", `${origin}/openapi.yaml`, "--no-install"]);
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024);
  });

  it("is read from a file, and from nothing else", async () => {
    for (const [path, said] of [
      [workspace.root, /is not a file/],
      ["/dev/zero", /is not a file/],
      [join(workspace.root, "package.json/openapi.yaml"), /cannot be read \(ENOTDIR\)/],
    ] as const) {
      expect(await main(["add", "other", path, "--no-install"])).toBe(1);
      expect(workspace.output()).toMatch(said);
    }
  });
});
