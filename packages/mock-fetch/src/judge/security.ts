import { type JsonObject, type JsonValue, objectOf, textOf } from "@trunkline/document";
import {
  type DocumentOperation,
  JUDGED_HTTP,
  type OpenDocument,
  type Question,
} from "@trunkline/document/mock";

type Asked = Pick<Question, "headers" | "query">;

/** Whether a request carries the credentials of one of an operation's alternatives, whatever they are worth. */
export function hasCredentials(document: OpenDocument, operation: DocumentOperation, asked: Asked): boolean {
  const { security } = operation;
  if (security.length === 0) return true;
  const schemes = objectOf(objectOf(document.root.components).securitySchemes);
  // An alternative that nobody declares asks for nothing that could be looked for.
  const known = security.filter((needed) => needed.length === 0 || needed.some((name) => name in schemes));
  if (known.length === 0) return true;
  return known.some((needed) => {
    const judged = needed
      .map((name) => objectOf(document.resolve(schemes[name])))
      .filter((scheme) => isJudged(scheme));
    // What asks for nothing is what a request without credentials meets.
    if (judged.length === 0) return asked.headers.authorization === undefined;
    return judged.every((scheme) => carries(scheme, asked));
  });
}

function isJudged({ type, scheme }: JsonObject): boolean {
  return type !== undefined && type !== "mutualTLS" && (type !== "http" || JUDGED_HTTP.has(nameOf(scheme)));
}

function nameOf(scheme: JsonValue | undefined): string {
  return String(scheme).toLowerCase();
}

function carries({ type, scheme, in: place, name }: JsonObject, { headers, query }: Asked): boolean {
  const { authorization = "", cookie = "" } = headers;
  if (type === "apiKey") {
    const key = textOf(name) ?? "";
    if (place === "query") return query.some((pair) => pair[0] === key && pair[1] !== "");
    if (place === "cookie")
      return cookie
        .split(";")
        .some((pair) => pair.trim().length > key.length + 1 && pair.trim().startsWith(`${key}=`));
    return (headers[key.toLowerCase()] ?? "") !== "";
  }
  if (type !== "http" || nameOf(scheme) === "bearer") return /^Bearer\s.+$/.test(authorization);
  const [given = "", ...rest] = authorization.split(" ");
  if (given.toLowerCase() !== nameOf(scheme)) return false;
  if (nameOf(scheme) === "basic") return decoded(rest[0] ?? "").split(":").length === 2;
  return ["username=", "realm=", "nonce=", "uri=", "response="].every((one) => rest.join("").includes(one));
}

function decoded(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return "";
  }
}
