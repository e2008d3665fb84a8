import type { OperationModel } from "../../model/operation-model.ts";
import { ownOperations } from "../../model/resources.ts";
import type { Model, ResourceModel } from "../../model/types.ts";
import { markdownBlocks, markdownCode, markdownTable, markdownText } from "../markdown.ts";

/** A table of methods of the client itself, and one for every resource. */
export function methods(model: Model): string {
  const own: Section = { id: "", description: undefined, operations: ownOperations(model) };
  const parts = [own, ...model.resources].filter(({ operations }) => operations.length > 0).map(section);
  return `## Methods\n\n${parts.join("\n\n")}`;
}

type Section = Pick<ResourceModel, "id" | "description" | "operations">;

function section(resource: Section): string {
  const { id, description, operations } = resource;
  const heading = `### ${markdownCode(id === "" ? "client" : `client.${id}`)}`;
  const about = description === undefined ? "" : `\n\n${markdownBlocks(description)}`;
  return `${heading}${about}\n\n${table(operations)}`;
}

function table(operations: readonly OperationModel[]): string {
  const scoped = operations.some(({ scopes }) => scopes.length > 0);
  const keyed = operations.some((operation) => operation.keyed !== false);
  const head = [
    "Method",
    "Route",
    ...(scoped ? ["Scope"] : []),
    ...(keyed ? ["Idempotency key"] : []),
    "What it does",
  ];
  const rows = operations.flatMap((operation) => {
    const row = (name: string, text: string): string[] => [
      markdownCode(name),
      markdownCode(`${operation.httpMethod} ${operation.path}`),
      ...(scoped ? [operation.scopes.map(markdownCode).join(", ")] : []),
      ...(keyed ? [operation.keyed === false ? "" : "yes"] : []),
      text,
    ];
    const summary = markdownText(operation.summary ?? "");
    const own = row(operation.method, operation.deprecated ? `${summary} (deprecated)` : summary);
    const { walk, bulk } = operation;
    return [
      own,
      ...(walk ? [row(walk.method, `${summary}, all pages of them`)] : []),
      ...(bulk ? [row(bulk.method, `${summary}, any number of rows`)] : []),
    ];
  });
  return markdownTable(head, rows);
}
