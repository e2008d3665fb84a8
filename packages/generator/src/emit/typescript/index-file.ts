import type { Model } from "../../model/types.ts";
import { eventMaps } from "../../model/webhooks.ts";
import type { UsedRuntimeType } from "../../names/reserved.ts";
import { runtimeErrors } from "../../names/runtime-names.ts";
import { type Code, code, identifier, join, stringLiteral } from "../text.ts";
import { RUNTIME } from "./imports.ts";

/** Types of the runtime that users name in their own code. */
const runtimeTypes = [
  "ClientOptions",
  "Credential",
  "IdempotentRequestOptions",
  "Page",
  "PagePromise",
  "RequestOptions",
] as const satisfies readonly UsedRuntimeType[];

/** `src/index.ts`: what the package exports, nothing else. */
export function indexFile(model: Model): Code {
  const own = new Set([model.errors.base, ...model.errors.classes.map(({ name }) => name)]);
  const errors = runtimeErrors.filter((name) => !own.has(name));
  const types = (resource: string | undefined): string[] =>
    model.declarations.filter((declaration) => declaration.resource === resource).map(({ name }) => name);
  const events = eventMaps(model).flatMap(({ name, signed }) => [name, ...(signed ? [signed.union] : [])]);
  return code`${[
    exportFrom(
      RUNTIME,
      ["APIPromise", ...errors, "chainMiddleware"],
      [...runtimeTypes, ...uploadable(model)],
    ),
    exportFrom("./client.js", [model.client.name], [model.client.optionsName]),
    exportFrom("./errors.js", [...own, "isAPIError"], [model.errors.bodies]),
    ...model.resources.map(({ id, className, file }) =>
      exportFrom(`./resources/${file}.js`, [className], types(id)),
    ),
    exportFrom("./types.js", [], [...types(undefined), ...events]),
    exportFrom("./version.js", ["VERSION"], []),
  ]}`;
}

function uploadable({ declarations }: Model): string[] {
  return JSON.stringify(declarations).includes('"Uploadable"') ? ["NamedUpload", "Uploadable"] : [];
}

function exportFrom(module: string, values: readonly string[], types: readonly string[]): Code {
  if (values.length + types.length === 0) return code``;
  const isTypeOnly = values.length === 0;
  const names = [
    ...values.map(identifier),
    ...types.map((name) => (isTypeOnly ? identifier(name) : code`type ${identifier(name)}`)),
  ];
  const keyword = isTypeOnly ? code`export type` : code`export`;
  return code`${keyword} { ${join(names, code`, `)} } from ${stringLiteral(module)};\n`;
}
