import type { JsonValue } from "../json.ts";
import { shapeOf } from "./document/example-shape.ts";
import type { OpenDocument } from "./document/open-document.ts";
import { contentOf, type DocumentOperation, responseOf } from "./document/operations.ts";
import { paginationsOf } from "./document/pagination.ts";
import { type ItemsPage, pageOfItems } from "./item-pages.ts";
import type { Question } from "./judge/judgement.ts";
import { choosePage, type PageRequest } from "./pages.ts";
import { Refusal } from "./refusal.ts";
import type { RuleList } from "./rules.ts";
import type { State } from "./state.ts";
import type { FailRule, ItemsRule, PreferRule } from "./types.ts";

export type AnswerChoice = {
  /** Nobody chose the answer: it is the one that the document has. */
  readonly ordinary?: boolean | undefined;
  readonly question: Pick<Question, "status" | "example" | "mediaType" | "dynamic">;
  /** A body to answer in place of the example. */
  readonly body: JsonValue | undefined;
  /** More headers of the answer. */
  readonly headers?: ItemsPage["headers"];
};

/** What an answer is chosen by. */
export interface ChoiceParts {
  readonly document: OpenDocument;
  readonly preferences: RuleList<PreferRule>;
  readonly items: RuleList<ItemsRule>;
  readonly state: State | undefined;
}

/** Which answer is wanted: by a fault, by a rule, by the request's own Prefer header, or by where its page is. */
export function chooseAnswer(
  parts: ChoiceParts,
  operation: DocumentOperation | undefined,
  request: PageRequest & { readonly path: string },
  headers: Readonly<Record<string, string>>,
  fault: FailRule | undefined,
): AnswerChoice {
  const choice = (
    status: number | undefined,
    example: string | undefined,
    dynamic = false,
  ): AnswerChoice => ({
    question: { status, example, dynamic },
    body: undefined,
  });
  if (fault?.status !== undefined) {
    const documented = operation !== undefined && responseOf(operation, fault.status) !== undefined;
    return choice(documented ? fault.status : undefined, undefined);
  }
  const rule = parts.preferences.take(operation);
  if (rule !== undefined && isChoice(rule)) {
    const { question, ...rest } = choice(rule.status, rule.example);
    return { ...rest, question: { ...question, mediaType: rule.mediaType } };
  }
  const shape = rule?.shape;
  const asked = preferHeader(headers.prefer);
  if (asked !== undefined) return choice(asked.status, asked.example, asked.dynamic);
  if (operation === undefined) return choice(undefined, undefined);
  const paginations = paginationsOf(parts.document, operation);
  const given = parts.items.take(operation);
  const items = given?.items ?? parts.state?.list(operation, request.path);
  if (items !== undefined) {
    const list = { items, limit: given?.limit };
    const { body, headers } = pageOfItems(parts.document, operation, paginations, request, list, shape);
    return { ...choice(undefined, undefined), body, headers };
  }
  if (parts.state?.isGone(operation, request.path) && responseOf(operation, 404))
    return choice(404, undefined);
  const page = choosePage(operation, paginations, request, shape);
  const example = page?.example ?? (shape === undefined ? undefined : exampleIn(operation, shape));
  return { ...choice(undefined, example), body: page?.body, ordinary: true };
}

function isChoice({ status, example, mediaType }: PreferRule): boolean {
  return [status, example, mediaType].some((one) => one !== undefined);
}

/** The first example of the usual answer in a shape, if it has one. */
function exampleIn(operation: DocumentOperation, shape: string): string | undefined {
  const examples = contentOf(operation, undefined).flatMap((content) => content.examples);
  return examples.find(({ name }) => shapeOf(name) === shape)?.name;
}

/** Prism's own header (RFC 7240), for requests made by hand. */
export function preferHeader(
  prefer: string | undefined,
): { status: number | undefined; example: string | undefined; dynamic: boolean } | undefined {
  if (prefer === undefined) return undefined;
  const wanted = new Map<string, string>();
  for (const part of prefer.split(/[,;]/)) {
    const equals = part.indexOf("=");
    if (equals !== -1)
      wanted.set(part.slice(0, equals).trim().toLowerCase(), unquoted(part.slice(equals + 1).trim()));
  }
  const code = wanted.get("code");
  if (code !== undefined && !/^[1-5]\d\d$/.test(code))
    throw new Refusal(400, ["header", "prefer"], "The header Prefer asks for a code that is not a status.");
  return {
    status: code === undefined ? undefined : Number(code),
    example: wanted.get("example"),
    dynamic: wanted.get("dynamic") === "true",
  };
}

function unquoted(value: string): string {
  return value.length > 1 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
}
