import type { AnswerParts } from "./answer-request.ts";
import type { OpenDocument } from "./document/open-document.ts";
import type { DocumentOperation } from "./document/operations.ts";
import { countQuotas } from "./quotas.ts";
import { basePaths, createRouter } from "./route.ts";
import { checkFailRule, checkItemsRule, checkPreferRule, RuleList } from "./rules.ts";
import { createState } from "./state.ts";
import type { FailRule, ItemsRule, PreferRule, RecordedRequest } from "./types.ts";

/** Options of every mock. */
export interface RuleOptions {
  readonly state?: boolean | undefined;
  readonly quotas?: boolean | undefined;
  /** @default Infinity */
  readonly remember?: number | undefined;
  readonly onRequest?: ((request: RecordedRequest) => void) | undefined;
}

/** The rules that a mock answers by, the requests that it has recorded, and the methods that change them. */
export interface MockRules {
  readonly parts: Omit<AnswerParts, "ask">;
  readonly requests: readonly RecordedRequest[];
  record(request: RecordedRequest): void;
  /** The methods with which a test controls the mock. */
  readonly controls: {
    prefer(rule: PreferRule): void;
    items(rule: ItemsRule): void;
    fail(rule: FailRule): void;
    reset(): void;
  };
}

export function mockRules(
  document: OpenDocument,
  operations: readonly DocumentOperation[],
  options: RuleOptions,
): MockRules {
  const { remember = Number.POSITIVE_INFINITY } = options;
  const requests: RecordedRequest[] = [];
  const preferences = new RuleList<PreferRule>();
  const faults = new RuleList<FailRule>();
  const items = new RuleList<ItemsRule>();
  const state = options.state ? createState(document, operations) : undefined;
  const quotas = options.quotas ? countQuotas(document.said) : undefined;
  const bases = basePaths(document, operations);
  const route = createRouter(operations, (operation) => preferences.awaits(operation));
  return {
    parts: { document, bases, route, preferences, items, state, faults, quotas },
    requests,
    record(request) {
      requests.push(request);
      if (requests.length > remember) requests.shift();
      options.onRequest?.(request);
    },
    controls: {
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
    },
  };
}
