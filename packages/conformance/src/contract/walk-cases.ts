import {
  answerPointer,
  isPositioned,
  type JsonValue,
  listOf,
  type Pagination,
  positionField,
  valueAt,
} from "@trunkline/document";
import type { PreferRule } from "@trunkline/mock";
import {
  type DocumentExample,
  examplesInShape,
  paginationsOf,
  roleOf,
  shapeOf,
} from "@trunkline/mock/document";
import { asWritten } from "../as-written.ts";
import { ordinaryAnswer } from "./answers.ts";
import type { Bench } from "./bench.ts";
import { callArguments, methodOf } from "./call.ts";
import { contractCase, countProblems, type Finding } from "./cases.ts";
import { comparePage } from "./compare-result.ts";
import { credentialsFor } from "./credentials.ts";
import { differences } from "./differences.ts";
import { DocumentGap } from "./document-gap.ts";
import { type MadeList, madeList } from "./made-pages.ts";
import { requiredSample } from "./samples.ts";
import type { ContractCase, Sample, Target } from "./types.ts";
import { answered, expectedWalk, type PlannedWalk, withRequest } from "./walk-plan.ts";

/**
 * Walks over the first, middle, last and empty examples, by every declared style and every way to iterate; where the
 * document has no such examples, over pages that the mock server makes.
 */
export function walkCases(bench: Bench, target: Target): readonly ContractCase[] {
  const { operation, names } = target;
  const all = paginationsOf(bench.pack.document, operation);
  // Examples have no header fields, and no caller can ask for links: they are walked where they are the usual way.
  const paginations = all.filter(
    (one, index) => isPositioned(one) || (index === 0 && answerPointer(one, "next") !== undefined),
  );
  const [usual] = paginations;
  const examples = ordinaryAnswer(operation)?.content?.examples ?? [];
  const pagesOf = ({ items }: Pagination): readonly DocumentExample[] => {
    const fitting = examplesInShape(examples, items, undefined);
    return ["first", "middle", "last"].flatMap((role) => fitting.filter(({ name }) => roleOf(name) === role));
  };
  const id = operation.id ?? operation.route;
  const walk = (name: string, check: () => Promise<Finding>): ContractCase =>
    contractCase(bench, "walk", id, name, check);
  const own = { resource: names.resource, method: names.method };
  const missing = ["first", "middle", "last", "empty"].filter(
    (name) => !examples.some((one) => one.name === name),
  );
  if (usual === undefined || missing.length > 0) {
    const [first] = all;
    const made = first && madeList(operation, first, examples[0]);
    if (made !== undefined)
      return [walk(`walk of made pages by ${first?.style}`, () => walkMade(bench, target, own, made))];
    const gap = `a paginated operation needs the examples ${missing.join(", ")}`;
    return usual === undefined ? [] : [walk("walk", () => Promise.reject(new DocumentGap(gap)))];
  }
  const pages = pagesOf(usual);
  return [
    ...paginations.map((pagination, index) => {
      const shape = askedLikeBefore(paginations, index) ? shapeOfPages(pagination, examples) : undefined;
      const rules = shape === undefined ? [] : [{ shape, operation: operation.route }];
      return walk(
        `walk by ${pagination.style}${shape === undefined ? "" : `, answered in the shape ${shape}`}`,
        () =>
          walkItems(bench, target, own, expectedWalk(pagesOf(pagination), pagination, index > 0), ...rules),
      );
    }),
    // A list in several shapes is walked by that of the answer, whatever the caller does not ask for.
    ...shapesOf(paginations, examples).map(({ shape, pagination }) =>
      walk(`walk in the shape ${shape}`, () =>
        walkItems(bench, target, own, expectedWalk(pagesOf(pagination), pagination, false), {
          shape,
          operation: operation.route,
        }),
      ),
    ),
    walk("iterPages", () => walkPages(bench, target, expectedWalk(pages, usual, false))),
    walk("walk of an empty page", () => walkEmpty(bench, target, usual)),
    walk("walk that is left", () => walkAndLeave(bench, target)),
    ...(names.walk === undefined
      ? []
      : [
          walk(`walk by ${names.walk}`, () =>
            walkItems(bench, target, { ...own, method: names.walk ?? "" }, expectedWalk(pages, usual, false)),
          ),
        ]),
  ];
}

/** Shapes of the answer beside the usual one, each with the pagination that reads it. */
function shapesOf(
  paginations: readonly Pagination[],
  examples: readonly DocumentExample[],
): readonly { readonly shape: string; readonly pagination: Pagination }[] {
  const [usual, ...others] = paginations;
  return others.flatMap((pagination) => {
    if (pagination.items === usual?.items) return [];
    const shape = shapeOfPages(pagination, examples);
    return shape === undefined ? [] : [{ shape, pagination }];
  });
}

function shapeOfPages({ items }: Pagination, examples: readonly DocumentExample[]): string | undefined {
  const [first] = examplesInShape(examples, items, undefined);
  return first && shapeOf(first.name);
}

/** Whether a pagination before it is asked for by the same parameter, so that the answer alone tells them apart. */
function askedLikeBefore(paginations: readonly Pagination[], index: number): boolean {
  const own = paginations[index];
  if (own === undefined) return false;
  return paginations
    .slice(0, index)
    .some((one) => one.items !== own.items && positionField(one) === positionField(own));
}

type Method = { readonly resource: string; readonly method: string };

/** What a method returned, wrapped: on its way through an async function it would be awaited, which is a request. */
interface Opened {
  readonly promise: unknown;
}

async function open(bench: Bench, target: Target, named: Method, sample: Sample): Promise<Opened> {
  const credentials = credentialsFor(bench.pack, bench.schemes, target.operation);
  const client = await bench.client(credentials.options);
  return {
    promise: methodOf(client, named.resource, named.method)(...callArguments(bench.pack, target, sample)),
  };
}

async function walkItems(
  bench: Bench,
  target: Target,
  named: Method,
  plan: PlannedWalk,
  ...rules: readonly PreferRule[]
): Promise<Finding> {
  const mock = await bench.mock(...rules);
  const sample = withRequest(requiredSample(bench.pack, target), plan.start);
  const items: unknown[] = [];
  for await (const item of iterable(await open(bench, target, named, sample))) items.push(item);
  const expected = plan.pages.flatMap((page) => itemsOf(page, plan.pagination));
  const asked = mock.requests.map((request) => plan.asks(request));
  return {
    problems: [
      ...differences(asWritten(bench.pack.extension, items, expected), expected, "items"),
      ...differences(
        asked.slice(1),
        plan.requests.slice(1),
        `${plan.pagination.style} of each further request`,
      ),
      ...countProblems(mock.requests.length, plan.requests.length),
      ...mock.violations.map((one) => `${one.in} ${one.location.join(".")}: ${one.message} (${one.by})`),
    ],
    keys: [],
    requests: mock.requests.slice(),
  };
}

async function walkMade(bench: Bench, target: Target, named: Method, list: MadeList): Promise<Finding> {
  const mock = await bench.mock();
  mock.items({ operation: target.operation.route, ...list });
  const walk = iterable(await open(bench, target, named, requiredSample(bench.pack, target)));
  const items: unknown[] = [];
  const ended = await collect(walk, items);
  // What a page is asked for by may have a form that no position of the mock server's has.
  const violation = mock.violations.find((one) => one.in === "request");
  if (violation !== undefined)
    throw new DocumentGap(`the mock server's own pages cannot be asked for: ${violation.message}`);
  if (ended !== undefined) throw ended.error;
  return {
    problems: [
      ...differences(asWritten(bench.pack.extension, items, list.items), list.items, "items"),
      ...(mock.requests.length > 1 ? [] : ["one request was sent, expected one for each page"]),
    ],
    keys: [],
    requests: mock.requests.slice(),
  };
}

/** All items into a list, and what ended the walk early. */
async function collect(
  walk: AsyncIterable<unknown>,
  items: unknown[],
): Promise<{ readonly error: unknown } | undefined> {
  try {
    for await (const item of walk) items.push(item);
    return undefined;
  } catch (error) {
    return { error };
  }
}

async function walkPages(bench: Bench, target: Target, plan: PlannedWalk): Promise<Finding> {
  const mock = await bench.mock();
  const { promise } = await open(bench, target, target.names, requiredSample(bench.pack, target));
  const pages: unknown[] = [];
  const iterate = (promise as { iterPages?: () => AsyncIterable<unknown> }).iterPages;
  if (iterate === undefined) throw new Error("what the method returns has no iterPages()");
  for await (const page of iterate.call(promise)) pages.push(page);
  const shown = pages.flatMap((page, index) => {
    const wire = plan.pages[index];
    return wire === undefined
      ? []
      : comparePage(
          page,
          answered(plan, wire, (page as { readonly body?: unknown }).body),
          bench.pack.extension,
        );
  });
  return {
    problems: [
      ...differences(pages.length, plan.pages.length, "pages"),
      ...shown,
      ...countProblems(mock.requests.length, plan.requests.length),
    ],
    keys: [],
    requests: mock.requests.slice(),
  };
}

async function walkEmpty(bench: Bench, target: Target, pagination: Pagination): Promise<Finding> {
  const mock = await bench.mock({ operation: target.operation.route, example: "empty" });
  const items: unknown[] = [];
  const sample = requiredSample(bench.pack, target);
  for await (const item of iterable(await open(bench, target, target.names, sample))) items.push(item);
  const empty = ordinaryAnswer(target.operation)?.content?.examples.find((one) => one.name === "empty");
  return {
    problems: [
      ...differences(empty && itemsOf(empty, pagination), [], "items of the example"),
      ...differences(items, [], "items"),
      ...countProblems(mock.requests.length, 1),
    ],
    keys: [],
    requests: mock.requests.slice(),
  };
}

async function walkAndLeave(bench: Bench, target: Target): Promise<Finding> {
  const mock = await bench.mock();
  const sample = requiredSample(bench.pack, target);
  for await (const _ of iterable(await open(bench, target, target.names, sample))) break;
  // A stray request would be on its way now.
  await new Promise((done) => setTimeout(done, 5));
  return { problems: countProblems(mock.requests.length, 1), keys: [], requests: mock.requests.slice() };
}

function itemsOf(page: DocumentExample, pagination: Pagination): readonly JsonValue[] {
  return listOf(valueAt(page.value, pagination.items));
}

function iterable({ promise }: Opened): AsyncIterable<unknown> {
  if (typeof promise !== "object" || promise === null || !(Symbol.asyncIterator in promise))
    throw new Error("what the method returns cannot be iterated");
  return promise as AsyncIterable<unknown>;
}
