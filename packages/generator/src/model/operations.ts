import { field, stringField } from "../json.ts";
import { pascalCase } from "../names/words.ts";
import { type Body, bodyOf } from "./body.ts";
import { type Context, extensionOf } from "./context.ts";
import { noDocs } from "./docs.ts";
import { errorsOf } from "./errors.ts";
import { exampleCall } from "./example.ts";
import type { NamedRoute } from "./name-routes.ts";
import { type Paging, pagingOf } from "./page.ts";
import { parametersOf } from "./parameters.ts";
import { nestedOf } from "./placement.ts";
import { resultOf } from "./result.ts";
import { scopesOf, securityOf, usable } from "./security.ts";
import type { ClientModel, Nested, OperationModel, ParameterModel, PropertyModel } from "./types.ts";

/** An operation before its own types have names. */
export interface DraftOperation {
  readonly route: NamedRoute;
  /** What the names of its types begin with. */
  readonly owner: string;
  readonly operation: Omit<OperationModel, "params" | "page">;
  /** Properties of the params type; none = no params yet. */
  readonly params: readonly PropertyModel[];
  /** The params type takes further keys, as the body does. */
  readonly isOpen: boolean;
  readonly paging: Paging | undefined;
}

export function draftOperation(
  context: Context,
  named: NamedRoute,
  client: ClientModel,
  classOf: (status: string) => string,
): DraftOperation {
  const { route, resource, method } = named;
  const extension = extensionOf(route.at.value);
  const owner = pascalCase(resource) + pascalCase(method);
  const { parameters, isKeyed } = parametersOf(context, route, `${owner}Params`, client.idempotency?.header);
  const body = bodyOf(context, route);
  const nested = nestedOf(context, route, parameters, body?.model);
  const paging = pagingOf(context, route, owner);
  const operationSecurity = securityOf(field(route.at.value, "security"));
  const documentSecurity = securityOf(field(context.document, "security")) ?? [];
  const keys = stringField(extension, "idempotency");
  const retry = stringField(extension, "retry");
  const params = paramsOf(context, parameters, body, nested, `${owner}Params`);
  return {
    route: named,
    owner,
    params,
    isOpen:
      nested.body === undefined &&
      body?.fields?.additional !== undefined &&
      body.fields.additional.value !== false,
    paging,
    operation: {
      id: named.id,
      resource,
      method,
      walk: paging?.walk,
      aliases: named.aliases,
      httpMethod: route.httpMethod,
      path: route.path,
      pointer: route.at.pointer,
      tag: route.tags[0],
      summary: stringField(route.at.value, "summary"),
      description: stringField(route.at.value, "description"),
      deprecated: field(route.at.value, "deprecated") === true,
      scopes: scopesOf(route, context.document),
      security: isSame(operationSecurity, documentSecurity)
        ? undefined
        : usable(
            operationSecurity ?? [],
            client.schemes.map(({ id }) => id),
          ),
      parameters,
      nested,
      body: body?.model,
      isBodyFieldRequired: [...(body?.fields?.properties.values() ?? [])].some((one) => one.required),
      keyed: isKeyed && (keys === "auto" || keys === "explicit" ? keys : true),
      retry: retry === "never" || retry === "always" ? retry : undefined,
      // The page is the result of a paged operation.
      result: paging === undefined ? resultOf(context, route, owner) : pageResult,
      errors: errorsOf(context, route, owner, classOf),
      example: exampleCall(context, route.httpMethod, parameters, body, nested, params),
      server: route.server,
      externalDocs: stringField(field(route.at.value, "externalDocs"), "url"),
    },
  };
}

const pageResult = {
  kind: "json",
  type: { kind: "primitive", name: "unknown" },
  data: undefined,
  accept: undefined,
  statuses: ["200"],
  description: undefined,
} as const;

function isSame(a: unknown, b: unknown): boolean {
  return a === undefined || JSON.stringify(a) === JSON.stringify(b);
}

/** Everything that the caller gives by name: path parameters (when several), query, header, body. */
function paramsOf(
  context: Context,
  parameters: readonly ParameterModel[],
  body: Body | undefined,
  nested: Nested,
  owner: string,
): PropertyModel[] {
  const places = (...names: readonly ParameterModel["in"][]): PropertyModel[] =>
    parameters.filter((one) => names.includes(one.in)).map(asProperty);
  const path = places("path");
  return [
    ...(path.length > 1 ? path : []),
    ...group(places("query"), nested.query),
    ...group(
      bodyProperties(context, body, owner, nested.body !== undefined && body?.fields !== undefined),
      undefined,
      nested.body,
    ),
    ...group(places("header"), nested.header),
    ...places("cookie"),
  ];
}

function asProperty(parameter: ParameterModel): PropertyModel {
  return {
    name: parameter.arg,
    optional: !parameter.required,
    readonly: false,
    type: parameter.type,
    docs: parameter.docs,
  };
}

/** Properties as they are, or as one that holds them. */
function group(
  properties: readonly PropertyModel[],
  home: string | undefined,
  rename?: string,
): readonly PropertyModel[] {
  if (rename !== undefined) return properties.map((one) => ({ ...one, name: rename }));
  if (home === undefined || properties.length === 0) return properties;
  const optional = properties.every((one) => one.optional);
  return [
    {
      name: home,
      optional,
      readonly: false,
      type: { kind: "object", properties, index: undefined },
      docs: noDocs,
    },
  ];
}

function bodyProperties(
  context: Context,
  body: Body | undefined,
  owner: string,
  isNested: boolean,
): PropertyModel[] {
  if (body === undefined) return [];
  if (body.fields !== undefined && !isNested) {
    return [...body.fields.properties]
      .map(([name, one]) => context.types.property(name, one, "input", owner))
      .filter((one) => one !== undefined);
  }
  return [
    {
      name: "body",
      optional: !body.model.required,
      readonly: false,
      type: bodyType(context, body, owner),
      docs: { ...noDocs, text: body.description },
    },
  ];
}

function bodyType(context: Context, body: Body, owner: string): PropertyModel["type"] {
  if (body.model.encoding === "binary") return { kind: "external", name: "Uploadable" };
  if (body.model.encoding === "text") return { kind: "primitive", name: "string" };
  if (body.schema === undefined) return { kind: "primitive", name: "unknown" };
  return context.types.of(body.schema, "input", `${owner}Body`);
}
