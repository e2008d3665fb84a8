import type { OperationModel } from "../../model/operation-model.ts";
import { ownOperations } from "../../model/resources.ts";
import type { PropertyModel, TypeNode } from "../../model/type-nodes.ts";
import type { Model } from "../../model/types.ts";
import { joinId } from "../../names/operation-id.ts";
import { markdownCode, markdownText } from "../markdown.ts";
import { endSentence, firstSentence } from "../typescript/docs.ts";
import { positionalOf } from "../typescript/method.ts";

/** Optional arguments that are shown of a call: its type has them all. */
const OPTIONAL = 4;

/** Every call of a client on a line: its arguments, what it does, where it goes, what comes back. */
export function methodList(model: Model, packageName: string): string {
  const fields = new Map(
    model.declarations.map(({ name, shape }) => [name, shape.kind === "interface" ? shape.properties : []]),
  );
  const all = [{ id: "", operations: ownOperations(model) }, ...model.resources];
  const sections = all
    .filter(({ operations }) => operations.length > 0)
    .map(({ id, operations }) => {
      const lines = operations.map((one) => entry(one, fields.get(one.params?.name ?? "") ?? []));
      return `## client${id === "" ? "" : `.${id}`}\n\n${lines.join("\n")}`;
    });
  return [
    `# Calls of ${packageName}`,
    "`?` marks arguments that may be left out, `…` further ones, which the type has. Each call takes options of its own as the last argument.",
    ...sections,
  ].join("\n\n");
}

function entry(operation: OperationModel, fields: readonly PropertyModel[]): string {
  const { summary, description, deprecated, walk, bulk, httpMethod, path, scopes, result, page } = operation;
  const given = page?.name ?? typeName(result.type);
  const words = endSentence(firstSentence(summary ?? description));
  return [
    `- ${markdownCode(`${nameOf(operation, operation.method)}(${argumentsOf(operation, fields)})`)}`,
    ...(deprecated ? ["Deprecated."] : []),
    ...(words === "" ? [] : [markdownText(words)]),
    `${markdownCode(`${httpMethod} ${path}`)}${scopes.length === 0 ? "" : `, needs ${scopes.map(markdownCode).join(", ")}`}${given === undefined ? "" : `, gives ${markdownCode(given)}`}.`,
    ...(walk === undefined ? [] : [`${markdownCode(nameOf(operation, walk.method))} walks all pages.`]),
    ...(bulk === undefined
      ? []
      : [`${markdownCode(nameOf(operation, bulk.method))} takes any number of rows.`]),
  ].join(" ");
}

function nameOf({ resource }: OperationModel, method: string): string {
  return `client.${joinId(resource, method)}`;
}

function argumentsOf(operation: OperationModel, fields: readonly PropertyModel[]): string {
  const required = fields.filter(({ optional }) => !optional).map(({ name }) => name);
  const optional = fields.filter((one) => one.optional).map(({ name }) => `${name}?`);
  const shown = [...required, ...optional.slice(0, OPTIONAL), ...(optional.length > OPTIONAL ? ["…"] : [])];
  return [
    ...positionalOf(operation).map(({ arg }) => arg),
    ...(shown.length === 0 ? [] : [`{ ${shown.join(", ")} }`]),
  ].join(", ");
}

/** Of what has a name; the rest shows in an editor. */
function typeName(type: TypeNode): string | undefined {
  if (type.kind === "reference") return type.name;
  const items = type.kind === "array" ? typeName(type.items) : undefined;
  return items === undefined ? undefined : `${items}[]`;
}
