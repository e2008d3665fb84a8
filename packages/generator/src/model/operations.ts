import { field, readExtension, stringField } from "@trunkline/document";
import { pascalCase } from "../names/words.ts";
import { askedExample, askedParams, asksOf } from "./asks.ts";
import { type Body, bodyOf } from "./body.ts";
import { bulkOf, type DraftBulk } from "./bulk.ts";
import type { ClientModel } from "./client-model.ts";
import type { Context } from "./context.ts";
import { errorsOf } from "./errors.ts";
import { exampleCall } from "./example.ts";
import type { NamedRoute } from "./name-routes.ts";
import type { OperationModel } from "./operation-model.ts";
import { type Paging, pagingOf } from "./page.ts";
import { parametersOf } from "./parameters.ts";
import type { Nested } from "./parameters-model.ts";
import { formOf, paramsOf } from "./params.ts";
import { nestedOf } from "./placement.ts";
import { resultOf } from "./result.ts";
import { scopesOf, securityOf, usable } from "./security.ts";
import { ownTemplateOf } from "./servers.ts";
import type { PropertyModel, Written } from "./type-nodes.ts";

/** An operation before its own types have names. */
export interface DraftOperation {
  readonly route: NamedRoute;
  /** What the names of its types begin with. */
  readonly owner: string;
  readonly operation: Omit<OperationModel, "params" | "page" | "bulk">;
  /** Properties of the params type; none = no params yet. */
  readonly params: readonly PropertyModel[];
  /** The params type takes further keys, as the body does. */
  readonly isOpen: boolean;
  /** The type of the body, where it has a name and its fields stand among the params. */
  readonly written: Written | undefined;
  readonly paging: Paging | undefined;
  readonly bulk: DraftBulk | undefined;
}

export function draftOperation(
  context: Context,
  named: NamedRoute,
  client: ClientModel,
  classOf: (status: string) => string,
): DraftOperation {
  const { route, resource, method } = named;
  const { idempotency, retry, quotas } = readExtension("operation", route.at.value);
  const owner = pascalCase(resource) + pascalCase(method);
  const { parameters, isKeyed } = parametersOf(context, route, `${owner}Params`, client.idempotency?.header);
  const body = bodyOf(context, route);
  const nested = nestedOf(context, route, parameters, body?.model);
  const paging = route.variant?.place === "answer" ? undefined : pagingOf(context, route, owner);
  const operationSecurity = securityOf(field(route.at.value, "security"));
  const documentSecurity = securityOf(field(context.document, "security")) ?? [];
  const fixed = asksOf(route, parameters, body, nested);
  const params = askedParams(paramsOf(context, parameters, body, nested, `${owner}Params`), fixed);
  return {
    route: named,
    owner,
    params,
    isOpen:
      nested.body === undefined &&
      body?.fields?.additional !== undefined &&
      body.fields.additional.value !== false,
    written: fixed === undefined ? writtenBody(context, body, nested) : undefined,
    paging,
    bulk: bulkOf(context, route, body, nested, params, owner),
    operation: {
      id: named.id,
      resource,
      method,
      variant: route.variant,
      fixed: fixed?.value === true ? fixed.name : undefined,
      walk: route.variant === undefined ? paging?.walk : undefined,
      aliases: named.aliases,
      httpMethod: route.httpMethod,
      path: route.path,
      sent: route.sent,
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
      keyed: isKeyed && (idempotency ?? true),
      retry,
      quotas,
      // The page is the result of a paged operation.
      result: paging === undefined ? resultOf(context, route, owner) : pageResult,
      errors: errorsOf(context, route, owner, classOf),
      example: askedExample(exampleCall(context, route.httpMethod, parameters, body, nested), fixed),
      server: route.server,
      serverTemplate:
        route.server === undefined ? undefined : ownTemplateOf(route.ownServer, client.variables),
      externalDocs: stringField(field(route.at.value, "externalDocs"), "url"),
    },
  };
}

/** A body that the document names keeps its name, though its fields are given among the params. */
function writtenBody(context: Context, body: Body | undefined, nested: Nested): Written | undefined {
  if (body?.fields === undefined || body.schema === undefined || nested.body !== undefined) return undefined;
  if (body.fields.properties.size === 0) return undefined;
  const type = context.types.of(body.schema, "input", "", formOf(body));
  return type.kind === "reference" ? { type, names: [...body.fields.properties.keys()] } : undefined;
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
