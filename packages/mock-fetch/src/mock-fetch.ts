import {
  basePaths,
  checkFailRule,
  checkItemsRule,
  checkPreferRule,
  countQuotas,
  createRouter,
  createState,
  type FailRule,
  type ItemsRule,
  type PreferRule,
  type RecordedRequest,
  RuleList,
} from "@trunkline/document/mock";
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
  const { operations } = document;
  const { remember = Number.POSITIVE_INFINITY } = options;
  const requests: RecordedRequest[] = [];
  const preferences = new RuleList<PreferRule>();
  const faults = new RuleList<FailRule>();
  const items = new RuleList<ItemsRule>();
  const state = options.state ? createState(document, operations) : undefined;
  const quotas = options.quotas ? countQuotas(document.said) : undefined;
  const judge = createJudge(document, options.strict ?? true);
  const parts = {
    document,
    bases: basePaths(document, operations),
    route: createRouter(operations, (operation) => preferences.awaits(operation)),
    ask: async (question: Parameters<typeof judge>[0]) => judge(question),
    preferences,
    items,
    state,
    faults,
    quotas,
  };
  return {
    fetch: answeringFetch(parts, (request) => {
      requests.push(request);
      if (requests.length > remember) requests.shift();
      options.onRequest?.(request);
    }),
    requests,
    get violations() {
      return requests.flatMap((request) => request.violations);
    },
    prefer(rule) {
      checkPreferRule(rule, operations);
      preferences.add(rule);
    },
    items(rule) {
      checkItemsRule(rule, document, operations);
      items.add({ ...rule, items: JSON.parse(JSON.stringify(rule.items)) });
    },
    fail(rule) {
      checkFailRule(rule, operations);
      faults.add({ times: 1, ...rule });
    },
    reset() {
      requests.length = 0;
      preferences.clear();
      items.clear();
      state?.clear();
      quotas?.clear();
      faults.clear();
    },
  };
}
