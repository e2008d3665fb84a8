import { bareMediaType, type JsonValue } from "@trunkline/document";
import {
  type DocumentContent,
  type DocumentOperation,
  firstOf,
  formOf,
  type OpenDocument,
  plainBody,
  type Question,
  type Violation,
} from "@trunkline/document/mock";
import { coerced } from "./coerce.ts";
import { type Place, valuesIn } from "./parameters.ts";
import type { Checks } from "./schemas.ts";
import { hasCredentials } from "./security.ts";

/** What is wrong with a request, and by which statuses an API says so, the likeliest first. */
export interface RequestFaults {
  readonly violations: readonly Violation[];
  readonly statuses: readonly number[];
}

export function requestFaults(
  document: OpenDocument,
  operation: DocumentOperation,
  question: Question,
  checks: Checks,
): RequestFaults {
  const isAllowed = hasCredentials(document, operation, question);
  const body = bodyFaults(document, operation, question, checks);
  const violations = [
    ...(isAllowed
      ? []
      : [fault([], "The request carries none of the credentials that the operation asks for.")]),
    ...body.violations,
    ...(["header", "query", "path"] as const).flatMap((place) =>
      parameterFaults(place, document, operation, question, checks),
    ),
  ];
  const statuses = isAllowed ? (body.isOfWrongType ? [415, 422, 400] : [422, 400]) : [401];
  return { violations: firstOf(violations), statuses };
}

function fault(location: readonly string[], message: string, keyword?: string): Violation {
  return { by: "trunkline", in: "request", location, message, ...(keyword === undefined ? {} : { keyword }) };
}

function parameterFaults(
  place: Place,
  document: OpenDocument,
  operation: DocumentOperation,
  question: Question,
  checks: Checks,
): readonly Violation[] {
  const own = operation.parameters
    .filter((parameter) => parameter.in === place)
    .map((parameter) => ({ parameter, check: checks(parameter.schema, false) }));
  const values = valuesIn(place, document, operation, question);
  // All of a place are one schema for Prism, which allows everything where it cannot be compiled.
  if (own.some(({ check }) => check === undefined)) return [];
  return own.flatMap(({ parameter, check }) => {
    const value = values.get(parameter);
    const at = [place, parameter.name];
    if (value === undefined)
      return parameter.required ? [fault(at, `The ${place} has no ${parameter.name}.`, "required")] : [];
    return (check?.(coerced(document, parameter.schema, value)) ?? []).map((one) =>
      fault([...at, ...one.location], `${place} ${parameter.name}: ${one.message}`, one.keyword),
    );
  });
}

function bodyFaults(
  document: OpenDocument,
  operation: DocumentOperation,
  question: Question,
  checks: Checks,
): { readonly violations: readonly Violation[]; readonly isOfWrongType: boolean } {
  const { body } = question;
  const form = formOf(document, operation, body);
  const value = form?.value ?? plainBody(body);
  const none = { violations: [], isOfWrongType: false };
  if (operation.body?.required && !value)
    return { violations: [fault(["body"], "The request has no body.", "required")], isOfWrongType: false };
  const contents = operation.body?.content ?? [];
  if (body !== undefined && body.length > 0 && !isTaken(contents, body.type, operation.body !== undefined)) {
    const types = contents.map(({ type }) => type).join(", ");
    const message =
      types === "" ? `${operation.route} takes no body.` : `${operation.route} takes a body as ${types}.`;
    return { violations: [fault(["body"], message)], isOfWrongType: true };
  }
  const content =
    form === undefined ? contentFor(contents, body?.type) : contents.find(({ type }) => type === form.type);
  if (value === undefined || value === null || content?.schema === undefined) return none;
  if (form === undefined && body?.type?.startsWith("multipart/"))
    return { violations: [fault(["body"], "The content type names no boundary.")], isOfWrongType: true };
  const check = checks(content.schema, true);
  const violations = (check?.(value as JsonValue) ?? []).map((one) =>
    fault(["body", ...one.location], `body ${one.location.join(".")}: ${one.message}`, one.keyword),
  );
  return { violations, isOfWrongType: false };
}

function isTaken(contents: readonly DocumentContent[], type: string | undefined, hasBody: boolean): boolean {
  return hasBody && (type === undefined || contents.some((one) => isLike(type, one.type)));
}

/** The content that a media type is meant by: the one that is called so, else the first that is like it, else the first. */
function contentFor(
  contents: readonly DocumentContent[],
  type: string | undefined,
): DocumentContent | undefined {
  return (
    contents.find((one) => bareMediaType(one.type) === type) ??
    contents.find((one) => type !== undefined && isLike(type, one.type)) ??
    contents[0]
  );
}

/** Whether a media type is one of a range, or of the same notation: `application/vnd.x+json` is like `application/json`. */
function isLike(sent: string, written: string): boolean {
  const [family, notation] = partsOf(sent);
  const [wantedFamily, wantedNotation] = partsOf(bareMediaType(written));
  return (
    (family === wantedFamily || wantedFamily === "*") &&
    (notation === wantedNotation || wantedNotation === "*")
  );
}

function partsOf(type: string): readonly [family: string, notation: string] {
  const [family = "", name = ""] = type.split("/");
  return [family, name.slice(name.lastIndexOf("+") + 1)];
}
