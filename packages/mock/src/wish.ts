import type { OpenDocument } from "./document/open.ts";
import { type DocumentOperation, responseOf } from "./document/operations.ts";
import { paginationsOf } from "./document/pagination.ts";
import { choosePage } from "./pages.ts";
import type { PrismQuestion } from "./prism-request.ts";
import type { RuleList } from "./rules.ts";
import type { FailRule, PreferRule, RecordedRequest } from "./types.ts";

export type Wish = {
  readonly question: Pick<PrismQuestion, "status" | "example" | "dynamic">;
  /** A body to answer in place of the example. */
  readonly body: string | undefined;
};

/** Which answer is wanted: by a fault, by a rule, by the request's own Prefer header, or by where its page is. */
export function wishOf(
  parts: { readonly document: OpenDocument; readonly preferences: RuleList<PreferRule> },
  operation: DocumentOperation | undefined,
  query: RecordedRequest["query"],
  body: RecordedRequest["body"],
  headers: Readonly<Record<string, string>>,
  fault: FailRule | undefined,
): Wish {
  const wish = (status: number | undefined, example: string | undefined, dynamic = false): Wish => ({
    question: { status, example, dynamic },
    body: undefined,
  });
  if (fault?.status !== undefined) {
    const documented = operation !== undefined && responseOf(operation, fault.status) !== undefined;
    return wish(documented ? fault.status : undefined, undefined);
  }
  const rule = parts.preferences.take(operation);
  if (rule !== undefined && (rule.status !== undefined || rule.example !== undefined))
    return wish(rule.status, rule.example);
  const asked = preferHeader(headers.prefer);
  if (asked !== undefined) return wish(asked.status, asked.example, asked.dynamic);
  const page = operation && choosePage(operation, paginationsOf(parts.document, operation), query, body);
  const chosen = wish(undefined, page?.example);
  return page?.body === undefined ? chosen : { ...chosen, body: JSON.stringify(page.body) };
}

/** Prism's own header (RFC 7240), for requests made by hand. */
function preferHeader(
  prefer: string | undefined,
): { status: number | undefined; example: string | undefined; dynamic: boolean } | undefined {
  if (prefer === undefined) return undefined;
  const wanted = new Map(
    prefer.split(/[,;]/).map((part) => {
      const [name = "", value = ""] = part.trim().split("=");
      return [name.toLowerCase(), value.replace(/^"|"$/g, "")] as const;
    }),
  );
  const code = wanted.get("code");
  return {
    status: code === undefined ? undefined : Number(code),
    example: wanted.get("example"),
    dynamic: wanted.get("dynamic") === "true",
  };
}
