import { isObject, type JsonObject, listField, readExtension, stringField } from "@trunkline/document";
import { withoutEndSlashes } from "../end-slashes.ts";
import { clientOptionNames } from "../names/reserved.ts";
import { createScope, type Scope } from "../names/scope.ts";
import { camelCase, pascalCase } from "../names/words.ts";
import type { EnvironmentModel, ServerVariableModel } from "./client-model.ts";
import type { Context } from "./context.ts";
import { entriesBelow } from "./document.ts";
import { pin } from "./pin.ts";

/** Named servers, and the options that set what is variable in their addresses. */
export function serversOf(
  context: Context,
  taken: readonly string[],
): {
  readonly environments: readonly EnvironmentModel[];
  readonly variables: readonly ServerVariableModel[];
} {
  const variables = new Map<string, ServerVariableModel>();
  const options = createScope((name) => clientOptionNames.has(name) || taken.includes(name));
  for (const server of listField(context.document, "servers")) {
    const used = usedVariables(server);
    for (const [variable, given] of used) {
      const values = listField(given, "enum").filter((value) => typeof value === "string");
      const before = variables.get(variable);
      variables.set(variable, {
        variable,
        option: before?.option ?? optionName(options, variable),
        default: before?.default ?? stringField(given, "default") ?? "",
        values: merged(before, values),
        description: before?.description ?? stringField(given, "description"),
      });
    }
  }
  return { environments: environmentsOf(context, variables), variables: [...variables.values()] };
}

function optionName(options: Scope, variable: string): string {
  const name = camelCase(variable) || "variable";
  return options.claim([name, `server${pascalCase(variable)}`]);
}

/** Values of one variable in several servers; any, as soon as one of them takes any. */
function merged(before: ServerVariableModel | undefined, values: readonly string[]): readonly string[] {
  if (before === undefined) return values;
  return before.values.length === 0 || values.length === 0 ? [] : [...new Set([...before.values, ...values])];
}

/** Variables of a server that stand in its address. */
function usedVariables(server: unknown): readonly (readonly [string, unknown])[] {
  const url = stringField(server, "url") ?? "";
  return entriesBelow({ value: server, pointer: [] }, "variables").flatMap(([name, { value }]) =>
    url.includes(`{${name}}`) && name !== "__proto__" ? [[name, value] as const] : [],
  );
}

/** The address of a server with its variables at their defaults. */
export function filledURL(server: unknown): string | undefined {
  const url = stringField(server, "url");
  if (url === undefined) return undefined;
  return usedVariables(server).reduce(
    (filled, [name, given]) => filled.replaceAll(`{${name}}`, stringField(given, "default") ?? ""),
    url,
  );
}

function environmentsOf(
  context: Context,
  variables: ReadonlyMap<string, ServerVariableModel>,
): EnvironmentModel[] {
  const scope = createScope((name) => name === "__proto__");
  const servers = listField(context.document, "servers");
  if (servers.length === 0) {
    const hint = "Add `servers` to the document; until then callers must give `baseURL`.";
    context.report("warning", "no-servers", "The document names no server", { pointer: [] }, hint);
  }
  return servers.flatMap((server, index) => {
    const url = stringField(server, "url");
    if (url === undefined || !isObject(server)) return [];
    const at = { pointer: ["servers", index] };
    const filled = filledURL(server) ?? url;
    if (!/^https?:\/\//i.test(filled)) {
      const hint = "Callers give `baseURL`, or the document an absolute address.";
      context.report(
        "warning",
        "relative-server",
        `Server ${filled} has no host, so that no request can be sent to it`,
        at,
        hint,
      );
    }
    const own = readExtension("server", server).environment;
    const [word = ""] = (stringField(server, "description") ?? "").split(/[^\p{L}\p{Nd}]+/u);
    const guess = index === 0 ? "production" : camelCase(word) || `server${index + 1}`;
    const name = scope.claim([own ?? guess]);
    if (own === undefined && servers.length > 1) {
      const reason =
        index === 0
          ? "the first server is the default"
          : word === ""
            ? "it has no description"
            : "its description begins so";
      const message = `Server ${filled} is the environment "${name}": ${reason}`;
      context.report("guess", "environment", message, at, pin("at this server", { environment: name }));
    }
    const used = usedVariables(server);
    const template = used.length === 0 ? undefined : templateOf(url, used, variables);
    return [{ name, url: trimmed(filled), template, description: stringField(server, "description") }];
  });
}

/**
 * The address of an operation's own server, where it has variables that the document's servers have too: they are set by
 * the same options. Any other keeps its default.
 */
export function ownTemplateOf(
  server: unknown,
  variables: readonly ServerVariableModel[],
): EnvironmentModel["template"] {
  const known = new Map(variables.map((one) => [one.variable, one]));
  const used = usedVariables(server);
  const set = used.filter(([name]) => known.has(name));
  const url = used
    .filter(([name]) => !known.has(name))
    .reduce(
      (text, [name, given]) => text.replaceAll(`{${name}}`, stringField(given, "default") ?? ""),
      stringField(server, "url") ?? "",
    );
  return set.length === 0 || !/^(?:https?:\/\/|\{)/i.test(url) ? undefined : templateOf(url, set, known);
}

function templateOf(
  url: string,
  used: readonly (readonly [string, unknown])[],
  variables: ReadonlyMap<string, ServerVariableModel>,
): NonNullable<EnvironmentModel["template"]> {
  const own = used.map(([name, given]) => {
    const values = listField(given, "enum").filter((value) => typeof value === "string");
    const known = {
      option: variables.get(name)?.option ?? name,
      default: stringField(given, "default") ?? "",
    };
    return [name, values.length === 0 ? known : { ...known, values }] as const;
  });
  return { url: trimmed(url), variables: Object.fromEntries(own) as JsonObject };
}

function trimmed(url: string): string {
  return withoutEndSlashes(url);
}
