import {
  basePaths,
  createRouter,
  type FailRule,
  type ItemsRule,
  noGuesses,
  type PreferRule,
  type RecordedRequest,
  RuleList,
} from "@trunkline/document/mock";
import { answeringFetch } from "./answering.ts";
import type { CompiledDocument } from "./compile.ts";
import { resolverOf } from "./described.ts";
import { createJudge } from "./judge/judge.ts";

export type { RecordedRequest } from "@trunkline/document/mock";
export type { CompiledDocument } from "./compile.ts";

/** Options of a `fetch` that answers from a compiled document. */
export interface CompiledFetchOptions {
  /** operationId or route (`GET /programs/{id}`) of the operation that answers with `status`. @default every operation */
  readonly operation?: string | undefined;
  /** Status of the answers; the document must have it for the operation. @default that of the usual answer */
  readonly status?: number | undefined;
  /** Called after each answer, with the URL of the request. */
  readonly onRequest?: ((request: RecordedRequest, url: string) => void) | undefined;
}

/**
 * Makes a `fetch` that answers from a compiled document, the result of `compileDocument`. It is smaller than the one of
 * `createMockFetch`, and has no state, quotas or rules.
 *
 * @example
 * const client = new Agora({ apiKey: "example", fetch: compiledFetch(leads) });
 */
export function compiledFetch(compiled: CompiledDocument, options: CompiledFetchOptions = {}): typeof fetch {
  const { root, said, operations } = compiled;
  const document = { root, said, operations, guesses: noGuesses, resolve: resolverOf(root) };
  const preferences = new RuleList<PreferRule>();
  if (options.status !== undefined) preferences.add({ operation: options.operation, status: options.status });
  const judge = createJudge(document, true);
  const parts = {
    document,
    bases: basePaths(document, operations),
    route: createRouter(operations, () => false),
    ask: async (question: Parameters<typeof judge>[0]) => judge(question),
    preferences,
    items: new RuleList<ItemsRule>(),
    faults: new RuleList<FailRule>(),
    state: undefined,
    quotas: undefined,
  };
  return answeringFetch(parts, (request, url) => options.onRequest?.(request, url));
}
