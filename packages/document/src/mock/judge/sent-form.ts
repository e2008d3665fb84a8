import { isJsonType } from "../body.ts";
import type { OpenDocument } from "../document/open-document.ts";
import type { DocumentOperation } from "../document/operations.ts";
import { parseJson } from "../parse-json.ts";
import { formObject } from "./form.ts";
import type { JudgedBody } from "./judgement.ts";

/** A form body, or JSON of another name, as the value it stands for, with the media type that it came in. */
export function formOf(
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

/** What a body that is not a form is judged as. */
export function plainBody(body: JudgedBody | undefined): unknown {
  if (body === undefined) return undefined;
  return isJsonType(body.type) ? body.json : body.text;
}
