import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DocumentError } from "../../src/diagnostics.ts";
import { isPrivate } from "../../src/read/private-address.ts";
import { readDocument, readFetchedDocument } from "../../src/read/read-document.ts";
import { allowedOrigin, readRemote } from "../../src/read/remote.ts";
import { folderOf, yaml } from "../support/documents.ts";

const patience = "in time";
const schema = "type: object\nproperties:\n  id: { type: string }\n";
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let requests: IncomingMessage[];
let origin: string;
let close: () => Promise<void>;

beforeEach(async () => {
  requests = [];
  answer = (_request, response) => response.end(schema);
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
});
afterEach(() => close());

/** What reading a document with one ref gives: its components' names, or the codes of its faults. */
async function codes(ref: string, allowRemote?: string): Promise<readonly string[]> {
  const text = yaml(`paths: {}\ncomponents:\n  schemas:\n    A:\n      $ref: "${ref}"\n`);
  const cwd = await folderOf({ "openapi.yaml": text });
  try {
    const { document } = await readDocument("openapi.yaml", {
      cwd,
      ...(allowRemote === undefined ? {} : { allowRemote }),
    });
    return Object.keys((document.components as { schemas: object }).schemas);
  } catch (error) {
    if (error instanceof DocumentError) return error.diagnostics.map(({ code }) => code);
    throw error;
  }
}

describe("without --allow-remote", () => {
  it.each([
    ["http:", () => `${origin}/a.yaml`, "ref-remote"],
    ["an upper-case scheme", () => `${origin.replace("http", "HTTP")}/a.yaml`, "ref-remote"],
    ["no scheme", () => `${origin.slice(5)}/a.yaml`, "ref-remote"],
    ["an escaped scheme", () => `http%3A//${origin.slice(7)}/a.yaml`, "ref-remote"],
    ["a file: address", () => "file:///etc/hosts", "ref-absolute"],
    ["data:", () => "data:application/json,{}", "ref-absolute"],
    ["an absolute path", () => "/etc/hosts", "ref-absolute"],
    ["a path of Windows", () => "C:\\\\windows\\\\win.ini", "ref-absolute"],
    ["a path out of the folder", () => "../secret.yaml", "ref-outside"],
    ["the same, escaped", () => "%2e%2e/secret.yaml", "ref-outside"],
    ["the same, further down", () => "a/../../secret.yaml", "ref-outside"],
  ])("%s is refused and nothing is asked", async (_name, ref, code) => {
    expect(await codes(ref())).toEqual([code]);
    expect(requests).toEqual([]);
  });
});

describe("with --allow-remote", () => {
  it("asks the origin, without credentials", async () => {
    expect(await codes(`${origin}/a.yaml`, `${origin}/`)).toEqual(["A"]);
    expect(requests.map(({ url, method }) => `${method} ${url}`)).toEqual(["GET /a.yaml"]);
    expect(Object.keys(requests[0]?.headers ?? {}).sort()).toEqual([
      "accept",
      "accept-encoding",
      "connection",
      "host",
    ]);
  });

  it("follows refs of a remote file at the same origin", async () => {
    answer = ({ url }, response) =>
      response.end(url === "/a/b.yaml" ? "$ref: ../c.yaml#/x" : `x:\n  ${schema.replaceAll("\n", "\n  ")}`);
    expect(await codes(`${origin}/a/b.yaml`, origin)).toEqual(["A"]);
    expect(requests.map(({ url }) => url)).toEqual(["/a/b.yaml", "/c.yaml"]);
  });

  it.each([
    ["another origin", () => "http://127.0.0.1:9/a.yaml"],
    ["another scheme", () => `${origin.replace("http:", "https:")}/a.yaml`],
    ["another name of this host", () => `${origin.replace("127.0.0.1", "localhost")}/a.yaml`],
    ["a user name", () => `${origin.replace("//", "//me:secret@")}/a.yaml`],
    ["a file: address", () => "file:///etc/hosts"],
  ])("%s is refused", async (_name, ref) => {
    const [code = ""] = await codes(ref(), origin);
    expect(["ref-remote", "ref-absolute"]).toContain(code);
    expect(requests).toEqual([]);
  });

  it.each([
    ["an absolute path", "/etc/hosts"],
    ["a file: address", "file:///etc/hosts"],
    ["a path up to the root", "../../../../etc/hosts"],
    ["another origin", "http://127.0.0.1:9/x"],
  ])("a remote file cannot name a local one: %s", async (_name, ref) => {
    answer = ({ url }, response) => {
      if (url === "/a.yaml") response.end(`$ref: "${ref}"`);
      else response.writeHead(404).end();
    };
    const [code] = await codes(`${origin}/a.yaml`, origin);
    expect(["ref-remote", "remote-unreadable"]).toContain(code);
    for (const { url } of requests) expect(["/a.yaml", "/etc/hosts"]).toContain(url);
  });

  it("does not follow redirects", async () => {
    answer = (_request, response) => response.writeHead(302, { location: `${origin}/b.yaml` }).end();
    expect(await codes(`${origin}/a.yaml`, origin)).toEqual(["remote-refused"]);
    expect(requests).toHaveLength(1);
  });

  it.each([
    ["an error", (response: ServerResponse) => response.writeHead(500).end(), "remote-unreadable"],
    [
      "an encoding",
      (response: ServerResponse) => response.writeHead(200, { "content-encoding": "gzip" }).end("x"),
      "remote-refused",
    ],
    [
      "bytes that are not text",
      (response: ServerResponse) => response.end(Buffer.from([0xff])),
      "file-encoding",
    ],
    ["a broken answer", (response: ServerResponse) => response.destroy(), "remote-unreadable"],
  ])("refuses %s", async (_name, act, code) => {
    answer = (_request, response) => act(response);
    expect(await codes(`${origin}/a.yaml`, origin)).toEqual([code]);
  });

  it("stops at the bound of size, whatever the answer says of its length", async () => {
    answer = (_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write("a".repeat(65_536)));
        response.once("drain", more);
      };
      more();
    };
    const url = new URL(`${origin}/a`);
    const result = await readRemote(url, url, { bytes: 1_000_000, milliseconds: 5000, patience });
    expect(result).toMatchObject({ code: "remote-too-large" });
  });

  it.each([
    ["no answer", () => {}],
    ["an answer that never ends", (response: ServerResponse) => void response.write("a")],
  ])("stops at the bound of time: %s", async (_name, act) => {
    answer = (_request, response) => act(response);
    const url = new URL(`${origin}/a`);
    const result = await readRemote(url, url, { bytes: 1000, milliseconds: 100, patience });
    expect(result).toMatchObject({ code: "remote-unreadable" });
  });

  it("refuses a name that stands for a private address", async () => {
    const { port } = new URL(origin);
    // Every resolver answers names below localhost with this machine (RFC 6761).
    const url = new URL(`http://x.localhost:${port}/a`);
    const result = await readRemote(url, url, { bytes: 1000, milliseconds: 5000, patience });
    expect(result).toMatchObject({ code: expect.stringMatching(/^remote-(?:refused|unreadable)$/) });
    expect(requests).toEqual([]);
  });
});

describe("an address that a person typed", () => {
  const read = (path: string) =>
    readRemote(new URL(`${origin}${path}`), new URL(origin), {
      bytes: 1000,
      milliseconds: 5000,
      patience,
      redirects: 5,
      mayBePrivate: true,
    });

  it("is followed through redirects within its origin", async () => {
    answer = ({ url }, response) =>
      url === "/b/c.yaml"
        ? response.end(schema)
        : response.writeHead(302, { location: "/b/c.yaml#top" }).end();
    expect(await read("/a")).toEqual({ url: new URL(`${origin}/b/c.yaml`), bytes: Buffer.from(schema) });
    expect(requests.map(({ url }) => url)).toEqual(["/a", "/b/c.yaml"]);
  });

  it.each([
    ["another host", () => origin.replace("127.0.0.1", "localhost")],
    ["another port", () => "http://127.0.0.1:9/a"],
    ["another scheme", () => origin.replace("http:", "https:")],
    ["no scheme", () => "//127.0.0.1:9/a"],
    ["backslashes", () => "\\\\127.0.0.1:9\\a"],
    ["a user name", () => origin.replace("//", "//me@")],
    ["a password", () => origin.replace("//", "//:secret@")],
    ["a file", () => "file:///etc/hosts"],
    ["data", () => "data:application/json,{}"],
  ])("leads nowhere but to its origin: %s", async (_name, location) => {
    answer = (_request, response) => response.writeHead(307, { location: location() }).end();
    const fault = await read("/a");
    expect(fault).toMatchObject({
      code: "remote-refused",
      message: expect.stringContaining("redirects to "),
    });
    expect(JSON.stringify(fault)).not.toContain("secret");
    expect(requests).toHaveLength(1);
  });

  it.each([
    ["never ends", { location: "/again" }, "remote-refused", 6],
    ["leads to itself", { location: "#fragment" }, "remote-refused", 6],
    ["names no address", {}, "remote-unreadable", 1],
    ["names an address that is none", { location: "http://[" }, "remote-unreadable", 1],
  ])("stops at a redirect that %s", async (_name, headers, code, count) => {
    answer = (_request, response) => response.writeHead(301, headers).end();
    expect(await read("/a")).toMatchObject({ code });
    expect(requests).toHaveLength(count);
  });

  it("is not shown with its query, wherever that leads", async () => {
    for (const [status, location] of [
      [404, ""],
      [302, "https://secret.evil.test/"],
      [302, "/login/?again=secret"],
    ] as const) {
      answer = (_request, response) => response.writeHead(status, { location }).end();
      const fault = await read("/a?token=secret");
      expect(JSON.stringify(fault)).toContain(`${origin}/a?…`);
      expect(JSON.stringify(fault)).not.toContain("secret");
    }
  });

  it.each([
    ["no content", [204]],
    ["a part", [206]],
    ["what has not changed", [304]],
    ["a protocol that was not asked for", [101, { upgrade: "h2c", connection: "upgrade" }]],
  ] as const)("is refused with %s", async (_name, [status, headers]) => {
    answer = (_request, response) => response.writeHead(status, headers).end();
    expect(await read("/a")).toMatchObject({ code: "remote-unreadable" });
  });

  it.each([
    ["too few", "Content-Length: 1000\r\n\r\na: 1"],
    ["two lengths", "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
    ["a chunk that is none", "Transfer-Encoding: chunked\r\n\r\nzz\r\n"],
    ["a header field without an end", `X: ${"x".repeat(100_000)}`],
  ])("is refused when the answer lies: %s", async (_name, rest) => {
    answer = (_request, response) => {
      response.socket?.end(`HTTP/1.1 200 OK\r\n${rest}`);
    };
    expect(await read("/a")).toMatchObject({ code: "remote-unreadable" });
  });
});

describe("a document that was fetched", () => {
  const openapi = yaml('paths: {}\ncomponents:\n  schemas:\n    A: { $ref: "REF" }\n');
  const fetched = (ref: string) =>
    readFetchedDocument({
      address: new URL(`${origin}/docs/openapi.yaml?token=secret`),
      name: "the address",
      bytes: Buffer.from(openapi.replace("REF", ref)),
    });

  it.each([
    ["a relative path", () => "a/b.yaml", "/docs/a/b.yaml"],
    ["a path of the server", () => "/b.yaml", "/b.yaml"],
    ["an address", () => `${origin}/c.yaml`, "/c.yaml"],
    ["a name on Windows", () => "C:/windows/win.ini", undefined],
    ["another port", () => "http://127.0.0.1:9/x.yaml", undefined],
    ["another host", () => `//localhost:${new URL(origin).port}/x.yaml`, undefined],
    ["a file: address", () => "file:///etc/hosts", undefined],
  ])("refers to its own origin alone: %s", async (_name, ref, asked) => {
    const document = fetched(ref());
    if (asked === undefined) await expect(document).rejects.toThrow(/the address:\d+:\d+ error ref-/);
    else expect((await document).text).toContain("type: object");
    expect(requests.map(({ url }) => url)).toEqual(asked === undefined ? [] : [asked]);
  });

  it.each([
    ["no mapping", "<html>", /the address:1:1 error/],
    ["not UTF-8", Buffer.from([0xff, 0xfe, 0x00]), /not UTF-8/],
    ["broken", "a: [", /the address:1/],
  ])("is refused when it is %s", async (_name, text, message) => {
    const address = new URL(`${origin}/openapi.yaml`);
    const read = readFetchedDocument({ address, name: "the address", bytes: Buffer.from(text) });
    await expect(read).rejects.toThrow(message);
  });
});

describe("the origin that is allowed", () => {
  it.each([
    "https://specs.acme.com/",
    "https://specs.acme.com",
    "https://specs.acme.com:8443/",
    "http://127.0.0.1:8080/",
    "http://[::1]:80/",
    "http://localhost:3000/",
  ])("%s", (text) => {
    expect(allowedOrigin(text).pathname).toBe("/");
  });

  it.each([
    "specs.acme.com",
    "http://specs.acme.com/",
    "http://10.0.0.1/",
    "https://me:secret@specs.acme.com/",
    "https://specs.acme.com/folder/",
    "https://specs.acme.com/?a",
    "file:///",
    "*",
    "",
  ])("is not %j", (text) => {
    expect(() => allowedOrigin(text)).toThrow(/--allow-remote/);
    expect(() => allowedOrigin(text)).not.toThrow(/secret/);
  });
});

describe("private addresses", () => {
  it.each([
    ["127.0.0.1", true],
    ["10.1.2.3", true],
    ["172.16.0.1", true],
    ["172.32.0.1", false],
    ["192.168.1.1", true],
    ["169.254.169.254", true],
    ["100.64.0.1", true],
    ["0.0.0.0", true],
    ["224.0.0.1", true],
    ["255.255.255.255", true],
    ["8.8.8.8", false],
    ["::1", true],
    ["::", true],
    ["fe80::1", true],
    ["fd00::1", true],
    ["::ffff:127.0.0.1", true],
    ["::ffff:10.0.0.1", true],
    ["64:ff9b::7f00:1", true],
    ["2002:7f00:1::", true],
    ["2606:4700:4700::1111", false],
  ])("%s: %s", (address, expected) => {
    expect(isPrivate(address)).toBe(expected);
  });
});
