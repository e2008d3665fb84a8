import type http from "@stoplight/prism-http";
import { isJsonType } from "./body.ts";
import type { OpenDocument } from "./document/open.ts";
import { contentOf, type DocumentOperation } from "./document/operations.ts";
import { formObject } from "./form.ts";
import type { RecordedBody } from "./types.ts";

/** What Prism is asked: a request below the base path, and which answer is wanted. */
export interface PrismQuestion {
  readonly operation: DocumentOperation | undefined;
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RecordedBody | undefined;
  readonly status: number | undefined;
  readonly example: string | undefined;
  readonly dynamic: boolean;
}

type Resource = Awaited<ReturnType<typeof http.getHttpOperationsFromSpec>>[number];

export interface PrismRequest {
  readonly request: {
    readonly method: "get";
    readonly url: { readonly path: string; readonly query: Record<string, string | string[]> };
    readonly headers: Record<string, string>;
    readonly body: unknown;
  };
  /** Media type of a form that is put to Prism as JSON. */
  readonly form: string | undefined;
}

/** A question in Prism's words. */
export function prismRequest(document: OpenDocument, question: PrismQuestion): PrismRequest {
  const form = formOf(document, question);
  return {
    request: {
      // Prism takes any method, its type only names some.
      method: question.method.toLowerCase() as "get",
      url: { path: question.path, query: queryRecord(question.query) },
      headers: { ...prismHeaders(question), ...(form && { "content-type": "application/json" }) },
      body: form?.value ?? prismBody(question.body),
    },
    form: form?.type,
  };
}

function queryRecord(pairs: readonly (readonly [string, string])[]): Record<string, string | string[]> {
  const record: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of pairs) {
    const known = record[name];
    record[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
  }
  return record;
}

/** Headers as Prism needs them: a true length, and an `Accept` that the wanted answer can meet. */
function prismHeaders({ headers, body, operation, status }: PrismQuestion): Record<string, string> {
  const { prefer: _, "transfer-encoding": __, "content-length": ___, ...rest } = headers;
  const types = operation === undefined ? [] : contentOf(operation, status).map((content) => content.type);
  const accept = headers.accept;
  const acceptable =
    accept === undefined || types.length === 0 || types.some((type) => accepts(accept, type));
  return {
    ...rest,
    ...(body === undefined ? {} : { "content-length": String(body.bytes.length) }),
    ...(acceptable ? {} : { accept: types.join(", ") }),
  };
}

function accepts(accept: string, type: string): boolean {
  const wanted = type.split(";")[0]?.trim().toLowerCase() ?? "";
  return accept.split(",").some((range) => {
    const name = range.split(";")[0]?.trim().toLowerCase() ?? "";
    return name === "*/*" || name === wanted || (name.endsWith("/*") && wanted.startsWith(name.slice(0, -1)));
  });
}

/** A form body as the object it stands for, with the media type that it came in. */
function formOf(
  document: OpenDocument,
  { operation, body }: PrismQuestion,
): { readonly type: string; readonly value: unknown } | undefined {
  const content = operation?.body?.content.find((one) => one.type.split(";")[0]?.trim() === body?.type);
  const value = body && content && formObject(document, content.schema, body);
  return value === undefined ? undefined : { type: content?.type ?? "", value };
}

/** The same operation, taking as JSON what it takes as `type`: so Prism judges forms by their schema too. */
export function takingJson(resource: Resource, type: string): Resource {
  const contents = resource.request?.body?.contents ?? [];
  const renamed = contents.flatMap((one) =>
    one.mediaType === type ? [{ ...one, mediaType: "application/json" }] : [],
  );
  const body = { ...resource.request?.body, contents: renamed };
  return { ...resource, request: { ...resource.request, body } } as Resource;
}

function prismBody(body: RecordedBody | undefined): unknown {
  if (body === undefined) return undefined;
  return isJsonType(body.type) ? body.json : body.text;
}
