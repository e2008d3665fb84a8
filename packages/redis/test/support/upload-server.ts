import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** Takes rows, and knows what became of each. */
export interface UploadServer {
  readonly url: string;
  /** How often each row was done. */
  readonly done: ReadonlyMap<number, number>;
  /** Rows that were done more than once. */
  doubled(): number;
  /** Chunks that came under more than one key. */
  underTwoKeys(): number;
}

/**
 * @param onRequest told each request when its rows are done, before it is answered
 * @param atEnd that of the test's context, where tests run side by side
 */
export async function uploadServer(
  onRequest: () => void,
  atEnd: typeof onTestFinished = onTestFinished,
): Promise<UploadServer> {
  const done = new Map<number, number>();
  const keys = new Map<number, Set<string>>();
  const known = new Set<string>();
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const part of request) text += part;
    const { rows } = JSON.parse(text) as { rows: { id: number }[] };
    const first = rows[0]?.id ?? -1;
    const key = request.headers["idempotency-key"]?.toString();
    keys.set(first, (keys.get(first) ?? new Set()).add(key ?? "none"));
    if (key === undefined || !known.has(key))
      for (const { id } of rows) done.set(id, (done.get(id) ?? 0) + 1);
    if (key !== undefined) known.add(key);
    onRequest();
    setTimeout(() => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ accepted: rows.length, failed: 0 }));
    }, Math.random() * 20);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    done,
    doubled: () => [...done.values()].filter((times) => times > 1).length,
    underTwoKeys: () => [...keys.values()].filter(({ size }) => size > 1).length,
  };
}
