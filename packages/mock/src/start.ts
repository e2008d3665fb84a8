import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { firstBasePath, LIMITS, MockUsageError, mockRules, readOperations } from "@trunkline/document/mock";
import { allowCrossOrigin, createOriginCheck } from "./cors.ts";
import { deliver } from "./deliver/deliver.ts";
import { openDocument } from "./document/open.ts";
import { type HandlerParts, handle } from "./handle-request.ts";
import { createHostCheck } from "./hosts.ts";
import { openJudge } from "./judge/open-judge.ts";
import { SERVER_LIMITS } from "./limits.ts";
import { documentPath } from "./source.ts";
import type { Mock, MockOptions } from "./types.ts";

/**
 * Starts a mock server for an OpenAPI document on 127.0.0.1. It answers with the document's examples, page by page
 * where an operation is paginated, checks every request against the document, and fails when a test asks for it.
 *
 * @param source name of a package that ships its document, a package folder, or a document's path
 * @throws MockUsageError if there is no document; Error if it cannot be read
 *
 * @example
 * await using mock = await startMock("@trunkline/agentref");
 * const client = new AgentRef({ apiKey: "ak_live_test", baseURL: mock.url });
 */
export async function startMock(source: string | URL, options: MockOptions = {}): Promise<Mock> {
  const { maxBodyBytes = LIMITS.bodyBytes, timeLimit = SERVER_LIMITS.judging } = options;
  const { remember = Number.POSITIVE_INFINITY } = options;
  checkNumber("maxBodyBytes", maxBodyBytes);
  checkNumber("remember", remember);
  checkNumber("timeLimit", timeLimit, 1);
  const isOurHost = createHostCheck(options.allowedHosts ?? []);
  const mayRead = createOriginCheck(options.cors ?? false);
  const file = documentPath(source, options.from);
  const document = openDocument(file);
  if (options.quotas && !document.said.quotas?.length)
    throw new Error(
      "quotas: the document states none (quotas under x-trunkline), so that nothing could be counted.",
    );
  const operations = readOperations(document);
  const closing = new AbortController();
  const { parts: rules, requests, record, controls } = mockRules(document, operations, options);
  const judge = await openJudge(file, {
    strict: options.strict ?? true,
    timeLimit,
    closing: closing.signal,
  });
  const parts: HandlerParts = {
    ...rules,
    ask: judge.ask,
    maxBodyBytes,
    closing: closing.signal,
    record,
  };
  const limits = {
    maxHeaderSize: SERVER_LIMITS.headerBytes,
    headersTimeout: SERVER_LIMITS.headersTimeout,
    requestTimeout: SERVER_LIMITS.requestTimeout,
    connectionsCheckingInterval: SERVER_LIMITS.headersTimeout / 4,
    // A kept connection must not end between two calls of a slow test: `timeout` alone ends it.
    keepAliveTimeout: 0,
  };
  const server = createServer(limits, (request, response) => {
    if (!isOurHost(request.headers.host)) return refuseHost(request, response);
    if (mayRead !== undefined && allowCrossOrigin(mayRead, request, response)) return;
    handle(parts, request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return void response.destroy();
      response.writeHead(500, { "content-type": "text/plain" });
      response.end(`The mock failed: ${error instanceof Error ? error.message : String(error)}`);
    });
  });
  server.timeout = SERVER_LIMITS.idleTimeout;
  server.maxConnections = SERVER_LIMITS.connections;
  const port = await listen(server, options.port ?? 0);
  const origin = `http://127.0.0.1:${port}`;

  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= new Promise((done) => {
      closing.abort();
      server.close(() => done());
      server.closeAllConnections();
    });
    return closed;
  };
  return {
    url: origin + firstBasePath(document),
    origin,
    requests,
    get violations() {
      return requests.flatMap((request) => request.violations);
    },
    ...controls,
    deliver: async (event, given) => deliver(document, event, given, closing.signal),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function checkNumber(name: string, value: number, least = 0): void {
  if (!(value >= least && (Number.isInteger(value) || value === Number.POSITIVE_INFINITY)))
    throw new MockUsageError(`\`${name}\` is a whole number from ${least}, not ${value}.`);
}

function refuseHost(request: IncomingMessage, response: ServerResponse): void {
  const name = JSON.stringify((request.headers.host ?? "").slice(0, 100));
  response.writeHead(403, { "content-type": "text/plain", connection: "close" });
  response.end(
    `This mock is not asked for the host ${name}, only for localhost, loopback addresses and the names in ` +
      "its option `allowedHosts` (--allow-host of the command).\n",
  );
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      done(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
