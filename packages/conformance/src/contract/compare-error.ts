import { type JsonValue, statusFamily, valueAt } from "@trunkline/document";
import type { RecordedAnswer } from "@trunkline/mock";
import { asWritten } from "../as-written.ts";
import type { DocumentedAnswer } from "./answers.ts";
import { differences, show } from "./differences.ts";
import type { ClientPackage } from "./package.ts";
import { isRedirect } from "./redirects.ts";
import type { ClientModule, Target } from "./types.ts";

/** Names of the classes that every client has, by status. */
const COMMON: Readonly<Record<string, string>> = {
  "400": "BadRequestError",
  "401": "AuthenticationError",
  "403": "PermissionDeniedError",
  "404": "NotFoundError",
  "409": "ConflictError",
  "422": "UnprocessableEntityError",
  "429": "RateLimitError",
  "5XX": "InternalServerError",
};

/** Where the error that a caller caught differs from what the answer means. */
export function compareError(
  pack: ClientPackage,
  module: ClientModule,
  target: Target,
  answer: DocumentedAnswer,
  wire: RecordedAnswer | undefined,
  actual: unknown,
): readonly string[] {
  if (!(actual instanceof Error)) return [`${show(actual)} was thrown, expected an error`];
  const error = actual as Error & Record<string, unknown>;
  // Where it leads is the server's word, and the mock server names no place.
  if (error.name === "APIRedirectError" && isRedirect(answer.status)) return [];
  if (error.status === undefined)
    return [`${error.name} was thrown, expected status ${answer.status}: ${error.message}`];
  const body = answer.example?.value;
  return [
    ...differences(error.status, answer.status, "error.status"),
    ...compareClass(pack, module, answer.status, error),
    ...(body === undefined && !error.body
      ? []
      : differences(asWritten(pack.extension, error.body, body), body, "error.body")),
    ...differences(error.code, firstString(body, pack.extension.errors?.code), "error.code"),
    ...differences(error.requestId, requestIdOf(pack, body, wire), "error.requestId"),
    ...differences(error.operation, target.names.id, "error.operation"),
    ...compareRetryAfter(error, wire),
  ];
}

function compareClass(
  pack: ClientPackage,
  module: ClientModule,
  status: number,
  error: Error,
): readonly string[] {
  const base = `${pack.client}Error`;
  const vendor = pack.extension.errors?.classes ?? {};
  const family = statusFamily(status);
  const name = vendor[String(status)] ?? vendor[family] ?? COMMON[String(status)] ?? COMMON[family];
  const problems = [base, ...(name === undefined ? [] : [name])].flatMap((one) => {
    const known = module[one];
    if (typeof known !== "function") return [`the package does not export the error class ${one}`];
    return error instanceof known ? [] : [`the error is not an instance of ${one}`];
  });
  if (name !== undefined && error.name !== name)
    problems.push(`error.name is ${error.name}, expected ${name}`);
  // A class of another status must not claim the error.
  for (const [pattern, other] of Object.entries(vendor)) {
    const known = other !== name && other !== base ? module[other] : undefined;
    const meant = pattern === String(status) || pattern === family;
    if (typeof known === "function" && !meant && error instanceof known && !inherits(module, name, known))
      problems.push(`the error is an instance of ${other}, which is for ${pattern}`);
  }
  return problems;
}

function inherits(module: ClientModule, name: string | undefined, parent: object): boolean {
  const own = name === undefined ? undefined : module[name];
  return typeof own === "function" && Object.prototype.isPrototypeOf.call(parent, own);
}

/** The first candidate pointer that leads to a string. */
function firstString(body: JsonValue | undefined, pointers: readonly string[] = []): string | undefined {
  for (const pointer of pointers) {
    const found = valueAt(body, pointer);
    if (typeof found === "string") return found;
  }
  return undefined;
}

/** The request id that an answer carries, in its body or in a header. */
export function requestIdOf(
  pack: ClientPackage,
  body: JsonValue | undefined,
  wire: RecordedAnswer | undefined,
): string | undefined {
  const { errors = {}, envelope } = pack.extension;
  const inBody =
    firstString(body, errors.requestId) ??
    firstString(body, envelope?.requestId === undefined ? [] : [envelope.requestId]);
  const inHeaders = (errors.requestIdHeaders ?? []).flatMap(
    (name) => wire?.headers[name.toLowerCase()] ?? [],
  );
  return inBody ?? inHeaders[0];
}

function compareRetryAfter(
  error: Record<string, unknown>,
  wire: RecordedAnswer | undefined,
): readonly string[] {
  const sent = wire?.headers["retry-after"];
  if (sent === undefined || !/^\d+$/.test(sent)) return [];
  return differences(error.retryAfter, Number(sent), "error.retryAfter");
}
