import { fileURLToPath } from "node:url";
import { startMock } from "@trunkline/mock";
import { describe, expect, it } from "vitest";
import { describeDocument } from "../src/described.ts";
import { createMockFetch } from "../src/index.ts";
import { readDocument } from "../src/node.ts";
import { type Asked, requestsOf } from "./support/requests.ts";

const path = (from: string): string => fileURLToPath(new URL(`../../${from}`, import.meta.url));

/** Of some seven thousand, each so many; all of them in `test:full`. */
const EACH = process.env.MOCK_FETCH_ALL === undefined ? 11 : 1;

interface Told {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

async function told(
  ask: typeof fetch,
  base: string,
  { method, target, headers, body }: Asked,
): Promise<Told> {
  const response = await ask(base + target, { method, headers, ...(body === undefined ? {} : { body }) });
  const type = response.headers.get("content-type");
  const text = await response.text();
  // What nobody documents is told in words, and each has its own.
  const isOwn =
    type === "application/problem+json" && /"type":"(?:about:blank|https:\/\/stoplight)/.test(text);
  return { status: response.status, type, body: isOwn ? "" : text };
}

// Prism is the referee: the mock server has it judge and answer, and what is asked here is asked there.
describe.each(["agora", "agoralia", "agentref", "buena", "mock/test/fixtures/shapes.yaml"])(
  "%s",
  (source) => {
    it("answers each request as the mock server does: status, media type and body", async () => {
      const { document, names } = readDocument(path(source));
      const described = describeDocument(document, names);
      await using server = await startMock(path(source));
      const own = createMockFetch(document, { names });
      const differences: string[] = [];
      const statuses = new Set<number>();
      let count = 0;
      for (const operation of described.operations)
        for (const [index, asked] of requestsOf(described, operation).entries()) {
          count += 1;
          if (index > 1 && count % EACH !== 0) continue;
          const theirs = await told(fetch, server.url, asked);
          const ours = await told(own.fetch, server.url, asked);
          statuses.add(theirs.status);
          if (JSON.stringify(theirs) !== JSON.stringify(ours))
            differences.push(`${operation.route}, ${asked.what}: ${JSON.stringify([theirs, ours])}`);
        }
      expect(differences).toEqual([]);
      expect(count).toBeGreaterThan(15 * described.operations.length);
      expect([...statuses]).toEqual(expect.arrayContaining([200, 422]));
    });
  },
);
