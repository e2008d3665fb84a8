import type { Model } from "../../model/types.ts";
import { eventMaps } from "../../model/webhooks.ts";
import { BULK, bulkExports } from "../../names/bulk-names.ts";
import type { UsedRuntimeType } from "../../names/reserved.ts";
import { runtimeErrors } from "../../names/runtime-names.ts";
import { type Code, code } from "../text.ts";
import { type Export, exportFrom } from "./exports.ts";
import { byModuleOrder } from "./import-order.ts";
import { RUNTIME } from "./imports.ts";

/** Types of the runtime that users name in their own code. */
const runtimeTypes = [
  "ClientOptions",
  "Credential",
  "IdempotentRequestOptions",
  "Middleware",
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
  const exports: readonly Export[] = [
    {
      module: RUNTIME,
      values: ["APIPromise", ...errors, "chainMiddleware"],
      types: [...runtimeTypes, ...uploadable(model)],
    },
    ...(model.operations.some(({ bulk }) => bulk !== undefined)
      ? [{ module: BULK, values: bulkExports.values, types: bulkExports.types }]
      : []),
    { module: "./client.js", values: [model.client.name], types: [model.client.optionsName] },
    { module: "./errors.js", values: [...own, "isAPIError"], types: [model.errors.bodies] },
    ...model.resources.map(({ id, className, file }) => ({
      module: `./resources/${file}.js`,
      values: [className],
      types: types(id),
    })),
    { module: "./types.js", values: [], types: [...types(undefined), ...events] },
    { module: "./version.js", values: ["VERSION"], types: [] },
  ];
  return code`${[...exports].sort((a, b) => byModuleOrder(a.module, b.module)).map(exportFrom)}`;
}

function uploadable({ declarations }: Model): string[] {
  return JSON.stringify(declarations).includes('"Uploadable"') ? ["NamedUpload", "Uploadable"] : [];
}
