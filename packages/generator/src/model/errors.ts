import { stringField } from "@trunkline/document";
import { answersOf, isSuccess } from "./answer-media.ts";
import type { Context } from "./context.ts";
import { below } from "./document.ts";
import { unionOf } from "./nodes.ts";
import type { ErrorResponseModel } from "./operation-model.ts";
import { isJson, mediaTypesOf, type Route } from "./routes.ts";

const runtimeClasses: Readonly<Record<string, string>> = {
  "400": "BadRequestError",
  "401": "AuthenticationError",
  "403": "PermissionDeniedError",
  "404": "NotFoundError",
  "409": "ConflictError",
  "422": "UnprocessableEntityError",
  "429": "RateLimitError",
};

/** Vendor names of error classes, status -> name as the document says it. */
export function vendorClasses(context: Context): ReadonlyMap<string, string> {
  return new Map(Object.entries(context.settings.errors?.classes ?? {}));
}

/** The class that is thrown for a status, `base` when there is no special one. */
export function errorClass(status: string, vendor: ReadonlyMap<string, string>, base: string): string {
  const family = `${status[0] ?? ""}XX`;
  const found = vendor.get(status) ?? vendor.get(family) ?? runtimeClasses[status];
  if (found !== undefined) return found;
  return /^5(?:\d\d|XX)$/.test(status) ? "InternalServerError" : base;
}

export function errorsOf(
  context: Context,
  route: Route,
  owner: string,
  classOf: (status: string) => string,
): ErrorResponseModel[] {
  return answersOf(context, route)
    .filter(({ status }) => !isSuccess(status) && !/^[13]/.test(status))
    .sort((a, b) => compareStatus(a.status, b.status))
    .map(({ status, at }) => {
      const schemas = mediaTypesOf(at)
        .filter(({ name }) => isJson(name))
        .map(({ at: media }) => below(media, "schema"))
        .filter((schema) => schema !== undefined);
      const types = schemas.map((schema) => context.types.of(schema, "output", `${owner}${status}Body`));
      return {
        status,
        className: classOf(status),
        description: stringField(at.value, "description"),
        body: types.length === 0 ? undefined : unionOf(types),
      };
    });
}

function compareStatus(a: string, b: string): number {
  const weight = (status: string): number =>
    status === "DEFAULT" ? 1000 : Number(status.replace("XX", "99.5"));
  return weight(a) - weight(b);
}

/** The key of a status in the map of error bodies; what is not an error has none. */
export function errorBodyKey(status: string): number | string | undefined {
  if (/^\d+$/.test(status)) return Number(status);
  if (status === "DEFAULT") return "default";
  return /^[45]XX$/.test(status) ? status : undefined;
}
