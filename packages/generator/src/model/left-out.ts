import { field, hasMethodKey, stringField } from "@trunkline/document";
import type { Context } from "./context.ts";
import { type Route, templateNames } from "./routes.ts";

const places: readonly string[] = ["path", "query", "header", "cookie"];

/** The routes that a client can call; each other one is reported, because nobody should have to miss it to know. */
export function expressible(context: Context, routes: readonly Route[]): readonly Route[] {
  return routes.filter((route) => {
    const fault = faultOf(route);
    if (fault === undefined) return true;
    const [reason, hint] = fault;
    context.report("warning", "operation-left-out", `${route.key} is left out: ${reason}`, route.at, hint);
    return false;
  });
}

/** Why no call of it can be written, and what to do. */
function faultOf({
  httpMethod,
  path,
  sent,
  parameters,
  at: { pointer },
}: Route): readonly [reason: string, hint: string] | undefined {
  if (httpMethod === "TRACE") {
    return [
      "fetch refuses to send TRACE (Fetch standard, forbidden methods)",
      "send it with a client that is not fetch",
    ];
  }
  if (/^(?:CONNECT|TRACK)$/i.test(httpMethod)) {
    return [`fetch refuses to send ${httpMethod}`, "send it with a client that is not fetch"];
  }
  if (pointer.at(-2) === "additionalOperations" && hasMethodKey(httpMethod)) {
    const hint = `move it to the key ${JSON.stringify(httpMethod.toLowerCase())} of the path`;
    return [`${httpMethod} is not an additional operation`, hint];
  }
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(httpMethod)) {
    return [
      `${JSON.stringify(httpMethod)} is not a method of HTTP that a client can send`,
      "a method is letters",
    ];
  }
  if (!path.startsWith("/")) return ["its path does not begin with a slash", `write it as "/${path}"`];
  const [, fixed = ""] = sent.split("?");
  if (/[{}]/.test(fixed)) {
    return [
      "the query in its path has parameters that are not declared so",
      "declare them as query parameters",
    ];
  }
  for (const { value } of parameters) {
    const place = stringField(value, "in") ?? "";
    if (!places.includes(place)) {
      if (place === "querystring") {
        const name = JSON.stringify(field(value, "name") ?? "");
        return [`the parameter ${name} is the whole query`, "declare its fields as query parameters"];
      }
      return [
        `the parameter ${JSON.stringify(field(value, "name") ?? "")} is in ${JSON.stringify(place)}`,
        `a parameter is in ${places.join(", ")}; a body is a requestBody`,
      ];
    }
  }
  const declared = parameters
    .filter(({ value }) => stringField(value, "in") === "path")
    .map(({ value }) => stringField(value, "name"));
  const missing = templateNames(sent).find((name) => !declared.includes(name));
  return missing === undefined
    ? undefined
    : [
        `it has no path parameter ${JSON.stringify(missing)}`,
        `add { name: ${missing}, in: path, required: true, schema: { type: string } }`,
      ];
}
