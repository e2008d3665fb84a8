import { isJsonType } from "../body.ts";
import type { OpenDocument } from "../document/open.ts";
import { contentOf, type DocumentOperation } from "../document/operations.ts";
import { headerParameters, mediaTypeOf } from "../media-type.ts";
import { parseJson } from "../parse-json.ts";
import { formObject } from "./form.ts";
import type { JudgedBody, Question } from "./judgement.ts";
import { plainPath } from "./prism-resource.ts";
import { deepObjects, structuredHeaders } from "./structured-parameters.ts";

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
  document: OpenDocument,
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
      body: form?.value ?? prismBody(question.body),
    },
    form: form?.type,
  };
}

/** Prism takes every value with a comma for a list. */
function withoutCommas(value: string): string {
  return value.replaceAll(",", "%2C");
}

function queryRecord(
  document: OpenDocument,
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
function prismHeaders(
  operation: DocumentOperation,
  { headers, body, status, mediaType }: Question,
): Record<string, string> {
  const {
    prefer: _,
    "transfer-encoding": __,
    "content-length": ___,
    "content-type": ____,
    ...rest
  } = headers;
  const types = contentOf(operation, status).map((content) => content.type);
  const { accept, ...others } = rest;
  const ranges = accept === undefined ? [] : rangesOf(accept);
  const wanted =
    mediaType ??
    (types.length === 0 || types.some((type) => accepts(ranges, type))
      ? ranges.join(", ")
      : types.join(", "));
  return {
    ...others,
    ...(body?.type === undefined ? {} : { "content-type": body.type }),
    ...(body === undefined ? {} : { "content-length": String(body.length) }),
    ...(wanted === "" ? {} : { accept: wanted }),
  };
}

const TOKEN = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;

function accepts(ranges: readonly string[], type: string): boolean {
  const wanted = mediaTypeOf(type) ?? "";
  return ranges.some((range) => {
    const name = mediaTypeOf(range) ?? "";
    return name === "*/*" || name === wanted || (name.endsWith("/*") && wanted.startsWith(name.slice(0, -1)));
  });
}

/** The media ranges of an `Accept`, without what is not one: Prism fails of that. */
function rangesOf(accept: string): readonly string[] {
  return accept.split(",").flatMap((range) => {
    const type = mediaTypeOf(range);
    const parameters = [...headerParameters(range)].filter((parameter) =>
      parameter.every((text) => TOKEN.test(text)),
    );
    return type === undefined ? [] : [[type, ...parameters.map((one) => one.join("="))].join("; ")];
  });
}

/** A form body, or JSON of another name, as the value it stands for, with the media type that it came in. */
function formOf(
  document: OpenDocument,
  operation: DocumentOperation,
  body: JudgedBody | undefined,
): { readonly type: string; readonly value: unknown } | undefined {
  const [family] = body?.type?.split("/") ?? [];
  const content = [body?.type, `${family}/*`, "*/*"]
    .map((type) =>
      operation.body?.content.find((one) => one.type.split(";")[0]?.trim().toLowerCase() === type),
    )
    .find((one) => one !== undefined);
  const value = body && content && (formObject(document, content, body) ?? vendorJson(body));
  return value === undefined ? undefined : { type: content?.type ?? "", value };
}

/** What a type of a vendor's carries that says nothing about its notation: JSON, where it is some. */
function vendorJson({ type = "", text = "" }: JudgedBody): unknown {
  if (!/^application\/vnd\.[^+]+$/.test(type)) return undefined;
  const value = parseJson(text, ["body"]);
  return typeof value === "object" && value !== null ? value : undefined;
}

function prismBody(body: JudgedBody | undefined): unknown {
  if (body === undefined) return undefined;
  return isJsonType(body.type) ? body.json : body.text;
}
