import { once } from "node:events";
import { createReadStream, type ReadStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { binary, multipart, type Operation } from "../src/client.ts";
import { errorOf, type SampleOptions, sample } from "./support/sample.ts";
import { closedPort, json, serve } from "./support/server.ts";

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "trunkline-upload-"));
  file = join(folder, "call.wav");
  await writeFile(file, Buffer.alloc(20_000_000));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const FILE: Operation = { id: "things.put", method: "PUT", path: "/things", body: binary("audio/wav") };
const FORM: Operation = { id: "things.form", method: "PUT", path: "/things", body: multipart() };

/** Arguments that open files, and the files that they have opened. */
function files(): { opened: ReadStream[]; one: object; two: object } {
  const opened: ReadStream[] = [];
  const data = (): ReadStream => {
    const stream = createReadStream(file);
    opened.push(stream);
    return stream;
  };
  return { opened, one: { body: { data } }, two: { first: { data }, second: { data } } };
}

/** A server that answers before it has read the request, or never; and what it was sent whole. */
async function serveUnread(
  answer: (response: ServerResponse) => unknown,
): Promise<{ url: string; whole: IncomingMessage[] }> {
  const whole: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    // A client that gives up is an error here.
    request.on("error", () => {}).on("end", () => whole.push(request));
    answer(response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, whole };
}

const answering = (status: number) => async (): Promise<string> =>
  (await serveUnread((response) => response.writeHead(status, { connection: "close" }).end("{}"))).url;

describe("a file that was opened for an attempt is closed after it", () => {
  const options: SampleOptions = { retry: { baseDelay: 1 }, maxRetries: 2 };
  it.each([
    ["where nobody listens", closedPort],
    ["after a failure", answering(503)],
    ["after a redirect that is not followed", answering(302)],
  ])("%s", async (_, start) => {
    const baseURL = await start();
    const { opened, one, two } = files();
    await errorOf(sample({ ...options, baseURL }).things.call(FILE, one));
    await errorOf(sample({ ...options, baseURL }).things.call(FORM, two));
    expect(opened.length).toBeGreaterThanOrEqual(3);
    await vi.waitUntil(() => opened.every(({ closed }) => closed), { timeout: 10_000 });
  });

  it("in a preview", async () => {
    const { opened, one, two } = files();
    await sample().preview((client) => client.things.call(FILE, one));
    await sample().preview((client) => client.things.call(FORM, two));
    expect(opened).toHaveLength(3);
    await vi.waitUntil(() => opened.every(({ closed }) => closed), { timeout: 10_000 });
  });

  it("and is sent whole where the attempt goes well", async () => {
    let length = 0;
    const server = await serve(({ body }, response) => {
      length = body.length;
      json(response, {});
    });
    const { opened, one } = files();
    await sample({ baseURL: server.url }).things.call(FILE, one);
    expect(length).toBe(20_000_000);
    await vi.waitUntil(() => opened.every(({ closed }) => closed), { timeout: 10_000 });
  });
});

describe("what is read from while it is sent", () => {
  it.each<[string, () => SampleOptions & { signal?: AbortSignal }]>([
    ["an abort", () => ({ signal: AbortSignal.timeout(50) })],
    ["a timeout", () => ({ timeout: 50, maxRetries: 0 })],
  ])("is not read any more after %s", async (_, how) => {
    let pulled = 0;
    let isClosed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          pulled += 1;
          yield new Uint8Array(1000);
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      } finally {
        isClosed = true;
      }
    }
    const server = await serveUnread((response) => response.req.resume());
    const { signal, ...options } = how();
    const call = sample({ baseURL: server.url, ...options }).things.call(
      FILE,
      { body: endless() },
      signal ? { signal } : {},
    );
    await errorOf(call);
    await vi.waitUntil(() => isClosed, { timeout: 10_000 });
    expect(pulled).toBeGreaterThan(0);
    // An upload that was cut off is none for the server either.
    expect(server.whole).toEqual([]);
  });
});
