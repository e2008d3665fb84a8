import { field, type JsonValue, listField, stringField } from "@trunkline/document";
import { pascalCase } from "../names/words.ts";
import { answerKind, answerMediaOf } from "./answer-media.ts";
import type { Context } from "./context.ts";
import { below, resolve } from "./document.ts";
import { tellingParameters } from "./media-meaning.ts";
import { requestMediaOf } from "./request-media.ts";
import { bareMediaType, type Route, variantKey } from "./routes.ts";
import type { Variant } from "./variant.ts";

/**
 * The routes, and after each the other forms in which it can be called: as a form where JSON is usual, for CSV in place
 * of JSON, for a stream in place of one answer. Each is a method of its own, with types of its own.
 */
export function withVariants(context: Context, routes: readonly Route[]): Route[] {
  return routes.flatMap((route) => {
    const requests = /^(?:GET|HEAD)$/.test(route.httpMethod)
      ? []
      : (requestMediaOf(context, route)?.others ?? []);
    const answers = route.httpMethod === "HEAD" ? [] : answerMediaOf(context, route).others;
    const asks = answers.some((offer) => answerKind(context, offer) === "stream")
      ? streamSwitch(context, route)
      : undefined;
    const main = asks === undefined ? route : { ...route, asks };
    return [
      main,
      ...requests.map(({ name }) => variantOf(route, { place: "request", mediaType: name })),
      ...answers.map((offer) => {
        const isAsked = asks !== undefined && answerKind(context, offer) === "stream";
        const variant = { place: "answer", mediaType: offer.name } as const;
        return variantOf(isAsked ? main : route, variant);
      }),
    ];
  });
}

function variantOf(route: Route, variant: Variant): Route {
  return { ...route, key: variantKey(route.key, variant), variant };
}

/** The switch that asks for a stream: a field of the body, or of the query. */
function streamSwitch(context: Context, route: Route): string | undefined {
  const name = "stream";
  const body = requestMediaOf(context, route)?.main.at;
  const bodySchema = body && below(body, "schema");
  const inBody = bodySchema && context.types.fields(bodySchema)?.properties.get(name)?.at;
  const parameter = route.parameters.find(
    ({ value }) => stringField(value, "in") === "query" && stringField(value, "name") === name,
  );
  const schema = inBody ?? (parameter && below(parameter, "schema"));
  if (schema === undefined) return undefined;
  const { value } = resolve(context.document, schema);
  const types = [field(value, "type"), ...alternatives(value).map((one) => field(one, "type"))].flat();
  return types.includes("boolean") ? name : undefined;
}

function alternatives(schema: JsonValue): readonly JsonValue[] {
  return [...listField(schema, "anyOf"), ...listField(schema, "oneOf")];
}

const labels: Readonly<Record<string, string>> = {
  "*/*": "Binary",
  "application/octet-stream": "Binary",
  "application/vnd.ms-excel": "Xls",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "Pptx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Xlsx",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Docx",
  "application/x-www-form-urlencoded": "Form",
  "multipart/form-data": "Multipart",
  "text/event-stream": "Stream",
  "text/plain": "Text",
};

/** What the name of a method in another form ends with: `AsCsv`. */
export function variantSuffix({ mediaType }: Variant): string {
  const name = bareMediaType(mediaType);
  const known = Object.hasOwn(labels, name) ? labels[name] : undefined;
  if (known !== undefined) return `As${known}`;
  const [type = "", subtype = ""] = name.split("/");
  const stem = subtype.replace(/^(?:vnd|prs|x)[.-]/, "").replace(/\+(?:json|xml|zip|yaml)$/, "");
  const kind = pascalCase(stem === "*" ? type : stem) || "Other";
  return `As${kind}${pascalCase(tellingParameters(mediaType))}`;
}
