import {
  type DocumentOperation,
  deepObjects,
  formOf,
  plainBody,
  type Question,
  structuredHeaders,
  wantedTypes,
} from "@trunkline/document/mock";
import type { DocumentFile } from "../document/open.ts";
import { plainPath } from "./prism-resource.ts";

export interface PrismRequest {
  readonly request: {
    readonly method: "get";
    // Its types know text only: what is read here already passes Prism's reading as it is.
    readonly url: { readonly path: string; readonly query: Record<string, string | string[]> };
    readonly headers: Record<string, string>;
    readonly body: unknown;
  };
  /** Media type of a form that is put to Prism as JSON. */
  readonly form: string | undefined;
}

/** A question in Prism's words. */
export function prismRequest(
  document: DocumentFile,
  operation: DocumentOperation,
  question: Question,
): PrismRequest {
  const form = formOf(document, operation, question.body);
  return {
    request: {
      // Prism takes any method, its type only names some.
      method: operation.method.toLowerCase() as "get",
      url: {
        path: plainPath(question.values.map(withoutCommas)),
        query: queryRecord(document, operation, question.query),
      },
      headers: {
        ...prismHeaders(operation, question),
        ...(structuredHeaders(document, operation, question.headers) as Record<string, string>),
        ...(form && { "content-type": "application/json" }),
      },
      body: form?.value ?? plainBody(question.body),
    },
    form: form?.type,
  };
}

/** Prism takes every value with a comma for a list. */
function withoutCommas(value: string): string {
  return value.replaceAll(",", "%2C");
}

function queryRecord(
  document: DocumentFile,
  operation: DocumentOperation,
  query: Question["query"],
): Record<string, string | string[]> {
  const record: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of deepObjects(document, operation, query)) record[name] = value as string;
  for (const [name, value] of query) {
    const known = record[name];
    if (known === undefined) record[name] = value;
    else if (Array.isArray(known)) known.push(value);
    else record[name] = [known, value];
  }
  return record;
}

/** Headers as Prism needs them: a true length, and an `Accept` that the wanted answer can meet. */
function prismHeaders(operation: DocumentOperation, question: Question): Record<string, string> {
  const { headers, body } = question;
  const {
    prefer: _,
    "transfer-encoding": __,
    "content-length": ___,
    "content-type": ____,
    ...rest
  } = headers;
  const { accept: _____, ...others } = rest;
  const wanted = wantedTypes(operation, question).join(", ");
  return {
    ...others,
    ...(body?.type === undefined ? {} : { "content-type": body.type }),
    ...(body === undefined ? {} : { "content-length": String(body.length) }),
    ...(wanted === "" ? {} : { accept: wanted }),
  };
}
