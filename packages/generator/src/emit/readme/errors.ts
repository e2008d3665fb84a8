import type { Model } from "../../model/types.ts";
import { markdownCode, markdownFence, markdownTable } from "../markdown.ts";
import { print, stringLiteral } from "../text.ts";

/** Classes of the runtime by status; a vendor's class of the same name is exported in its stead. */
const plainClasses: readonly (readonly [name: string, status: string])[] = [
  ["BadRequestError", "400"],
  ["AuthenticationError", "401"],
  ["PermissionDeniedError", "403"],
  ["NotFoundError", "404"],
  ["ConflictError", "409"],
  ["UnprocessableEntityError", "422"],
  ["RateLimitError", "429"],
  ["InternalServerError", "5XX"],
];

/** Writes which errors the methods throw, and how to tell them apart. */
export function errors(model: Model, packageName: string): string {
  const { base, classes } = model.errors;
  const withClass = new Set(classes.flatMap(({ statuses }) => statuses));
  const rows = [
    ...classes.map(({ name, statuses }) => [markdownCode(name), statuses.join(", ")]),
    ...plainClasses
      .filter(([, status]) => !withClass.has(status))
      .map(([name, status]) => [markdownCode(name), status]),
  ];
  const text = `import { APIConnectionError, ${base} } from "${packageName}";

try {
  // a call
} catch (error) {
  if (error instanceof ${base}) console.error(error.status, error.code, error.message, error.requestId);
  else if (error instanceof APIConnectionError) console.error("no answer", error.message);
  else throw error;
}`;
  return `## Errors

An answer outside 2xx is thrown as an error that is an \`instanceof ${base}\` and of the class of its status.

${markdownFence("ts", text)}

${markdownTable(["Class", "Status"], rows)}

\`APIConnectionError\` says that no answer came; \`APIConnectionTimeoutError\` and \`APIUserAbortError\` are kinds of it. \`APIResponseError\` says that the status was a success, but the body is not what it should be, such as HTML in place of JSON; \`APIResponseTooLargeError\`, a kind of it, says that it has more than 256 MB (\`maxResponseBytes\`). \`UsageError\` is thrown before anything is sent.${guard(model, packageName)}`;
}

function guard({ operations }: Model, packageName: string): string {
  const operation =
    operations.find(({ httpMethod, errors: list }) => httpMethod === "POST" && hasBody(list)) ??
    operations.find(({ errors: list }) => hasBody(list));
  if (!operation) return "";
  const text = `import { isAPIError } from "${packageName}";

try {
  // a call
} catch (error) {
  if (isAPIError(error, ${print(stringLiteral(operation.id))}, 422)) console.error(error.body);
}`;
  return `\n\n\`isAPIError\` narrows the body to what the API documents for an operation and a status:\n\n${markdownFence("ts", text)}`;
}

function hasBody(list: Model["operations"][number]["errors"]): boolean {
  return list.some(({ status, body }) => status === "422" && body !== undefined);
}
