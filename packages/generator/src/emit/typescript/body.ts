import type { JsonObject } from "@trunkline/document";
import { tellingParameters } from "../../model/media-meaning.ts";
import type { OperationModel } from "../../model/operation-model.ts";
import type { BodyModel, PartModel } from "../../model/parameters-model.ts";
import { bareMediaType, isJson } from "../../model/routes.ts";
import { type Code, code, literal, nothing, stringLiteral } from "../text.ts";
import { call, list, objectOf } from "./data.ts";
import type { File } from "./file.ts";

/** A required body whose fields are all optional is sent even when none is given. */
export function isSentEmpty(operation: OperationModel, body: BodyModel): boolean {
  return body.placement === "fields" && body.required && !operation.isBodyFieldRequired;
}

/** How the body of an operation is written. */
export function bodyOf(body: BodyModel, file: File): Code {
  const inBody = body.placement === "body" ? { in: "body" } : {};
  switch (body.encoding) {
    case "json": {
      if (body.formIfFiles) return call(file.runtime("jsonOrForm"), { ...inBody, ...partTypes(body) });
      const isPlain = bareMediaType(body.mediaType) === "application/json";
      if (isPlain && tellingParameters(body.mediaType) === "") return stringLiteral(body.placement);
      const more = body.placement === "body" ? code`, { in: "body" }` : nothing;
      return code`${file.runtime("jsonAs")}(${stringLiteral(body.mediaType)}${more})`;
    }
    case "multipart": {
      const required = body.parts.filter((part) => part.required).map(({ name }) => name);
      return call(file.runtime("multipart"), {
        ...inBody,
        ...partTypes(body),
        ...(body.files.length === 0 ? {} : { files: [...body.files] }),
        ...(required.length === 0 ? {} : { required }),
      });
    }
    case "form": {
      const fields = body.parts
        .filter((part) => isStyled(part) || isJsonField(part))
        .map(({ name, style, explode, required, lists, ...part }) =>
          call(file.runtime("queryParameter"), {
            name,
            ...(isJsonField({ style, explode, ...part }) ? { content: "application/json" } : {}),
            ...(style === undefined ? {} : { style }),
            ...(explode === undefined ? {} : { explode }),
            ...(required ? { required } : {}),
            ...(lists === undefined ? {} : { lists }),
          }),
        );
      const required = body.parts
        .filter((part) => part.required && !isStyled(part) && !isJsonField(part))
        .map(({ name }) => name);
      const entries: (readonly [string, Code | undefined])[] = [
        ["in", body.placement === "body" ? stringLiteral("body") : undefined],
        ["fields", list(fields)],
        ["required", required.length === 0 ? undefined : literal(required)],
      ];
      const options = entries.every(([, value]) => value === undefined) ? nothing : objectOf(entries);
      return code`${file.runtime("formUrlEncoded")}(${options})`;
    }
    case "binary":
      return code`${file.runtime("binary")}(${stringLiteral(body.mediaType)})`;
    case "text":
      return code`${file.runtime("textBody")}(${stringLiteral(body.mediaType)})`;
  }
}

function partTypes({ parts }: BodyModel): JsonObject {
  const typed = parts.filter((part) => part.contentType !== undefined);
  const types = Object.fromEntries(typed.map((part) => [part.name, part.contentType ?? ""]));
  return typed.length === 0 ? {} : { types };
}

function isStyled({ style, explode }: Pick<PartModel, "style" | "explode">): boolean {
  return style !== undefined || explode !== undefined;
}

/** A style takes the place of a field's media type (OpenAPI 3.1, "Encoding Object"). */
function isJsonField({
  contentType,
  ...part
}: Pick<PartModel, "contentType" | "style" | "explode">): boolean {
  return contentType !== undefined && isJson(contentType) && !isStyled(part);
}
