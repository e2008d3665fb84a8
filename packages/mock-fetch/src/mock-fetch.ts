import { mockRules } from "@trunkline/document/mock";
import { answeringFetch } from "./answering.ts";
import { type Described, describeDocument } from "./described.ts";
import { createJudge } from "./judge/judge.ts";
import type { MockFetch, MockFetchOptions } from "./types.ts";

/**
 * Makes a `fetch` that answers from the examples of a document, as the mock server does: it pages lists, refuses requests
 * that the document does not allow, and takes rules that choose other answers. It sends nothing.
 *
 * @param document a parsed OpenAPI 3 document, without references to other files
 * @throws MockUsageError if it is not such a document
 *
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
