import type { JsonObject, JsonValue } from "@trunkline/document";
import type { BulkModel, OperationModel } from "../../model/operation-model.ts";
import { BULK } from "../../names/bulk-names.ts";
import { type Code, code, comment, memberName, nothing, parameterName } from "../text.ts";
import { emitCall, emitList } from "./example.ts";
import type { File } from "./file.ts";
import { positionalOf, route } from "./method.ts";
import { typeOf } from "./type.ts";

/** The method that takes any number of rows. */
export function bulkMethodOf(operation: OperationModel, bulk: BulkModel, file: File): Code {
  const place = { file, indent: 2, input: true };
  const positional = positionalOf(operation);
  const path = positional.map((one) => code`${parameterName(one.arg)}: ${typeOf(one.type, place)}, `);
  const row = typeOf(bulk.row, place);
  const { params } = bulk;
  const paramsType = params === undefined ? file.runtimeType("NoParams") : file.reference(params.name);
  const optional = params?.required ? nothing : code`?`;
  const type = (name: string): Code => file.imports.type(BULK, name);
  const given = positional.map((one) => code`, ${parameterName(one.arg)}`);
  const call = code`${file.imports.value(BULK, "bulkRun")}(this, operations.${memberName(operation.method)}, rows, params, options${given})`;
  return code`${docsOf(operation, bulk)}${memberName(bulk.method)}(${path}rows: ${type("BulkRows")}<${row}>, params${optional}: ${paramsType}, options?: ${type("BulkOptions")}): ${type("BulkRun")}<${row}> {\nreturn ${call};\n}\n`;
}

function docsOf(operation: OperationModel, bulk: BulkModel): Code {
  const { max } = bulk.definition;
  const size =
    max === undefined
      ? "500 in a request unless `options.chunk` says otherwise: the API does not state a limit"
      : `at most ${max} in a request`;
  const text = [
    `The same as \`${operation.method}\` for any number of rows, ${size}. Await it for the counts, or iterate over it for the fate of each row.`,
    howTold(operation, bulk).join(" "),
    route(operation),
  ];
  const tags = [
    "@param rows - The rows: a list, or anything else that can be iterated over.",
    "@throws {BulkError} The run ended before all rows were sent; its `summary` says what became of them.",
    `@example\n\`\`\`ts\n${emitBulkExample(operation, bulk, "client")}\n\`\`\``,
  ];
  return comment(text, tags, 2);
}

/** What can be known of single rows, and what is sent again. */
export function howTold({ keyed }: OperationModel, { definition }: BulkModel): string[] {
  const { answer, key } = definition;
  const { errors } = answer;
  const isNamed = errors !== undefined;
  return [
    ...(key === undefined ? [] : [`The API knows a row by its \`${String(key).slice(1)}\`.`]),
    isNamed
      ? "Rows that the API names are `rejected`."
      : "The API counts rows and does not name them: if it did not take all rows of a request, they are `undetermined`.",
    keyed === false || definition.keyLife === undefined
      ? "If a request got no answer and is not safe to send again, its rows are `unknown`, unless `options.repeatable` says that they may be done twice."
      : "Each request has an idempotency key, with which it can be sent again; with `options.journal`, by a later run too.",
  ];
}

/** A call with the rows of the document's example. */
export function emitBulkExample(
  operation: OperationModel,
  bulk: BulkModel,
  client: string,
  options?: string,
): string {
  const { [bulk.field]: rows, ...rest } = operation.example.params ?? {};
  const list = emitList(Array.isArray(rows) ? (rows as JsonValue[]) : [], 60);
  const isAny = Object.keys(rest).length > 0;
  const params: JsonObject | undefined = isAny || bulk.params?.required ? rest : undefined;
  const example = { path: operation.example.path, params };
  const call = emitCall({ ...operation, example }, client, bulk.method, [list]);
  const more = options === undefined ? "" : `${params === undefined ? ", {}" : ""}, ${options}`;
  return `const { accepted, rejected } = await ${call.slice(0, -1)}${more});`;
}
