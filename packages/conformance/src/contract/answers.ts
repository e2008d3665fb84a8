import { bareMediaType, isStreamType } from "@trunkline/document";
import type {
  DocumentContent,
  DocumentExample,
  DocumentOperation,
  DocumentResponse,
} from "@trunkline/mock/document";

/** One documented answer: a status, and an example of its body when it has one. */
export interface DocumentedAnswer {
  /** As the document writes it: `200`, `4XX`, `default`. */
  readonly key: string;
  /** The status that stands for it. */
  readonly status: number;
  readonly content: DocumentContent | undefined;
  readonly example: DocumentExample | undefined;
}

/** Every status × example of an operation. A body without an example is a gap, which `example` shows as undefined. */
export function documentedAnswers(operation: DocumentOperation): readonly DocumentedAnswer[] {
  return operation.responses.flatMap((response): readonly DocumentedAnswer[] => {
    const status = statusOf(response, operation);
    const bare = { key: response.status, status, content: undefined, example: undefined };
    if (response.content.length === 0) return [bare];
    return possible(response, operation).flatMap((content): readonly DocumentedAnswer[] =>
      content.examples.length === 0
        ? [{ ...bare, content }]
        : content.examples.map((example) => ({ ...bare, content, example })),
    );
  });
}

/** What may come with a response that a call is answered with. */
function possible(response: DocumentResponse, operation: DocumentOperation): readonly DocumentContent[] {
  const { content } = response;
  // Of an error everything that a server may say is read.
  if (!isSuccess(response)) return jsonOf(content).length > 0 ? jsonOf(content) : content;
  const successes = operation.responses.filter(isSuccess).flatMap((one) => one.content);
  const json = jsonOf(successes);
  if (json.length > 0) return askedOfJson(content, json);
  const [first] = successes;
  if (first !== undefined && isStreamType(first.type))
    return content.filter(({ type }) => type === first.type);
  return content.filter(({ type }) => !isStreamType(type));
}

/**
 * A method asks for one type of JSON wherever there is some, and takes another where that one is not there; what else an
 * operation can answer has methods of its own.
 */
function askedOfJson(
  content: readonly DocumentContent[],
  json: readonly DocumentContent[],
): readonly DocumentContent[] {
  const best = json.find(({ type }) => bareMediaType(type) === "application/json") ?? json[0];
  const same = content.find(({ type }) => type === best?.type);
  return same !== undefined ? [same] : jsonOf(content).length > 0 ? jsonOf(content) : content;
}

function jsonOf(content: readonly DocumentContent[]): readonly DocumentContent[] {
  return content.filter(({ type }) => /[/+]json$/.test(bareMediaType(type)));
}

function isSuccess({ status }: DocumentResponse): boolean {
  return status.startsWith("2");
}

/** The answer of an ordinary call: the first example of the lowest 2xx. */
export function ordinaryAnswer(operation: DocumentOperation): DocumentedAnswer | undefined {
  const answers = documentedAnswers(operation).filter((one) => one.status >= 200 && one.status < 300);
  return answers.reduce<DocumentedAnswer | undefined>(
    (lowest, one) => (lowest === undefined || one.status < lowest.status ? one : lowest),
    undefined,
  );
}

/** A range or `default` is stood for by a status that has no entry of its own. */
function statusOf(response: DocumentResponse, operation: DocumentOperation): number {
  if (/^\d{3}$/.test(response.status)) return Number(response.status);
  const taken = new Set(operation.responses.map((one) => one.status));
  const family = response.status === "default" ? "5" : response.status[0];
  const candidates = ["00", "02", "18", "99"].map((rest) => `${family}${rest}`);
  return Number(candidates.find((one) => !taken.has(one)) ?? `${family}98`);
}
