import { mockRules } from "@trunkline/document/mock";
import { answeringFetch } from "./answering.ts";
import { type Described, describeDocument } from "./described.ts";
import { createJudge } from "./judge/judge.ts";
import type { MockFetch, MockFetchOptions } from "./types.ts";

/**
 * Makes a `fetch` that answers from the examples of a document, by the rules of the mock server: pages walk, requests that
 * the document does not allow are refused, and rules choose other answers. Nothing is sent.
 *
 * @param document a parsed OpenAPI 3 document, in one piece
 * @throws MockUsageError for what is not such a document
 * @example
 * const mock = createMockFetch(document);
 * const client = new AgentRef({ apiKey: "ak_live_test", fetch: mock.fetch });
 */
export function createMockFetch(document: unknown, options: MockFetchOptions = {}): MockFetch {
  return mockFetchOf(describeDocument(document, options.names), options);
}

function mockFetchOf(document: Described, options: MockFetchOptions): MockFetch {
  const { parts, requests, record, controls } = mockRules(document, document.operations, options);
  const judge = createJudge(document, options.strict ?? true);
  return {
    fetch: answeringFetch({ ...parts, ask: async (question) => judge(question) }, record),
    requests,
    get violations() {
      return requests.flatMap((request) => request.violations);
    },
    ...controls,
  };
}
