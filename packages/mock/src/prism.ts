import core from "@stoplight/prism-core";
import http from "@stoplight/prism-http";
import { isJsonType } from "./body.ts";
import type { OpenDocument } from "./document/open.ts";
import type { DocumentContent, DocumentOperation } from "./document/operations.ts";
import { formObject } from "./form.ts";
import { shareSchemas } from "./share-schemas.ts";
import type { RecordedBody, Violation } from "./types.ts";

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

export interface PrismAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
  readonly violations: readonly Violation[];
}

type Resource = Awaited<ReturnType<typeof http.getHttpOperationsFromSpec>>[number];
type Diagnostic = { readonly path?: readonly (string | number)[]; readonly message: string };

/**
 * Prism as a function. Its HTTP server is left out on purpose: it cuts long lists of violations at 8 kB,
 * drops bodies without a content length, and reads nothing of `Accept` where an error has another type
 * than the success.
 */
export async function createPrism(
  document: OpenDocument,
): Promise<(question: PrismQuestion) => Promise<PrismAnswer>> {
  const resources = await http.getHttpOperationsFromSpec(document.file);
  shareSchemas(resources);
  const byRoute = new Map(resources.map((one) => [`${one.method.toUpperCase()} ${one.path}`, one]));
  // A plain pino lacks success(), which Prism calls: the request would hang.
  const logger = core.createLogger("mock", { level: "silent" });
  const settings = {
    isProxy: false,
    validateRequest: true,
    validateResponse: true,
    checkSecurity: true,
  } as const;
  const config = { ...settings, errors: false, upstreamProxy: undefined, mock: { dynamic: false } } as const;
  const prism = http.createInstance(config, { logger });

  return async (question) => {
    const matched = question.operation && byRoute.get(question.operation.route);
    const form = formOf(document, question);
    const asked: Resource[] =
      matched === undefined ? resources : [form === undefined ? matched : takingJson(matched, form.type)];
    const outcome = await prism.request(
      {
        method: question.method.toLowerCase() as "get",
        url: { path: question.path, query: queryRecord(question.query) },
        headers: { ...prismHeaders(question), ...(form && { "content-type": "application/json" }) },
        body: form?.value ?? prismBody(question.body),
      },
      asked,
      // Prism writes into the mock settings it is given, so each question brings its own.
      {
        ...config,
        mock: {
          dynamic: question.dynamic,
          ...(question.status === undefined ? {} : { code: question.status }),
          ...(question.example === undefined ? {} : { exampleKey: question.example }),
        },
      },
    )();
    if (outcome._tag === "Left") return problemAnswer(outcome.left);
    const { output, validations } = outcome.right;
    const headers = Object.fromEntries(
      Object.entries(output.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
    );
    return {
      status: Number(output.statusCode),
      headers,
      body: serialise(output.body, headers["content-type"]),
      violations: [
        ...validations.input.map((one) => violation("request", one)),
        ...validations.output.map((one) => violation("response", one)),
      ],
    };
  };
}

function violation(place: "request" | "response", found: Diagnostic): Violation {
  return { by: "prism", in: place, location: (found.path ?? []).map(String), message: found.message };
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

/** The content of the response that a status, or the lowest 2xx, stands for. */
export function contentOf(
  operation: DocumentOperation,
  status: number | undefined,
): readonly DocumentContent[] {
  const { responses } = operation;
  const response =
    status === undefined
      ? responses
          .filter((one) => /^2(\d\d|XX)$/.test(one.status))
          .sort((a, b) => (a.status < b.status ? -1 : 1))[0]
      : (responses.find((one) => one.status === String(status)) ??
        responses.find((one) => one.status === `${String(status)[0]}XX`));
  return (response ?? responses.find((one) => one.status === "default"))?.content ?? [];
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
function takingJson(resource: Resource, type: string): Resource {
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

function serialise(body: unknown, contentType: string | undefined): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  const type = contentType?.split(";")[0]?.trim().toLowerCase();
  if (typeof body === "string" && !isJsonType(type)) return Buffer.from(body);
  return Buffer.from(JSON.stringify(body));
}

function problemAnswer(error: Error): PrismAnswer {
  const problem = http.ProblemJsonError.toProblemJson(error) as ReturnType<
    typeof http.ProblemJsonError.toProblemJson
  > & { validation?: readonly { location?: readonly (string | number)[]; message: string }[] };
  const found = problem.validation ?? [];
  return {
    status: problem.status,
    headers: { "content-type": "application/problem+json" },
    body: Buffer.from(JSON.stringify(problem)),
    violations:
      found.length === 0
        ? [{ by: "prism", in: "request", location: [], message: problem.detail || problem.title }]
        : found.map((one) => violation("request", { path: one.location ?? [], message: one.message })),
  };
}
