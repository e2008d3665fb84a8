import { errorBodyKey } from "../../model/errors.ts";
import { shapeKey } from "../../model/nodes.ts";
import type { ErrorResponseModel, OperationModel } from "../../model/operation-model.ts";
import type { Model } from "../../model/types.ts";
import {
  type Code,
  code,
  comment,
  identifier,
  join,
  literal,
  print,
  propertyKey,
  stringLiteral,
} from "../text.ts";
import type { File } from "./file.ts";
import { typeOf } from "./type.ts";

/** `src/errors.ts`: the vendor's error classes, and the types of documented error bodies. */
export function errorsFile(file: File): Code {
  const { model } = file;
  const { client, errors } = model;
  const base = identifier(errors.base);
  const isErrorOf = file.runtime("isErrorOf");
  const clientName = stringLiteral(client.name);
  // Minifiers rename classes, and errors have the names of theirs.
  const classOf = (name: Code, parent: Code, statuses: readonly string[], text: string): Code => {
    const list = statuses.map(
      (status) => code`, ${/^\d+$/.test(status) ? literal(Number(status)) : stringLiteral(status)}`,
    );
    return code`${comment([text])}export class ${name} extends ${parent} {
static override readonly name: string = ${stringLiteral(print(name))};

static override [Symbol.hasInstance](value: unknown): boolean {
return ${isErrorOf}(value, ${clientName}${list});
}
}
`;
  };
  const classes = [
    classOf(
      base,
      file.runtime("APIError"),
      [],
      `An error response from the ${model.title}; base class of all of them.`,
    ),
    ...errors.classes
      .filter(({ name }) => name !== errors.base)
      .map(({ name, statuses }) => classOf(identifier(name), base, statuses, classText(model, statuses))),
  ];
  const bodies = identifier(errors.bodies);
  const guard = code`${guardDocs(model)}export const isAPIError: ${file.runtimeType("APIErrorGuard")}<${bodies}> = ${file.runtime("errorGuard")}(${clientName});\n`;
  const body = code`${join(classes, code`\n`)}\n${bodiesOf(file, bodies)}\n${guard}`;
  return code`${file.imports.statements()}\n${body}`;
}

function classText(model: Model, statuses: readonly string[]): string {
  const list = [...statuses]
    .sort()
    .map((status) => status.replace(/^(\d)XX$/, "$100 to $199"))
    .join(" or ");
  const described = model.operations
    .flatMap(({ errors }) => errors)
    .filter(({ status, description }) => statuses.includes(status) && description !== undefined);
  const texts = new Set(described.map(({ description }) => description));
  const [only] = texts;
  return texts.size === 1 && only !== undefined ? `Status ${list}: ${only}` : `Status ${list}.`;
}

function bodiesOf(file: File, name: Code): Code {
  const entries = file.model.operations.flatMap((operation) => {
    const type = bodiesOfOperation(operation.errors, file);
    return type === undefined ? [] : [code`${propertyKey(operation.id)}: ${type};\n`];
  });
  const docs = comment(["Bodies of error responses, by operation and status."]);
  if (entries.length === 0) return code`${docs}export type ${name} = Record<never, never>;\n`;
  return code`${docs}export interface ${name} {\n${entries}}\n`;
}

/** Statuses with the same body stand together: `Record<401 | 403, ErrorResponse>`. */
function bodiesOfOperation(errors: readonly ErrorResponseModel[], file: File): Code | undefined {
  const groups = new Map<string, { readonly statuses: Code[]; readonly type: Code }>();
  for (const { status, body } of errors) {
    const name = errorBodyKey(status);
    if (body === undefined || name === undefined) continue;
    const key = shapeKey(body);
    const group = groups.get(key) ?? { statuses: [], type: typeOf(body, { file, indent: 2, input: false }) };
    group.statuses.push(literal(name));
    groups.set(key, group);
  }
  const records = [...groups.values()].map(
    ({ statuses, type }) => code`Record<${join(statuses, code` | `)}, ${type}>`,
  );
  return records.length === 0 ? undefined : join(records, code` & `);
}

function guardDocs(model: Model): Code {
  const text =
    "Tells whether a value is an error of this client, and of one operation and status if you name them. Narrows the type of `body` to what is documented.";
  const typed = (operation: OperationModel): ErrorResponseModel[] =>
    operation.errors.filter(({ body, status }) => body !== undefined && /^4\d\d$/.test(status));
  // Best is an operation whose bodies differ by status.
  const operation =
    model.operations.find((one) => new Set(typed(one).map(({ body }) => body && shapeKey(body))).size > 1) ??
    model.operations.find((one) => typed(one).length > 0);
  const all = operation === undefined ? [] : typed(operation);
  const found = all.find(({ status }) => status === "422") ?? all.at(-1);
  if (operation === undefined || found === undefined) return comment([text]);
  const example = `try {
  // a call
} catch (error) {
  if (isAPIError(error, ${JSON.stringify(operation.id)}, ${found.status})) console.error(error.body);
}`;
  return comment([text], [`@example\n\`\`\`ts\n${example}\n\`\`\``]);
}
