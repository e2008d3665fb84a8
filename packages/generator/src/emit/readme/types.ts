import type { Model } from "../../model/types.ts";
import { eventMaps } from "../../model/webhooks.ts";
import { markdownCode, markdownTable } from "../markdown.ts";

/** The name of every type that the package exports. */
export function types(model: Model): string {
  const { client, declarations, errors, resources } = model;
  const of = (resource: string | undefined): string[] =>
    declarations.filter((declaration) => declaration.resource === resource).map(({ name }) => name);
  const events = eventMaps(model).flatMap(({ name, signed }) => [name, ...(signed ? [signed.union] : [])]);
  const rows = [
    ["the client", [client.optionsName, errors.bodies]] as const,
    ...resources.map(({ id }) => [markdownCode(id === "" ? "client" : `client.${id}`), of(id)] as const),
    ["several, or the API itself", [...of(undefined), ...events]] as const,
  ];
  const filled = rows.filter(([, names]) => names.length > 0);
  return `## Types

All are exported by the package, besides the classes of the client, its resources and its errors.

${markdownTable(
  ["Of", "Types"],
  filled.map(([of, names]) => [of, names.map(markdownCode).join(", ")]),
)}`;
}
